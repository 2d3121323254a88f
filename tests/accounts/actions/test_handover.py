"""Roles when their place is reorganised: hamlets take theirs along, offices end theirs, a split asks people."""

from datetime import timedelta
from fractions import Fraction

import pytest

from gandan.accounts import queries, work
from gandan.accounts.models import RoleHeld
from gandan.core.access import Role
from gandan.core.events import Event
from gandan.units import actions as units
from gandan.units.actions import NewUnit, Share
from gandan.units.models import Hamlet
from tests.people import NOW, TODAY, hold

DAY, DECREE = TODAY, "12/NQ-UBTVQH16"
EVE = DAY - timedelta(days=1)


def new(world, code="39999", name="Tây Đô"):
    return NewUnit(level="commune", kind="Phường", name=name, code=code, parent=world.province)


def holdings(user, day):
    return [(h.role, h.unit) for h in queries.actor_for(user, today=day).holdings]


def merge(world, administrator, first_day=DAY):
    both = [world.commune, world.other]
    return units.merge(both, into=new(world), first_day=first_day, decree=DECREE, by=administrator, now=NOW)


def test_in_a_merger_the_hamlet_head_follows_and_offices_end_their_people(world, people, administrator):
    old, made = world.commune.pk, merge(world, administrator)
    assert holdings(people["hamlet_head"], EVE) == [(Role.HAMLET_HEAD, old)]
    assert holdings(people["hamlet_head"], DAY) == [(Role.HAMLET_HEAD, made.pk)]
    for who in ("front_officer", "committee_officer", "leader", "outsider", "supervisor"):
        assert holdings(people[who], EVE)
        assert holdings(people[who], DAY) == []
    assert holdings(people["provincial_leader"], DAY)
    written = Event.objects.filter(actor="system:handover").values_list("verb", flat=True)
    assert sorted(written) == ["accounts.role_ended"] * 5 + ["accounts.role_moved"]
    assert not queries.roles_left_behind(today=DAY).exists()


def test_a_merger_recorded_late_rewrites_no_yesterday(world, people, administrator):
    made = merge(world, administrator, first_day=TODAY - timedelta(days=30))
    assert holdings(people["leader"], TODAY - timedelta(days=1))
    assert holdings(people["leader"], TODAY) == []
    assert holdings(people["hamlet_head"], TODAY) == [(Role.HAMLET_HEAD, made.pk)]


def test_a_role_that_would_begin_later_begins_in_the_new_commune(world, people, administrator):
    later = DAY + timedelta(days=20)
    hold(people["committee_officer"], Role.HAMLET_HEAD, hamlet=world.hamlet, since=later)
    made = merge(world, administrator)
    assert holdings(people["committee_officer"], later) == [(Role.HAMLET_HEAD, made.pk)]
    assert holdings(people["committee_officer"], DAY) == []


def test_a_split_moves_nobody_and_asks_administrators(world, people, administrator):
    parts = [Share(new(world), Fraction(1, 2)), Share(new(world, "39998", "An Hòa"), Fraction(1, 2))]
    before = RoleHeld.objects.count()
    units.split(world.commune, parts=parts, hamlets={Hamlet.objects.get(): 0}, first_day=DAY, decree=DECREE, by=administrator, now=NOW)
    assert not Event.objects.filter(actor="system:handover").exists()
    assert RoleHeld.objects.count() == before
    asked = {r.user.full_name for r in queries.roles_left_behind(today=DAY)}
    assert asked == {people[k].full_name for k in ("hamlet_head", "supervisor", "front_officer", "committee_officer", "leader")}
    assert len(list(work.owed(administrator, DAY))) == 5
    assert list(work.owed(queries.actor_for(people["provincial_leader"], today=DAY), DAY)) == []
    assert list(work.owed(administrator, EVE)) == []


@pytest.mark.parametrize("what", ["hamlet", "office"])
def test_roles_end_with_their_hamlet_or_office(world, people, leader, what):
    if what == "hamlet":
        units.end_hamlet(world.hamlet, after=TODAY, by=leader, now=NOW)
    else:
        units.end_office(world.front, after=TODAY, by=leader, now=NOW)
    gone = people["hamlet_head" if what == "hamlet" else "front_officer"]
    assert holdings(gone, TODAY)
    assert holdings(gone, TODAY + timedelta(days=1)) == []
    assert Event.objects.filter(actor="system:handover").values_list("verb", "thing_id").get() == ("accounts.role_ended", str(gone.pk))
    assert holdings(people["committee_officer"], TODAY + timedelta(days=1))
