"""What the diary says over REST, and what it takes. Who took part is told in numbers only."""

import datetime as dt
from decimal import Decimal
from typing import Annotated
from uuid import UUID

from ninja import Schema
from pydantic import AfterValidator, Field, StringConstraints

from gandan.activities.enums import Kind, Point, RequestState, State
from gandan.core.rest.asked import Asked
from gandan.core.rest.days import Day
from gandan.core.rest.paging import LONGEST_CURSOR, MOST
from gandan.core.text import clean
from gandan.indicators.enums import Bound, Measure


def words(longest: int) -> StringConstraints:
    """A text up to a length."""
    return StringConstraints(max_length=longest, strip_whitespace=True)


ONE, SEVERAL = AfterValidator(clean.line), AfterValidator(clean.lines)  # signs that nobody sees or no database takes are left out
Line = Annotated[str, words(300), ONE]
Short = Annotated[str, words(200), ONE]
Sentence = Annotated[str, words(5000), ONE]
Text = Annotated[str, words(50_000), SEVERAL]
Count = Annotated[int, Field(ge=1, le=2_000_000_000)]


class UnitRef(Schema):
    """A unit as it was called then."""

    id: UUID
    name: str


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


class RequestOut(Schema):
    """A request and what became of it."""

    id: UUID
    state: RequestState
    text: str
    by_text: str
    to_text: str
    addressed: UUID | None
    answered_on: dt.date | None
    reason: str
    commitment: UUID | None


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


class RecordIn(Schema):
    """An activity. `starts_on` is null only where no text tells the day."""

    kind: Kind
    title: Line
    unit: UUID
    starts_on: Day | None
    ends_on: Day | None = None
    place: Short = ""
    text: Text = ""
    is_public: bool = False


class NewIn(RecordIn):
    """A new activity, with the offices that held it."""

    hosts: list[UUID] = Field([], max_length=20)
    host_names: list[Short] = Field([], max_length=20)


class ReasonIn(Schema):
    """Why."""

    reason: Annotated[str, words(500), ONE]


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


class RequestIn(Schema):
    """Who asked whom for what."""

    text: Sentence
    by_text: Short = ""
    to_text: Line = ""
    addressed: UUID | None = None
    quote: Sentence = ""


class TakeUpIn(Schema):
    """An owner, a product, a date."""

    title: Short
    deliverable: Line
    lead: UUID
    due: Day
    beneficiary: Short = ""
