"""Whatever is done in whatever order: one chain for a unit and time, its rows in order, one value that holds or none."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gandan.core.access import Refusal
from gandan.core.events import Event
from gandan.indicators import actions
from gandan.indicators.models import Value
from tests.indicators.conftest import DEMO, SEPTEMBER, indicator
from tests.people import NOW

pytestmark = pytest.mark.django_db
OCTOBER = {"span": "period", "period_from": date(2026, 10, 1), "period_to": date(2026, 10, 31)}
TIMES = (SEPTEMBER, OCTOBER)
STEP = st.tuples(st.sampled_from(["enter", "correct", "take_away"]), st.integers(0, 1), st.integers(0, 3), st.integers(0, 5))


class Model:
    """What ought to hold: for each time a number, or nothing."""

    def __init__(self) -> None:
        self.holds: dict[int, int | None] = {0: None, 1: None}
        self.deeds = 0


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(STEP, max_size=12))
def test_any_sequence_of_deeds_leaves_whole_chains(place, steps):
    from django.db import transaction

    with transaction.atomic():
        walk(place, steps)
        transaction.set_rollback(True)


def walk(place, steps):
    model, gifts, before = Model(), indicator("care.gifts"), Event.objects.count()
    for verb, time, number, back in steps:
        done = attempt(verb, place.commune, gifts, TIMES[time], Decimal(number), back)
        expected = allowed(model, verb, time, number)
        newest_asked = back == 0 or verb == "enter"
        if newest_asked:
            assert done == expected
        if done:
            model.holds[time] = None if verb == "take_away" else number
            model.deeds += 1
    rows = list(Value.objects.order_by("id"))
    assert len(rows) == model.deeds == Event.objects.count() - before
    for time, holds in model.holds.items():
        chain = [r for r in rows if r.period_from == TIMES[time]["period_from"]]
        assert [r.corrects_id for r in chain] == [None, *(r.pk for r in chain[:-1])][: len(chain)]
        assert [r.value for r in chain[-1:]] in ([], [holds])
    assert Value.objects.living().count() == sum(v is not None for v in model.holds.values())


def allowed(model: Model, verb: str, time: int, number: int) -> bool:
    """Entered where nothing holds; corrected to something else, taken away, where something does."""
    if verb == "enter":
        return model.holds[time] is None
    return model.holds[time] is not None and (verb == "take_away" or model.holds[time] != number)


def attempt(verb, unit, gifts, time, number, back) -> bool:
    """Do it on the newest row of the chain, or on one further back, which is always refused."""
    chain = list(Value.objects.filter(period_from=time["period_from"]).order_by("-id"))
    row = chain[min(back, len(chain) - 1)] if chain else None
    try:
        if verb == "enter":
            actions.enter_value(indicator=gifts, unit=unit, value=number, by=DEMO, now=NOW, **time)
        elif row is None:
            return False
        elif verb == "correct":
            actions.correct_value(row, number=number, reason="x", by=DEMO, now=NOW)
        else:
            actions.take_away_value(row, reason="x", by=DEMO, now=NOW)
    except Refusal:
        return False
    assert verb == "enter" or row == chain[0]
    return True
