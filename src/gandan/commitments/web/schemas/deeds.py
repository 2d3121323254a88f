"""What the calls of deeds take."""

from typing import Annotated, Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field, HttpUrl

from gandan.commitments.policies.words import LONGEST
from gandan.commitments.web.schemas.words import Note, Reason
from gandan.core.rest.days import Day
from gandan.core.rest.words import Text


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
