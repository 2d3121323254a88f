"""What the REST calls for offices take and give. Contacts are in none of them but the one that opens one, with its reason."""

import datetime as dt
from typing import Annotated
from uuid import UUID

from ninja import Schema
from pydantic import Field

from gandan.core.rest.asked import Asked
from gandan.core.rest.days import Day
from gandan.core.rest.paging import LONGEST_CURSOR, MOST
from gandan.core.rest.refs import Named, UnitRef
from gandan.core.rest.words import Text
from gandan.opinions.enums import Channel, Content, Deed, Form, LetterKind, State
from gandan.opinions.policies.words import LONGEST, SHORTEST_REASON
from gandan.opinions.web.schemas import DateHeld, PromiseRef, Reason, TopicCode

Law = Annotated[Text, Field(max_length=LONGEST["law"], description="Rule and article that stand behind it.")]
Answered = Annotated[Text, Field(min_length=1, max_length=LONGEST["answer"])]
Label = Annotated[Text, Field(min_length=1, max_length=LONGEST["label"])]


class CaseRow(Schema):
    """A case as a list shows it: no words of anybody."""

    id: UUID
    number: str
    state: State
    late: bool
    topic: str
    content: Content
    channel: Channel
    unit: UnitRef
    hamlet: Named | None
    office: Named
    received_on: dt.date
    due: dt.date | None
    round: int
    escalated_on: dt.date | None
    people: int
    tags: list[str]


class CasePage(Schema):
    """A page of cases, by their ids, which is the order of time."""

    items: list[CaseRow]
    next: str | None


class OpinionOut(Schema):
    """What one person said. Nothing says who."""

    id: UUID
    form: Form
    text: str
    place: str
    hamlet: Named | None
    latitude: float | None
    longitude: float | None
    language: str
    said_on: dt.date
    has_contact: bool


class LetterOut(Schema):
    """Between the office and a sender (`opinion`), or from the office to all."""

    kind: LetterKind
    opinion: UUID | None
    text: str
    on: dt.date


class AnswerOut(Schema):
    """To all senders."""

    text: str
    law: str
    partial: bool
    late: bool
    on: dt.date


class StepOut(Schema):
    """What was done, with its reason."""

    deed: Deed
    reason: str
    law: str
    was: Named | None
    to: Named | None
    on: dt.date


class PublicationOut(Schema):
    """What everybody may read of it."""

    title: str
    question: str
    answer: str
    shown: bool
    on: dt.date


class CaseWhole(CaseRow):
    """With everything that was said and done."""

    answered_on: dt.date | None
    ended_on: dt.date | None
    complex: bool
    remote: bool
    second_time: bool
    joined_into: UUID | None
    opinions: list[OpinionOut]
    letters: list[LetterOut]
    answers: list[AnswerOut]
    steps: list[StepOut]
    dates: list[DateHeld]
    promises: list[PromiseRef]
    publication: PublicationOut | None
    may: list[Deed] = Field(description="Deeds that the state allows.")


class CasesAsked(Asked):
    """Which cases."""

    unit: UUID | None = None
    office: UUID | None = None
    state: State | None = None
    topic: str | None = Field(None, max_length=40)
    late: bool | None = Field(None, description="true: owed and past its date; false: everything else.")
    cursor: str | None = Field(None, max_length=LONGEST_CURSOR, description="`next` of the page before.")
    limit: int = Field(50, ge=1, le=MOST)


class ClassifyIn(Schema):
    """What it is in the words of the law, and its topic."""

    content: Content
    topic: TopicCode
    complex: bool = False
    remote: bool = False
    second_time: bool = False


class ForwardIn(Schema):
    """To whom, and why."""

    office: UUID
    reason: Reason


class WordsIn(Schema):
    """Words to senders: of one opinion, or to all."""

    text: Answered
    opinion: UUID | None = None


class ReasonIn(Schema):
    """Why."""

    reason: Reason


class RefuseIn(ReasonIn):
    """Why, and by which rule."""

    law: Annotated[Law, Field(min_length=1)]


class PromiseIn(Schema):
    """What the answer promises, in the same deed."""

    title: Annotated[Text, Field(min_length=1, max_length=200)]
    deliverable: Annotated[Text, Field(min_length=1, max_length=1000)]
    due: Day
    lead: UUID


class AnswerIn(Schema):
    """To all senders."""

    text: Answered
    law: Law = ""
    partial: bool = False
    promise: PromiseIn | None = None


class SummaryIn(Schema):
    """What was done."""

    summary: Reason


class MergeIn(Schema):
    """Into which case."""

    into: UUID


class SplitIn(Schema):
    """Which opinions become a case of their own."""

    opinions: Annotated[list[UUID], Field(min_length=1, max_length=200)]


class PublishIn(Schema):
    """What everybody will read, with personal data masked."""

    title: Annotated[Text, Field(min_length=1, max_length=LONGEST["title"])]
    question: Annotated[Text, Field(min_length=1, max_length=LONGEST["question"])]
    answer: Answered


class LabelIn(Schema):
    """A word by which the office keeps cases together; it speaks of the matter, never of a person."""

    label: Label


class PersonIn(Schema):
    """Who in the office works on it."""

    person: UUID | None


class OpenContactIn(Schema):
    """Of which opinion, and why; its sender reads the reason."""

    opinion: UUID
    reason: Annotated[Text, Field(min_length=SHORTEST_REASON, max_length=LONGEST["opening"])]


class ContactOut(Schema):
    """How the sender may be reached. Each opening stands on the sender's page and is counted in public."""

    name: str
    phone: str
    mail: str
