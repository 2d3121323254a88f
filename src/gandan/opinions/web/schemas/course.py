"""What the deeds of the course of a case take."""

from typing import Annotated
from uuid import UUID

from ninja import Schema
from pydantic import Field

from gandan.opinions.enums import Content
from gandan.opinions.web.schemas.office_words import Answered, Label, Law
from gandan.opinions.web.schemas.words import Reason, TopicCode


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


class LabelIn(Schema):
    """A word by which the office keeps cases together; it speaks of the matter, never of a person."""

    label: Label


class PersonIn(Schema):
    """Who in the office works on it."""

    person: UUID | None
