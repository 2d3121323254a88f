"""What the deeds take that answer, and what an answer promises."""

from typing import Annotated
from uuid import UUID

from ninja import Schema
from pydantic import Field

from gandan.core.rest.days import Day
from gandan.core.rest.words import Text
from gandan.opinions.policies.words import LONGEST
from gandan.opinions.web.schemas.office_words import Answered, Law
from gandan.opinions.web.schemas.words import Reason


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


class PublishIn(Schema):
    """What everybody will read, with personal data masked."""

    title: Annotated[Text, Field(min_length=1, max_length=LONGEST["title"])]
    question: Annotated[Text, Field(min_length=1, max_length=LONGEST["question"])]
    answer: Answered
