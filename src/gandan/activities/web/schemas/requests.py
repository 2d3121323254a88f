"""What was asked for at an activity: as REST shows it, and what its calls take."""

import datetime as dt
from uuid import UUID

from ninja import Schema

from gandan.activities.enums import RequestState
from gandan.activities.web.schemas.words import Line, Sentence, Short
from gandan.core.rest.days import Day


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
