"""The demo's figures: invented, in real units, made through the same actions as real ones."""

import tomllib
from datetime import date, datetime
from decimal import Decimal
from importlib.resources import files
from typing import Any

from django.conf import settings
from django.db import transaction

from gandan.core.access import Actor
from gandan.indicators import actions
from gandan.indicators.calc.times import month_end
from gandan.indicators.enums import Span
from gandan.indicators.models import Indicator, Statement, Value
from gandan.units import queries as units
from gandan.units.models import Unit


def data() -> dict[str, list[dict[str, Any]]]:
    """The readable list."""
    return tomllib.loads(files("gandan.indicators").joinpath("data/demo.toml").read_text(encoding="utf-8"))


@transaction.atomic
def fill(*, by: Actor, now: datetime) -> None:
    """Definitions, values, one correction, figures of bulletins; what has figures already is left alone."""
    actions.load(by=by, now=now)
    if not settings.DEMO or Value.objects.exists() or Statement.objects.exists():
        return
    told = data()
    for row in told["value"]:
        indicator, unit = Indicator.objects.get(code=row["indicator"]), _unit(row["unit"])
        for time, number in _times(row):
            actions.enter_value(indicator=indicator, unit=unit, value=Decimal(number), **time, by=by, now=now)
    for row in told["correction"]:
        first = date(row["month"][0], row["month"][1], 1)
        wrong = Value.objects.living().get(indicator__code=row["indicator"], unit=_unit(row["unit"]), period_from=first)
        actions.correct_value(wrong, number=Decimal(row["number"]), reason=row["reason"], by=by, now=now)
    for row in told["statement"]:
        _statement(row, by=by, now=now)


def _times(row: dict[str, Any]) -> list[tuple[dict[str, Any], str]]:
    months = [(date(year, month, 1), number) for year, month, number in row.get("months", [])]
    periods: list[tuple[dict[str, Any], str]] = [
        ({"span": Span.PERIOD, "period_from": first, "period_to": month_end(first)}, number) for first, number in months
    ]
    return periods + [({"span": Span.POINT, "on": date.fromisoformat(day)}, number) for day, number in row.get("days", [])]


def _statement(row: dict[str, Any], *, by: Actor, now: datetime) -> None:
    time: dict[str, Any] = {"on": row.get("on"), "period_from": row.get("from"), "period_to": row.get("to")}
    stated = actions.state_figure(
        value=Decimal(row["value"]),
        measure=row["measure"],
        bound=row["bound"],
        noun=row["noun"],
        quote=row["quote"],
        source_title=row["title"],
        source_day=row["day"],
        unit=_unit(row["unit"]),
        kept_by=_unit(row["unit"]),
        is_public=True,
        **time,
        by=by,
        now=now,
    )
    if "indicator" in row:
        indicator = Indicator.objects.get(code=row["indicator"])
        span = Span.POINT if time["on"] else Span.PERIOD
        actions.read_value(stated, indicator=indicator, span=span, **time, by=by, now=now)


def _unit(code: str) -> Unit:
    place = units.by_code(code)
    if place is None:
        raise LookupError(code)
    return Unit.objects.get(pk=place.id)
