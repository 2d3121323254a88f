"""Emulation drives as REST shows them."""

import datetime as dt
from uuid import UUID

from ninja import Schema
from pydantic import Field

from gandan.core.rest.asked import Asked
from gandan.core.rest.paging import LONGEST_CURSOR, MOST
from gandan.core.rest.refs import Named, UnitRef
from gandan.movement.enums import DriveState


class WindowOut(Schema):
    """When forms are sent in."""

    year: int
    opens_on: dt.date
    closes_on: dt.date


class FieldOut(Named):
    """A field of a drive; an ended one takes no new models."""

    ended_on: dt.date | None


class SummingUpOut(Schema):
    """What a meeting said of a drive."""

    meeting: str
    year: int
    held_on: dt.date
    text: str


class DriveOut(Schema):
    """An emulation drive."""

    id: UUID
    state: DriveState
    title: str
    aim: str
    unit: UnitRef
    office: Named
    starts_on: dt.date
    ends_on: dt.date
    launched_on: dt.date | None
    before: UUID | None
    fields: list[FieldOut]
    windows: list[WindowOut]
    summings_up: list[SummingUpOut]


class DriveList(Schema):
    """The newest stage first."""

    items: list[DriveOut]
    next: str | None


class DrivesAsked(Asked):
    """Which page."""

    cursor: str | None = Field(None, max_length=LONGEST_CURSOR, description="`next` of the page before.")
    limit: int = Field(50, ge=1, le=MOST)
