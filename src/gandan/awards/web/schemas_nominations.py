"""What the REST calls of dossiers take and give. A name goes in and never comes out: an answer is kept and copied by others."""

import datetime as dt
from typing import Annotated
from uuid import UUID

from ninja import Schema
from pydantic import Field

from gandan.awards.enums import CheckKind, NominationState, NomineeState, Outcome, Whom
from gandan.awards.policies.words import LONGEST
from gandan.core.rest.days import Day
from gandan.core.rest.words import Text

Name = Annotated[Text, Field(min_length=1, max_length=LONGEST["name"])]
Ground = Annotated[Text, Field(max_length=200, description="A line of the call's list; empty where the call has none.")]


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
