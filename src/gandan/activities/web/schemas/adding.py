"""What a call takes that adds something to an activity."""

from decimal import Decimal
from typing import Annotated
from uuid import UUID

from ninja import Schema
from pydantic import Field

from gandan.activities.enums import Point
from gandan.activities.web.schemas.words import ONE, Count, Line, Sentence, Short, words
from gandan.core.rest.days import Day
from gandan.indicators.enums import Bound, Measure


class PlaceIn(Schema):
    """A further unit, as it was then."""

    unit: UUID
    mention: Short = ""
    quote: Sentence = ""


class AttendanceIn(Schema):
    """People, points, or both."""

    point: Point = Point.VENUE
    points: Count | None = None
    people: Count | None = None
    bound: Bound = Bound.EXACT
    quote: Sentence = ""


class DocumentIn(Schema):
    """A document by its id in the register."""

    document: UUID
    quote: Sentence = ""


class FigureIn(Schema):
    """A figure with the sentence it stands in."""

    value: Decimal = Field(max_digits=30, decimal_places=8)
    measure: Measure
    bound: Bound = Bound.EXACT
    noun: Short
    quote: Sentence


class SourceIn(Schema):
    """Where it is told."""

    title: Line
    publisher: Short = ""
    url: Annotated[str, words(500), ONE] = ""
    published_on: Day | None = None
