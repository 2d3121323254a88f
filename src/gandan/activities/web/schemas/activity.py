"""An activity as REST shows it, in a list and whole; and which ones are asked for."""

import datetime as dt
from uuid import UUID

from ninja import Schema
from pydantic import Field

from gandan.activities.enums import Kind, State
from gandan.activities.web.schemas.details import AttendanceOut, DocumentOut, FigureOut, HostOut, PhotoOut, PlaceOut, SourceOut, UnitRef
from gandan.activities.web.schemas.requests import RequestOut
from gandan.core.rest.asked import Asked
from gandan.core.rest.days import Day
from gandan.core.rest.paging import LONGEST_CURSOR, MOST
from gandan.indicators.enums import Bound


class ActivityOut(Schema):
    """What was done. `people` is the number of people in all, `people_bound` how sure it is; null where no text counts them."""

    id: UUID
    kind: Kind
    state: State
    title: str
    starts_on: dt.date | None
    ends_on: dt.date | None
    unit: UnitRef
    place: str
    is_public: bool
    people: int | None
    people_bound: Bound | None


class ActivityPage(Schema):
    """A page of activities, in the order in which they were written down."""

    items: list[ActivityOut]
    next: str | None


class ActivityWhole(ActivityOut):
    """One activity with everything but the names of people."""

    text: str
    reason: str
    hosts: list[HostOut]
    places: list[PlaceOut]
    attendance: list[AttendanceOut]
    documents: list[DocumentOut]
    figures: list[FigureOut]
    sources: list[SourceOut]
    photos: list[PhotoOut]
    requests: list[RequestOut]


class ActivitiesAsked(Asked):
    """Which activities."""

    unit: UUID | None = Field(None, description="What was done in this unit, through mergers.")
    kind: Kind | None = None
    since: Day | None = Field(None, description="That lasted on or after this day.")
    until: Day | None = Field(None, description="That began on or before this day.")
    cursor: str | None = Field(None, max_length=LONGEST_CURSOR, description="`next` of the page before.")
    limit: int = Field(50, ge=1, le=MOST)
