"""Two people enter the same figure in the same moment: one does, the other is told."""

import threading
from decimal import Decimal

import pytest
from django.db import connection

from gandan.core.access import Refusal
from gandan.indicators import actions
from gandan.indicators.models import Value
from tests.indicators.conftest import DEMO, SEPTEMBER, indicator
from tests.people import NOW

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*deeds):
    said, start = [], threading.Barrier(len(deeds))

    def one(deed):
        start.wait(10)
        try:
            deed()
            said.append("")
        except Refusal as refusal:
            said.append(refusal.sentence)
        finally:
            connection.close()

    threads = [threading.Thread(target=one, args=[deed]) for deed in deeds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(said)


def test_entering_at_once(place):
    gifts = indicator("care.gifts")
    said = at_once(
        *(
            lambda n=n: actions.enter_value(indicator=gifts, unit=place.commune, value=Decimal(n), by=DEMO, now=NOW, **SEPTEMBER)
            for n in range(4)
        )
    )
    assert (said[0], Value.objects.count()) == ("", 1)
    assert all("đã có số của kỳ này" in s for s in said[1:])


def test_correcting_at_once(place):
    value = actions.enter_value(indicator=indicator("care.gifts"), unit=place.commune, value=Decimal(9), by=DEMO, now=NOW, **SEPTEMBER)
    said = at_once(*(lambda n=n: actions.correct_value(value, number=Decimal(n), reason="x", by=DEMO, now=NOW) for n in range(4)))
    assert (said[0], Value.objects.count(), Value.objects.living().count()) == ("", 2, 1)
    assert all("số mới nhất" in s for s in said[1:])
