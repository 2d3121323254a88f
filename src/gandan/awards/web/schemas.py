"""What the REST calls take and give of what is open to all: kinds, rounds, the roll. No names: an answer is kept and copied by others."""

import datetime as dt
from typing import Annotated
from uuid import UUID

from ninja import Schema
from pydantic import Field

from gandan.appraisals.enums import Level
from gandan.awards.enums import CallState, Form, NameSource
from gandan.core.rest.asked import Asked
from gandan.core.rest.paging import LONGEST_CURSOR, MOST
from gandan.core.rest.words import Text


class ConditionsOut(Schema):
    """Conditions with their source. `checked` false: nobody compared them with the text of the source."""

    years: int | None
    years_head: int | None
    deadline_month: int | None
    deadline_day: int | None
    others: list[str]
    papers: list[str]
    source: str
    checked: bool


class KindOut(Schema):
    """A kind of commendation as it is called today."""

    code: str
    name: str
    issuer: str
    form: Form
    level: Level
    to_persons: bool
    to_collectives: bool
    once_a_person: bool
    conditions: ConditionsOut | None


class Kinds(Schema):
    """Every kind that is given today."""

    items: list[KindOut]


class CallOut(Schema):
    """A round. `posting`: the page on which its list may be objected to, while it is posted."""

    id: UUID
    title: str
    kind: str
    unit: UUID
    office: str
    state: CallState
    year: int
    opens_on: dt.date
    closes_on: dt.date
    grounds: list[str]
    conditions: ConditionsOut | None
    posting: str | None
    decision: str | None
    url: str


class CallPage(Schema):
    """A page of calls, in the order in which they were planned."""

    items: list[CallOut]
    next: str | None


class CallsAsked(Asked):
    """Which calls."""

    state: CallState | None = None
    cursor: str | None = Field(None, max_length=LONGEST_CURSOR, description="`next` of the page before.")
    limit: int = Field(50, ge=1, le=MOST)


class RollAsked(Asked):
    """Of which part of the roll. There is no asking for a person."""

    unit: UUID | None = Field(None, description="Where people work, whoever decided; with everything below it and what went into it.")
    decided_in: UUID | None = Field(None, description="The unit whose office decided, with everything below it and what went into it.")
    level: Level | None = None
    kind: Annotated[Text, Field(max_length=60)] | None = None
    year: int | None = Field(None, ge=1930, le=2100)


class GroundCounts(Schema):
    """How many on one ground; persons and collectives apart."""

    ground: str
    persons: int
    collectives: int


class RollCounts(Schema):
    """Of the unit asked, and never summed: a collective is not so many persons. `conferrals` counts a decision once."""

    persons: int
    collectives: int
    conferrals: int
    grounds: list[GroundCounts]


class ConferralOut(Schema):
    """What was given at once on one ground: numbers of all of it and the paper, no names. `unit` is the one that decided, of what a text or
    a book tells the one where people work."""

    id: UUID
    name: str
    by: str
    ground: str
    unit: UUID | None
    persons: int
    collectives: int
    given_on: dt.date | None
    year: int | None
    source: NameSource
    decision: str | None
    url: str


class ConferralPage(Schema):
    """A page of the roll, in the order in which it was written."""

    items: list[ConferralOut]
    next: str | None


class ConferralsAsked(RollAsked):
    """Which part of the roll, by pages."""

    cursor: str | None = Field(None, max_length=LONGEST_CURSOR, description="`next` of the page before.")
    limit: int = Field(50, ge=1, le=MOST)
