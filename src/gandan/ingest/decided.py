"""What a person decided of a record: the shape of the proposal, with what the rooms need more and only a person can say."""

import datetime as dt
from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from pydantic import Field, ValidationError, field_validator

from gandan.ingest import proposal
from gandan.ingest.enums import RecordKind


class Activity(proposal.Activity):
    """`title` is what the activity is called (else the text's own heading), `unit` where it happened, when the text is wrong."""

    title: str | None = Field(default=None, max_length=300)
    ends_on: dt.date | None = None
    unit: UUID | None = None


class Place(proposal.Place):
    """`unit` names a unit by its id; else level and code of the day do."""

    unit: UUID | None = None


class Figure(proposal.Figure):
    """`unit` and time of what is counted, as far as a person says them; `indicator` to read it as a value of one.

    `point` makes it a number of people who took part (of `activities.Point`), with how many `points` there were.
    """

    unit: UUID | None = None
    on: dt.date | None = None
    period_from: dt.date | None = None
    period_to: dt.date | None = None
    cumulative: bool = False
    indicator: UUID | None = None
    point: str | None = None
    points: int | None = Field(default=None, ge=1)


class Request(proposal.Request):
    """`addressed` is the unit that was asked, when the text's words do not tell it."""

    addressed: UUID | None = None


class Person(proposal.Person):
    """Empty lines among the positions are nothing."""

    @field_validator("positions")
    @classmethod
    def _without_empty(cls, positions: list[str]) -> list[str]:
        return [" ".join(p.split()) for p in positions if p.strip()]


SHAPES: dict[RecordKind, type[proposal.Record]] = {
    RecordKind.ACTIVITY: Activity,
    RecordKind.UNIT: Place,
    RecordKind.DOCUMENT: proposal.CitedDocument,
    RecordKind.PERSON: Person,
    RecordKind.FIGURE: Figure,
    RecordKind.REQUEST: Request,
    RecordKind.AWARD: proposal.Award,
    RecordKind.MODEL: proposal.GoodModel,
}
S = TypeVar("S", bound=proposal.Record)


class Misshapen(ValueError):
    """Corrections that do not fit; `fields` says which."""

    def __init__(self, fields: list[str]) -> None:
        super().__init__(", ".join(fields))
        self.fields = fields


def read(kind: str, payload: Mapping[str, Any], corrections: Mapping[str, Any] | None = None) -> proposal.Record:
    """The record with its corrections. The quote is the text's own and cannot be corrected. Raises Misshapen."""
    said = {name: value for name, value in (corrections or {}).items() if name != "quote"}
    try:
        return SHAPES[RecordKind(kind)].model_validate({**payload, **said})
    except ValidationError as wrong:
        raise Misshapen(sorted({str(e["loc"][0]) if e["loc"] else kind for e in wrong.errors()})) from wrong


def changed(record: proposal.Record, payload: Mapping[str, Any]) -> dict[str, Any] | None:
    """What differs from what was read, as JSON; None when nothing does."""
    now = record.model_dump(mode="json")
    different = {name: value for name, value in now.items() if value != payload.get(name) and not (name not in payload and not value)}
    return different or None
