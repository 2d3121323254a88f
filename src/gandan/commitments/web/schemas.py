"""What the REST calls of this room take and give."""

import datetime as dt
from typing import Annotated, Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field, HttpUrl

from gandan.commitments.enums import CodeKind, How, Issuer, Kind, State
from gandan.commitments.policies.words import LONGEST, SHORTEST_OBJECTION
from gandan.core.rest.asked import Asked
from gandan.core.rest.days import Day
from gandan.core.rest.paging import LONGEST_CURSOR, MOST
from gandan.core.rest.refs import Named, UnitRef
from gandan.core.rest.words import Text

Title = Annotated[Text, Field(min_length=1, max_length=LONGEST["title"])]
Deliverable = Annotated[Text, Field(min_length=1, max_length=LONGEST["deliverable"])]
Note = Annotated[Text, Field(max_length=LONGEST["note"])]
Reason = Annotated[Text, Field(min_length=1, max_length=LONGEST["reason"], description="Everybody can read it.")]


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


class EvidenceOut(Schema):
    """What shows the work. A file is fetched at `url` as an attachment."""

    kind: str
    note: str
    url: str
    on: dt.date


class Dated(Schema):
    """Something said on a day."""

    on: dt.date
    text: str


class ProgressOut(Dated):
    """How far it had come."""

    percent: int | None


class ExtensionOut(Schema):
    """A date that moved."""

    was: dt.date
    now: dt.date
    reason: str
    on: dt.date


class ReportOut(Schema):
    """The unit's word that it is done."""

    on: dt.date
    summary: str
    posted_until: dt.date | None


class ObjectionOut(Schema):
    """Somebody said that it is not done. The words are null for those who may not read them."""

    on: dt.date
    text: str | None


class ConfirmationOut(Schema):
    """One yes, and in which capacity; never whose."""

    on: dt.date
    how: How
    issuer: Issuer | None = Field(
        description="Of a code: who handed it out, the office that owes or the board; or that it is the sender's own, of an opinion."
    )


class HandoverOut(Schema):
    """It went to another office."""

    was: Named
    to: Named
    cause: str
    reason: str
    on: dt.date


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


class PromiseNumbers(Schema):
    """What is owed to people, by who says that it is done. Never add these; `confirmed_…` say by whom the confirmed were confirmed."""

    confirmed: int
    unopposed: int
    reported: int
    open: int
    late: int
    withdrawn: int
    confirmed_code: int = Field(description="By who holds a code; codes are handed out by the office or by the supervision board.")
    confirmed_sender: int = Field(description="By who said what the promise answers, with the private code of the opinion.")
    confirmed_households: int
    confirmed_board: int
    confirmed_asker: int
    done_late: int
    withdrawn_late: int


class TaskNumbers(Schema):
    """What was assigned inside the system."""

    accepted: int
    reported: int
    open: int
    late: int
    withdrawn: int
    done_late: int
    withdrawn_late: int


class PublicCounts(Schema):
    """A unit with those that went wholly into it: promises and requests apart."""

    unit: UnitRef
    on: dt.date
    promises: PromiseNumbers
    requests: PromiseNumbers


class WorkCounts(PublicCounts):
    """And what was assigned."""

    tasks: TaskNumbers


class ListAsked(Asked):
    """Which commitments."""

    unit: UUID | None = Field(None, description="Of this unit and of those that went wholly into it.")
    kind: Kind | None = None
    state: State | None = None
    late: bool | None = Field(None, description="true: open after the date; false: everything else.")
    cursor: str | None = Field(None, max_length=LONGEST_CURSOR, description="`next` of the page before.")
    limit: int = Field(50, ge=1, le=MOST)


class CountsAsked(Asked):
    """Of which unit."""

    unit: UUID


class MakeIn(Schema):
    """What is owed. With a rule and no day, the day follows from the rule."""

    title: Title
    deliverable: Deliverable
    lead: UUID = Field(description="The one office that answers for it.")
    due: Day | None = None
    due_rule: str = Field("", max_length=80, pattern=r"^[a-z0-9_.]*$", description="Code of a rule under /api/v1/rules.")
    made_on: Day | None = Field(None, description="Today when left out.")
    beneficiary: Text = Field("", max_length=LONGEST["beneficiary"], description="A group or a place, never a person.")
    hamlet: UUID | None = None
    coordinators: list[UUID] = Field([], max_length=20)


class TaskIn(MakeIn):
    """A task."""

    assigned_by: UUID


class RequestIn(MakeIn):
    """A request of people that is taken up. What an office asked for is taken up at the activity where it asked."""


class ProgressIn(Schema):
    """How far it is."""

    note: Annotated[Text, Field(min_length=1, max_length=LONGEST["note"])]
    percent: Annotated[int, Field(ge=0, le=100)] | None = None


class EvidenceIn(Schema):
    """A link or a note; files go to `/{key}/files`."""

    kind: Literal["link", "note"]
    note: Note = ""
    url: HttpUrl | None = None


class ReportIn(Schema):
    """What was done."""

    summary: Annotated[Text, Field(min_length=1, max_length=LONGEST["summary"])]


class ExtendIn(Schema):
    """A later date."""

    to: Day
    reason: Reason


class ReasonIn(Schema):
    """Why."""

    reason: Reason


class OfficeIn(Schema):
    """An office."""

    office: UUID


class HandOverIn(Schema):
    """To whom, and why."""

    office: UUID
    reason: Reason


class ObjectionIn(Schema):
    """What is not done."""

    text: Annotated[Text, Field(min_length=SHORTEST_OBJECTION, max_length=LONGEST["text"])]


class CodeIn(Schema):
    """For whom a code is."""

    kind: CodeKind


class CodeOut(Schema):
    """A code, this once."""

    code: str


class ByCodeIn(Schema):
    """A code as somebody typed it."""

    code: Annotated[Text, Field(min_length=1, max_length=60)]
