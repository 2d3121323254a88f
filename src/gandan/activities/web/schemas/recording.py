"""What a call takes that writes an activity down, or takes one back."""

from typing import Annotated
from uuid import UUID

from ninja import Schema
from pydantic import Field

from gandan.activities.enums import Kind
from gandan.activities.web.schemas.words import ONE, Line, Short, Text, words
from gandan.core.rest.days import Day


class RecordIn(Schema):
    """An activity. `starts_on` is null only where no text tells the day."""

    kind: Kind
    title: Line
    unit: UUID
    starts_on: Day | None
    ends_on: Day | None = None
    place: Short = ""
    text: Text = ""
    is_public: bool = False


class NewIn(RecordIn):
    """A new activity, with the offices that held it."""

    hosts: list[UUID] = Field([], max_length=20)
    host_names: list[Short] = Field([], max_length=20)


class ReasonIn(Schema):
    """Why."""

    reason: Annotated[str, words(500), ONE]
