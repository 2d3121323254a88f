"""What the calls on texts and their records take and show."""

import datetime as dt
from typing import Any
from uuid import UUID

from ninja import Schema
from pydantic import Field

from gandan.core.rest.asked import Asked
from gandan.core.rest.days import Day
from gandan.ingest.enums import RecordKind, RecordState
from gandan.ingest.reading.limits import LONGEST_TEXT


class SourceIn(Schema):
    """A text to take in."""

    text: str = Field(max_length=LONGEST_TEXT + 1, description="Plain text, or the source of a web page.")
    unit: str | None = Field(
        None,
        max_length=8,
        description="Code of the commune or province at whose desk it is taken in; needed when the owner of the token works in several.",
    )
    title: str = Field("", max_length=300)
    publisher: str = Field("", max_length=160)
    url: str = Field("", max_length=500)
    published: Day | None = None
    is_public: bool = Field(False, description="Whether it was published: what is accepted from it may then be seen by everyone.")


class RecordOut(Schema):
    """A proposed record, what was decided of it, and what came of that."""

    id: UUID
    kind: RecordKind
    position: int
    state: RecordState
    payload: dict[str, Any] = Field(description="What was read; its shape is that of the same kind in `read_text`.")
    corrected: dict[str, Any] | None
    quote: str
    thing_type: str
    thing_id: str
    activity: UUID | None


class SourceRef(Schema):
    """A text of a list."""

    id: UUID
    title: str
    published: dt.date | None
    taken_at: dt.datetime
    is_public: bool
    waiting: int
    taken: int
    rejected: int


class SourcePage(Schema):
    """Texts, newest first."""

    items: list[SourceRef]
    next: str | None


class SourceOut(Schema):
    """A text with everything it proposes. `known` says that it had been taken in before."""

    id: UUID
    title: str
    publisher: str
    url: str
    published: dt.date | None
    is_public: bool
    taken_at: dt.datetime
    known: bool = False
    records: list[RecordOut]


class SourcesAsked(Asked):
    """Which page."""

    cursor: str | None = Field(None, max_length=400)
    limit: int = Field(50, ge=1, le=200)


class AcceptIn(Schema):
    """What the person corrected; fields as in the payload. `activity` is the one it hangs on, else the nearest accepted one of the text."""

    corrections: dict[str, Any] = Field(default_factory=dict)
    activity: UUID | None = None


class AllOut(Schema):
    """What became of a whole text."""

    accepted: list[UUID]
    left: list["LeftOut"]


class LeftOut(Schema):
    """A record that waits on, and why."""

    record: UUID
    sentence: str
