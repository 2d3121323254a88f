"""Mergers and splits: what lies on a desk follows the unit that handles for the same people."""

from datetime import date

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange

from gandan.core import events
from gandan.core.access import SystemActor
from gandan.denunciations import actions
from gandan.denunciations.models import Denunciation
from gandan.units.models import Succession, UnitParent
from tests.people import NOW, make_unit

pytestmark = pytest.mark.django_db
DAY = date(2026, 12, 1)
HANDOVER = SystemActor("handover")


def unit_of(letter):
    return Denunciation.objects.get(pk=letter.pk).handling_unit_id


def step(old, new, change, share=1, main=False):
    return Succession(old=old, new=new, first_day=DAY, change=change, share=share, basis="whole", main=main)


def test_a_merger(letter, ground):
    taker = make_unit("Hậu Giang", level="province", kind="Tỉnh", code="93")
    actions.leave_to_successors([step(ground.province, taker, "merge")], DAY, by=HANDOVER, now=NOW)
    assert unit_of(letter) == taker.pk
    event = events.of(letter).last()
    assert (event.verb, event.actor, event.unit) == ("denunciations.moved", "system:handover", taker.pk)


def test_another_unit_s_merger_moves_nothing(letter, ground):
    taker = make_unit("Hậu Giang", level="province", kind="Tỉnh", code="93")
    actions.leave_to_successors([step(ground.other, taker, "merge")], DAY, by=HANDOVER, now=NOW)
    assert unit_of(letter) == ground.province.pk


def test_a_split_goes_with_the_commune_spoken_of(letter, ground):
    first = make_unit("Hậu Giang", level="province", kind="Tỉnh", code="93")
    second = make_unit("Sóc Trăng", level="province", kind="Tỉnh", code="94")
    parent = UnitParent.objects.get(unit=ground.commune)
    parent.during = DateRange(parent.during.lower, DAY, "[)")
    parent.save()
    UnitParent.objects.create(unit=ground.commune, parent=second, during=DateRange(DAY, None, "[)"))
    from gandan.units.models import Load

    Load.objects.create(what="cast", digest="later", at=NOW)
    steps = [step(ground.province, first, "split", "0.6", main=True), step(ground.province, second, "split", "0.4")]
    actions.leave_to_successors(steps, DAY, by=HANDOVER, now=NOW)
    assert unit_of(letter) == second.pk


def test_an_end_without_successor_goes_up(letter, ground):
    end = Succession(old=ground.province, new=None, first_day=DAY, change="abolition", share=0)
    actions.leave_to_successors([end], DAY, by=HANDOVER, now=NOW)
    assert unit_of(letter) is None
