"""One case whole as its office reads it. No contact stands in it."""

import datetime as dt
from uuid import UUID

from ninja import Schema
from pydantic import Field

from gandan.core.rest.refs import Named
from gandan.opinions.enums import Deed, Form, LetterKind
from gandan.opinions.web.schemas.cases import CaseRow
from gandan.opinions.web.schemas.tracked import DateHeld, PromiseRef


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
