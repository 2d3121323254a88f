"""The demo's round of commendations: one left out, one taken off by an objection, the others on the roll; another call is open."""

from django.utils import timezone

from gandan.appraisals.models import Objection
from gandan.awards import demo
from gandan.awards.models import Call, Conferral, Holder, Nominee
from gandan.core.access import SystemActor


def test_a_whole_round_and_one_that_is_open(seeded):
    assert sorted(Call.objects.values_list("state", flat=True)) == ["decided", "open"]
    done = Call.objects.get(state="decided")
    states = sorted(Nominee.objects.filter(nomination__call=done).values_list("state", flat=True))
    assert states == ["conferred"] * 5 + ["excluded", "not_chosen", "not_chosen"]
    assert Objection.objects.get(posting=done.posting).state == "upheld"
    assert Holder.objects.exclude(certificate="").count() == 5
    rows = Conferral.objects.filter(decision=done.decision)
    assert sum(r.persons for r in rows) + sum(r.collectives for r in rows) == 5
    demo.fill(by=SystemActor("demo"), now=timezone.now())
    assert Call.objects.count() == 2
