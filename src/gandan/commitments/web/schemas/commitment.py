"""A commitment as REST shows it, in a list and whole; and which ones are asked for."""

import datetime as dt
from uuid import UUID

from ninja import Schema
from pydantic import Field

from gandan.commitments.enums import Kind, State
from gandan.commitments.web.schemas.course import Dated, EvidenceOut, ExtensionOut, HandoverOut, ProgressOut, ReportOut
from gandan.commitments.web.schemas.voices import ConfirmationOut, ObjectionOut
from gandan.core.rest.asked import Asked
from gandan.core.rest.paging import LONGEST_CURSOR, MOST
from gandan.core.rest.refs import Named, UnitRef


class OriginOut(Schema):
    """Where it comes from, as far as the asker may see it."""

    title: str
    url: str


class CommitmentOut(Schema):
    """Who owes what by when. `late` is derived: open after its date. `reported` is the unit's word, `confirmed` the people's."""

    id: UUID
    kind: Kind
    state: State
    late: bool
    title: str
    deliverable: str
    beneficiary: str
    lead: Named
    unit: UnitRef
    made_on: dt.date
    first_due: dt.date
    due: dt.date
    due_rule: str
    ended_on: dt.date | None
    is_public: bool
    origin: OriginOut | None
    url: str


class CommitmentPage(Schema):
    """A page of commitments, in the order in which they were written down."""

    items: list[CommitmentOut]
    next: str | None


class CommitmentWhole(CommitmentOut):
    """With everything that happened to it."""

    hamlet: Named | None
    assigned_by: Named | None
    asked_by: Named | None
    coordinators: list[Named]
    progress: list[ProgressOut]
    evidence: list[EvidenceOut]
    extensions: list[ExtensionOut]
    reports: list[ReportOut]
    objections: list[ObjectionOut]
    sent_back: list[Dated]
    confirmations: list[ConfirmationOut]
    handovers: list[HandoverOut]
    withdrawn: Dated | None
    awaits_office: bool


class ListAsked(Asked):
    """Which commitments."""

    unit: UUID | None = Field(None, description="Of this unit and of those that went wholly into it.")
    kind: Kind | None = None
    state: State | None = None
    late: bool | None = Field(None, description="true: open after the date; false: everything else.")
    cursor: str | None = Field(None, max_length=LONGEST_CURSOR, description="`next` of the page before.")
    limit: int = Field(50, ge=1, le=MOST)
