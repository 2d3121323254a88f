"""What hangs on an activity, as REST shows it. Who took part is told in numbers only."""

import datetime as dt
from uuid import UUID

from ninja import Schema

from gandan.activities.enums import Point
from gandan.indicators.enums import Bound, Measure


class UnitRef(Schema):
    """A unit as it was called then."""

    id: UUID
    name: str


class PlaceOut(UnitRef):
    """A further unit in which it happened."""

    detail: UUID
    mention: str


class HostOut(Schema):
    """A body that held it."""

    detail: UUID
    name: str
    office: UUID | None


class AttendanceOut(Schema):
    """People, points, or both, at one sort of point."""

    detail: UUID
    point: Point
    points: int | None
    people: int | None
    bound: Bound
    quote: str


class DocumentOut(Schema):
    """A document that was carried out."""

    detail: UUID
    id: UUID
    number: str
    quote: str


class FigureOut(Schema):
    """A figure with its sentence; the value is a decimal as text."""

    detail: UUID
    id: UUID
    value: str
    measure: Measure
    bound: Bound
    noun: str
    quote: str


class SourceOut(Schema):
    """Where it is told."""

    detail: UUID
    title: str
    publisher: str
    url: str
    published_on: dt.date | None


class PhotoOut(Schema):
    """A photograph and where its bytes are."""

    detail: UUID
    caption: str
    url: str
