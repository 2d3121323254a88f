"""What is like the words that somebody is about to say."""

import datetime as dt
from uuid import UUID

from ninja import Schema
from pydantic import Field

from gandan.opinions.enums import State
from gandan.opinions.web.schemas.words import Place, Words


class SimilarIn(Schema):
    """What somebody is about to say. It is compared and forgotten."""

    text: Words
    unit: UUID
    hamlet: UUID | None = None
    place: Place = ""


class SimilarOut(Schema):
    """A case like it, as far as anybody may know of it. `title`, `number` and `url` only where it is published."""

    handle: str = Field(description="By which it is joined, within half an hour.")
    topic: str
    hamlet: str
    state: State
    day: dt.date
    people: int
    may_join: bool
    title: str
    number: str
    url: str


class SimilarList(Schema):
    """The nearest first."""

    items: list[SimilarOut]
