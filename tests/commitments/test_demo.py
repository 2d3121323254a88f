"""The demo's promises look like life: kept, late, objected to, in two provinces."""

from django.utils import timezone

from gandan.commitments import demo
from gandan.commitments.enums import Kind, State
from gandan.commitments.models import Commitment
from gandan.core.access import SystemActor
from gandan.units import queries as units


def test_two_provinces_with_promises_late_kept_and_objected(seeded):
    today = timezone.localdate()
    for code in ("92", "08"):
        province = units.by_code(code)
        there = Commitment.objects.filter(unit__in=units.descendant_ids(province, on=today), kind=Kind.PROMISE)
        assert {State.OPEN, State.CONFIRMED, State.UNOPPOSED} <= set(there.values_list("state", flat=True))
        assert any(c.is_late(today) for c in there)
        assert there.filter(objections__isnull=False, state=State.OPEN).exists(), "one that people object to"
        assert there.values("unit").distinct().count() >= 5


def test_no_story_is_told_twice(seeded):
    before = Commitment.objects.count()
    demo.fill(by=SystemActor("demo"), now=timezone.now())
    assert Commitment.objects.count() == before
