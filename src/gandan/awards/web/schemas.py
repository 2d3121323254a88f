"""What the REST calls of this room take and give. A name goes in and never comes out: an answer is kept and copied by others."""

import datetime as dt
import unicodedata
from typing import Annotated
from uuid import UUID

from ninja import Schema
from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from gandan.appraisals.enums import Level
from gandan.awards.enums import CallState, CheckKind, Form, NameSource, NominationState, NomineeState, Outcome, Whom
from gandan.awards.policies.words import LONGEST
from gandan.core.rest.asked import Asked
from gandan.core.rest.days import Day
from gandan.core.rest.paging import LONGEST_CURSOR, MOST


def readable(value: str) -> str:
    """Words that people can read: line breaks and tabs, no other control characters. PostgreSQL keeps no NUL."""
    if any(unicodedata.category(c) == "Cc" and c not in "\n\r\t" for c in value):
        raise PydanticCustomError("control_character", "a text has no control characters")
    return value


Text = Annotated[str, AfterValidator(readable)]
Name = Annotated[Text, Field(min_length=1, max_length=LONGEST["name"])]
Ground = Annotated[Text, Field(max_length=200, description="A line of the call's list; empty where the call has none.")]


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

    unit: UUID | None = Field(None, description="With everything below it and what went into it.")
    kind: Annotated[Text, Field(max_length=60)] | None = None
    year: int | None = Field(None, ge=1930, le=2100)


class GroundCounts(Schema):
    """How many on one ground; persons and collectives apart."""

    ground: str
    persons: int
    collectives: int


class RollCounts(Schema):
    """Never summed: a collective is not so many persons."""

    persons: int
    collectives: int
    conferrals: int
    grounds: list[GroundCounts]


class ConferralOut(Schema):
    """What was given at once on one ground: numbers and the paper, no names."""

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


class CheckOut(Schema):
    """What one rule says; never that somebody is fit."""

    kind: CheckKind
    outcome: Outcome
    needed: int | None
    found: int | None
    source: str
    checked: bool


class NomineeOut(Schema):
    """One who is proposed, without a name: whoever sent it knows it by the id."""

    id: UUID
    whom: Whom
    state: NomineeState
    ground: str
    position: int
    checks: list[CheckOut]


class NominationOut(Schema):
    """An office's dossier."""

    id: UUID
    call: UUID
    office: UUID
    state: NominationState
    number: str
    submitted_on: dt.date | None
    is_late: bool
    returned_why: str
    nominees: list[NomineeOut]


class NominationList(Schema):
    """Dossiers that the owner of the token may open."""

    items: list[NominationOut]


class NominationIn(Schema):
    """Which office proposes."""

    office: UUID


class PersonIn(Schema):
    """A person, as the office declares them. `born_on` where the whole date is known, else `born`."""

    name: Name
    workplace: Annotated[Text, Field(min_length=1, max_length=LONGEST["workplace"])]
    deeds: Annotated[Text, Field(min_length=1, max_length=LONGEST["deeds"])]
    position: Annotated[Text, Field(max_length=LONGEST["name"])] = ""
    born: int | None = Field(None, ge=1900, le=2100)
    born_on: Day | None = None
    years: int | None = Field(None, ge=0, le=70)
    is_head: bool = False
    note: Annotated[Text, Field(max_length=LONGEST["reason"])] = ""
    ground: Ground = ""


class CollectiveIn(Schema):
    """A collective."""

    name: Name
    deeds: Annotated[Text, Field(min_length=1, max_length=LONGEST["deeds"])]
    workplace: Annotated[Text, Field(max_length=LONGEST["workplace"])] = ""
    note: Annotated[Text, Field(max_length=LONGEST["reason"])] = ""
    ground: Ground = ""


class SubmitIn(Schema):
    """The number of the paper by which the office proposes."""

    number: Annotated[Text, Field(min_length=1, max_length=LONGEST["number"])]
