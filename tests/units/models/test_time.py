"""What the database refuses, whoever writes."""

from datetime import date

import pytest
from django.db import DatabaseError, IntegrityError

from gandan.units.models import HouseholdCount, Succession, Unit, UnitName, UnitParent
from gandan.units.models.time import since
from tests.units.conftest import LAST_OLD, settle, unit

pytestmark = pytest.mark.django_db
DAY = date(2026, 1, 1)


def refused(sentence=""):
    return pytest.raises((IntegrityError, DatabaseError), match=sentence)


def test_two_names_at_a_time(ninh_kieu):
    with refused("one_name_at_a_time"):
        UnitName.objects.create(unit=ninh_kieu, kind="Phường", name="Khác", sort="k", during=since(DAY))


def test_two_bearers_of_a_code(units):
    with refused("one_bearer_of_a_code"):
        unit("31120").codes.update(code="31135")


def test_two_parents_at_a_time(ninh_kieu):
    with refused("one_parent_at_a_time"):
        UnitParent.objects.create(unit=ninh_kieu, parent=unit("48"), during=since(DAY))


def test_no_circle_because_a_parent_is_higher(units):
    with refused("higher tier"):
        UnitParent.objects.create(unit=unit("92"), parent=unit("48"), during=since(DAY))


def test_no_orphan(ninh_kieu):
    ninh_kieu.parents.all().delete()
    with refused("no parent"):
        settle()


def test_no_unit_without_a_name(ninh_kieu):
    ninh_kieu.names.update(during=since(DAY))
    with refused("no name"):
        settle()


def test_a_parent_exists_all_the_time(units):
    Unit.objects.filter(pk=unit("92").pk).update(existed=since(date(2025, 7, 1), DAY))
    with refused("beyond its life"):
        settle()


def test_since_ever_is_no_knowledge(units):
    with refused("unit_real_period"):
        Unit.objects.create(level="province", existed=since(date.min))


def test_an_unknown_beginning_names_its_first_witness(units):
    with refused("unit_unknown_start_is_attested"):
        Unit.objects.create(level="province", existed=since(None))


def test_shares_do_not_exceed_the_whole(units):
    old = unit("31144", LAST_OLD)
    Succession.objects.create(old=old, new=unit("31120"), first_day=date(2025, 7, 1), change="split", share="0.1", basis="decree")
    with refused("more than the whole"):
        settle()


def test_counts_are_never_changed(ninh_kieu, officer, now):
    from gandan.units import actions

    hamlet = actions.add_hamlet(ninh_kieu, kind="khu_pho", name="1", since=DAY, by=officer, now=now)
    actions.count_households(hamlet, households=210, counted_on=DAY, by=officer, now=now)
    with refused("Cannot update"):
        HouseholdCount.objects.update(households=1)
