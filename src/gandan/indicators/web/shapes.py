"""What the REST calls of this room give and take. Numbers are decimals as text: nothing is rounded on the way."""

import datetime as dt
import re
from decimal import Decimal
from typing import Annotated
from uuid import UUID

from ninja import Path, Schema
from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from gandan.core.rest.asked import Asked
from gandan.core.rest.days import Day
from gandan.core.rest.paging import LONGEST_CURSOR, MOST
from gandan.indicators.enums import Bound, Measure, Nature, Provenance, Span, Topic
from gandan.indicators.models.exact import LARGEST

WRITTEN = r"^-?\d{1,40}(\.\d{1,20})?$"


def number(value: object) -> object:
    """A number is given as text, or as a whole number; a float would have been rounded already."""
    if isinstance(value, bool | float) or not isinstance(value, str | int | Decimal):
        raise PydanticCustomError("decimal_text", 'a number is given as text, as "74.77"')
    exact = Decimal(str(value)) if re.fullmatch(WRITTEN, str(value), re.ASCII) else None
    if exact is None or abs(exact) >= LARGEST:
        raise PydanticCustomError("decimal_text", 'a number is given as text, as "74.77"')
    return exact


Number = Annotated[Decimal, BeforeValidator(number), WithJsonSchema({"type": "string", "pattern": WRITTEN, "maxLength": 62})]
Code = Annotated[str, Path(pattern=r"^[a-z][a-z0-9_]*(\.[a-z0-9_]+)+$", max_length=60, description="Code of the indicator.")]
Place = Annotated[str, Field(pattern=r"^[0-9]{2,8}$", description="Code of the unit as it was at that time.")]


def without_nul(value: str) -> str:
    """PostgreSQL keeps no NUL."""
    if "\x00" in value:
        raise PydanticCustomError("nul", "a text has no NUL")
    return value


Text = Annotated[str, AfterValidator(without_nul)]


class IndicatorOut(Schema):
    """What is counted. A rate names its parts: it is computed from them, never summed."""

    code: str
    name: str
    topic: Topic
    measure: Measure
    noun: str
    nature: Nature
    explained: str
    source: str
    checked: bool
    ended: bool
    numerator: str | None
    denominator: str | None


class IndicatorPage(Schema):
    """A page of indicators."""

    items: list[IndicatorOut]
    next: str | None


class FigureOut(Schema):
    """A figure as a text states it, with its sentence."""

    id: UUID
    value: str
    measure: Measure
    bound: Bound
    noun: str
    quote: str
    unit: UUID | None
    unit_code: str | None
    on: dt.date | None
    period_from: dt.date | None
    period_to: dt.date | None
    cumulative: bool
    source_title: str
    source_url: str
    source_day: dt.date | None
    is_public: bool
    corrects: UUID | None
    corrected_by: UUID | None
    retracted_on: dt.date | None


class FigureList(Schema):
    """Figures found, newest first."""

    items: list[FigureOut]


class ValueOut(Schema):
    """A value that holds: on a day, in a period, or running through one. `value` null: it was taken away."""

    id: UUID
    indicator: str
    unit: UUID
    unit_code: str | None
    unit_name: str
    span: Span
    on: dt.date | None
    period_from: dt.date | None
    period_to: dt.date | None
    value: str | None
    bound: Bound
    provenance: Provenance
    figure: UUID | None
    corrects: UUID | None
    entered_at: dt.datetime


class ValuePage(Schema):
    """A page of values, in the order in which they were entered."""

    items: list[ValueOut]
    next: str | None


class Paged(Asked):
    """Which page."""

    cursor: str | None = Field(None, max_length=LONGEST_CURSOR, description="`next` of the page before.")
    limit: int = Field(50, ge=1, le=MOST)


class ValuesAsked(Paged):
    """Which values."""

    unit: str | None = Field(None, pattern=r"^[0-9]{2,8}$", description="Code of a unit; with those that went into it.")


class FiguresAsked(Asked):
    """Which figures."""

    q: str = Field(min_length=1, max_length=120, description="A number in any Vietnamese spelling, with or without words beside it.")
    limit: int = Field(50, ge=1, le=100)


class TimeIn(Schema):
    """A day (point), or a period from its first to its last day (period, cumulative)."""

    span: Span
    on: Day | None = None
    period_from: Day | None = None
    period_to: Day | None = None


class ValueIn(TimeIn):
    """A value to enter."""

    unit: Place
    value: Number
    bound: Bound = Bound.EXACT
    sure: bool = Field(False, description="The number is right although it is far beyond the one before (else 409).")


class ReadIn(TimeIn):
    """Of which indicator, unit and time a figure is one. Without a unit, that of the figure."""

    indicator: Text = Field(max_length=60)
    unit: Place | None = None


class CorrectionIn(Schema):
    """Another number, and why."""

    value: Number
    bound: Bound = Bound.EXACT
    reason: Text = Field(min_length=1, max_length=500)
    sure: bool = Field(False, description="The number is right although it is far beyond the one before (else 409).")


class ReasonIn(Schema):
    """Why."""

    reason: Text = Field(min_length=1, max_length=500)


class FigureIn(Schema):
    """A figure with the sentence it stands in."""

    value: Number
    measure: Measure
    bound: Bound = Bound.EXACT
    noun: Text = Field("", max_length=200)
    quote: Text = Field(min_length=1, max_length=2000)
    unit: Place | None = None
    on: Day | None = None
    period_from: Day | None = None
    period_to: Day | None = None
    cumulative: bool = False
    source_title: Text = Field("", max_length=300)
    source_url: str = Field("", max_length=500, pattern=r"^(https?://[!-~]+)?$")
    source_day: Day | None = None
    is_public: bool = False
    corrects: UUID | None = Field(None, description="A figure that was kept wrongly.")
