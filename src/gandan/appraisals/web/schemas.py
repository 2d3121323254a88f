"""What the REST calls of this room take and give."""

import datetime as dt
from decimal import Decimal
from typing import Annotated
from uuid import UUID

from ninja import Schema
from pydantic import Field

from gandan.appraisals.enums import DecisionKind, Deed, Level, ObjectionState, State, Tie
from gandan.core.rest.asked import Asked
from gandan.core.rest.paging import LONGEST_CURSOR, MOST
from gandan.core.rest.refs import Named, UnitRef
from gandan.core.rest.words import Text


class SubjectRef(Schema):
    """What is judged: a thing of another room, as far as the asker may read it."""

    type: str
    id: str
    title: str
    url: str


class PostingOut(Schema):
    """What is shown before anybody decides. Of objections everybody knows how many there are and how they were answered."""

    id: UUID
    subject: SubjectRef
    unit: UnitRef
    office: Named
    title: str
    text: str
    posted_on: dt.date
    until: dt.date
    open: bool = Field(description="People may object today.")
    taken_down_on: dt.date | None
    objections: dict[ObjectionState, int]
    url: str


class PostingPage(Schema):
    """A page of postings, the newest first."""

    items: list[PostingOut]
    next: str | None


class DecisionOut(Schema):
    """What an office with the power decided."""

    id: UUID
    kind: DecisionKind
    level: Level
    unit: UnitRef
    office: Named
    number: str
    title: str
    decided_on: dt.date
    signed_as: str
    signed_by: str
    document: UUID | None


class DecisionPage(Schema):
    """A page of decisions, the newest first."""

    items: list[DecisionOut]
    next: str | None


class PagesAsked(Asked):
    """Which page, of which unit."""

    unit: UUID | None = None
    cursor: str | None = Field(None, max_length=LONGEST_CURSOR, description="`next` of the page before.")
    limit: int = Field(50, ge=1, le=MOST)


class PostingsAsked(PagesAsked):
    """Which postings."""

    open: bool | None = Field(None, description="true: people may object today; false: the others.")


class ObjectionIn(Schema):
    """Why not. Nothing is kept of who said so. `about` names one of several subjects of the posting."""

    text: Annotated[Text, Field(min_length=1, max_length=4000)]
    about: Annotated[Text, Field(max_length=64)] = ""


class ObjectedOut(Schema):
    """The code by which the answer is read, given this once."""

    code: str
    track: str


class CodeIn(Schema):
    """A code as it stands on the receipt, in any spelling. It travels in the body: an address is kept by many."""

    code: Annotated[Text, Field(min_length=1, max_length=60)]


class ObjectionOut(Schema):
    """One's own objection with its answer."""

    posting: UUID
    title: str
    state: ObjectionState
    text: str
    filed_on: dt.date
    reply: str
    replied_on: dt.date | None


class AppraisalOut(Schema):
    """As its council, the office that keeps its papers and the owner read it. No marks stand here before all are shown."""

    id: UUID
    subject: SubjectRef
    unit: UnitRef
    council: Named
    level: Level
    sheet: Named
    sheet_version: int
    state: State
    round: int
    opened_on: dt.date
    closes_on: dt.date
    shown_on: dt.date | None
    ended_on: dt.date | None
    points: Decimal | None
    spread: Decimal | None
    grade: str
    passed: bool | None


class AppraisalPage(Schema):
    """A page of appraisals, by their ids, which is the order of time."""

    items: list[AppraisalOut]
    next: str | None


class AppraisalsAsked(PagesAsked):
    """Which appraisals."""

    state: State | None = None
    council: UUID | None = None


class LineOut(Schema):
    """A line of the sheet, and what the owner gave itself on it."""

    id: UUID
    name: str
    least: Decimal
    most: Decimal
    bonus: bool
    own: Decimal | None
    own_reason: str


class ConflictOut(Schema):
    """Somebody takes no part."""

    tie: Tie
    found: bool
    since: dt.date


class CardOut(Schema):
    """A member's card, once all are shown; named for those who keep the papers."""

    round: int
    who: str
    part: str
    total: Decimal
    marks: list[Decimal]
    reason: str


class AppraisalWhole(AppraisalOut):
    """With its sheet, conflicts and, once shown, its cards."""

    pass_points: Decimal
    spread_most: Decimal
    members_least: int
    lines: list[LineOut]
    conflicts: list[ConflictOut]
    cards_in: int = Field(description="Cards of this round that were handed in.")
    cards: list[CardOut] | None = Field(description="null before all are shown.")
    may: list[Deed] = Field(description="Deeds that the state allows, whoever does them.")
