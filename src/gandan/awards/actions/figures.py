"""How many were commended, as figures of `indicators`: persons and collectives apart. Part of deeds."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from gandan.awards.models import Conferral
from gandan.core.access import Actor
from gandan.indicators import actions as indicators
from gandan.indicators.enums import Bound, Measure, Span
from gandan.indicators.models import Indicator, Statement
from gandan.units.models import Unit

PERSONS, COLLECTIVES = "awards.persons", "awards.collectives"
NOUNS = {PERSONS: "cá nhân", COLLECTIVES: "tập thể"}  # as the shipped indicators count; kept words, not shown ones


@dataclass(frozen=True)
class Figures:
    """Of which unit and day, after which sentence."""

    unit: Unit | None
    kept_by: Unit | None
    quote: str
    on: date | None = None
    period_from: date | None = None
    period_to: date | None = None
    source_title: str = ""
    source_url: str = ""
    source_day: date | None = None
    is_public: bool = False


def state(
    given: Figures, *, persons: int, collectives: int, origin: Conferral, counted: bool, by: Actor, now: datetime
) -> tuple[Statement | None, Statement | None]:
    """The figures of persons and of collectives, none for nought. `counted`: a decision of this house is also the value of its day; what a
    text tells becomes a value when a person reads it as one."""
    return (
        _one(given, PERSONS, persons, origin=origin, counted=counted, by=by, now=now) if persons else None,
        _one(given, COLLECTIVES, collectives, origin=origin, counted=counted, by=by, now=now) if collectives else None,
    )


def _one(given: Figures, code: str, number: int, *, origin: Conferral, counted: bool, by: Actor, now: datetime) -> Statement:
    made = indicators.state_figure(
        value=Decimal(number),
        measure=Measure.COUNT,
        bound=Bound.EXACT,
        noun=NOUNS[code],
        quote=given.quote,
        unit=given.unit,
        kept_by=given.kept_by,
        on=given.on,
        period_from=given.period_from,
        period_to=given.period_to,
        source_title=given.source_title,
        source_url=given.source_url,
        source_day=given.source_day,
        origin=origin,
        is_public=given.is_public,
        by=by,
        now=now,
    )
    indicator = Indicator.objects.filter(code=code, measure=Measure.COUNT).first() if counted else None
    if indicator is not None and not indicator.is_ended and given.on is not None:
        indicators.read_value(made, indicator=indicator, span=Span.PERIOD, period_from=given.on, period_to=given.on, by=by, now=now)
    return made
