"""The cast's two communes with the shipped definitions, and short ways to values and statements."""

from datetime import date
from decimal import Decimal

import pytest

from gandan.core.access import SystemActor
from gandan.core.events import Event
from gandan.indicators import actions
from gandan.indicators.models import Indicator
from gandan.units.models import Load
from tests.people import *  # noqa: F403  the fixed cast
from tests.people import NOW

INSTALL, DEMO = SystemActor("install"), SystemActor("demo")
SEPTEMBER = {"span": "period", "period_from": date(2026, 9, 1), "period_to": date(2026, 9, 30)}
YEAR_SO_FAR = {"span": "cumulative", "period_from": date(2026, 1, 1), "period_to": date(2026, 9, 30)}
END_OF_SEPTEMBER = {"span": "point", "on": date(2026, 9, 30)}
QUOTE = "Phường trao 466 suất quà, tổng trị giá hơn 312 triệu đồng."


@pytest.fixture
def definitions(db) -> None:
    actions.load(by=INSTALL, now=NOW)


@pytest.fixture
def place(world, definitions):
    """The cast's world, known to the picture of units."""
    Load.objects.create(what="cast", digest="cast", at=NOW)
    return world


def indicator(code: str) -> Indicator:
    return Indicator.objects.get(code=code)


def enter(unit, number="466", *, code="care.gifts", by=DEMO, **more):
    said = {**SEPTEMBER, **more} if "span" not in more else more
    return actions.enter_value(indicator=indicator(code), unit=unit, value=Decimal(number), by=by, now=NOW, **said)


def state(number="312000000", *, by=DEMO, **more):
    said = {"measure": "VND", "bound": "over", "noun": "trị giá quà", "quote": QUOTE, "source_title": "Bản tin tháng 9", **more}
    return actions.state_figure(value=Decimal(number), by=by, now=NOW, **said)


def verbs() -> list[str]:
    return [v for v in Event.objects.verbs() if v.startswith("indicators.") and v != "indicators.loaded"]
