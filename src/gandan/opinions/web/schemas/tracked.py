"""One's own opinion as REST shows it to who holds its code."""

import datetime as dt
from typing import Annotated
from uuid import UUID

from ninja import Schema
from pydantic import Field

from gandan.core.rest.refs import UnitRef
from gandan.opinions.enums import Stage, State


class DateHeld(Schema):
    """A date that was given, and why; the newest first."""

    due: dt.date
    stage: Stage
    current: bool
    why: str


class Told(Schema):
    """Something that happened."""

    at: dt.datetime
    title: str
    text: str
    law: str
    by_office: bool


class PromiseRef(Schema):
    """What an answer promised."""

    id: UUID
    title: str
    due: dt.date
    state: str
    url: str


class TrackedOut(Schema):
    """One's own opinion. `set_aside`: it was taken for a denunciation and lies sealed with the body above; then nothing else is said."""

    set_aside: bool
    state: State | None
    number: str
    text: str
    place: str
    topic: str
    unit: UnitRef | None
    office: str
    received_on: dt.date | None
    due: dt.date | None
    late: bool
    people: int
    dates: list[DateHeld]
    story: list[Told]
    promises: list[PromiseRef]
    may: list[str] = Field(description="Deeds that are open to who holds the PIN, as the last part of their addresses.")
    notice: Annotated[str, Field(description="After a deed: what its sender is to be told, such as that these words were set aside.")] = ""
