"""The demo's round of commendations: one left out, one taken off by an objection, the others on the roll; another call is open."""

import pytest

from gandan.accounts import demo as people
from gandan.appraisals.models import Objection
from gandan.awards import demo
from gandan.awards.models import Call, Conferral, Holder, Nominee
from gandan.core.access import SystemActor
from gandan.core.events.verify import verify
from gandan.core.legal.actions import load as load_law
from gandan.indicators.actions import load as load_indicators
from tests.people import NOW


@pytest.mark.django_db
def test_a_whole_round_and_one_that_is_open(in_country):
    by = SystemActor("demo")
    load_law(by=SystemActor("install"), now=NOW)
    load_indicators(by=SystemActor("install"), now=NOW)
    people.fill(by=by, now=NOW)
    demo.fill(by=by, now=NOW)
    assert sorted(Call.objects.values_list("state", flat=True)) == ["decided", "open"]
    done = Call.objects.get(state="decided")
    states = sorted(Nominee.objects.filter(nomination__call=done).values_list("state", flat=True))
    assert states == ["conferred"] * 5 + ["excluded", "not_chosen", "not_chosen"]
    assert Objection.objects.get().state == "upheld"
    assert Holder.objects.exclude(certificate="").count() == 5
    rows = Conferral.objects.filter(decision=done.decision)
    assert sum(r.persons for r in rows) + sum(r.collectives for r in rows) == 5
    assert not verify().problems
    demo.fill(by=by, now=NOW)
    assert Call.objects.count() == 2
