"""What a poster says to type opens the form with commune and hamlet filled in, also after the commune went into another."""

import re

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange

from gandan.units import actions as deeds
from gandan.units.actions import NewUnit
from gandan.units.models import Hamlet, HamletPlace
from tests.people import LONG_AGO, NOW, TODAY


def hamlet(unit, kind: str, name: str, key: str, *, added_in=None) -> Hamlet:
    lasting = DateRange(LONG_AGO, None, "[)")
    made = Hamlet.objects.create(unit=unit, added_in=added_in or unit, kind=kind, name=name, key=key, existed=lasting)
    HamletPlace.objects.create(hamlet=made, unit=unit, during=lasting)
    return made


def printed(phone, one: Hamlet) -> str:
    html = phone.get(f"/y-kien/ap-phich/{one.pk}/").content.decode()
    return re.findall(r'class="url">testserver([^<]+)<', html)[0]


def test_the_typed_address_opens_the_form_with_the_hamlet(phone, ground):
    address = printed(phone, ground.hamlet)
    assert address == "/y-kien/31120/3"
    html = phone.get(address, follow=True).content.decode()
    assert f'value="{ground.hamlet.pk}" selected' in html
    assert "Phường Ninh Kiều" in html


@pytest.mark.parametrize("typed", ["3", "03", "khu-pho-3", "KhuPho3"])
def test_it_is_understood_however_it_is_typed(phone, ground, typed):
    assert phone.get(f"/y-kien/31120/{typed}/")["Location"] == f"/y-kien/gui/?thon={ground.hamlet.pk}"


@pytest.mark.parametrize("typed", ["", "99/", "khong-co/"])
def test_an_unknown_hamlet_leads_to_the_form_of_the_commune(phone, ground, typed):
    assert phone.get(f"/y-kien/31120/{typed}")["Location"] == f"/y-kien/gui/?don-vi={ground.commune.pk}"


def test_a_code_nobody_has_is_no_page(phone, ground):
    assert phone.get("/y-kien/99999/3/").status_code == 404


def test_hamlets_of_one_name_are_named_longer_until_each_is_alone(phone, ground):
    name = hamlet(ground.commune, "ap", "Đồng Chùa", "dongchua")
    group = hamlet(ground.commune, "to_dan_pho", "3", "3")
    brought = hamlet(ground.commune, "khu_pho", "3", "3", added_in=ground.other)
    told = {one: printed(phone, one) for one in (name, group, brought, ground.hamlet)}
    assert told == {
        name: "/y-kien/31120/dong-chua",
        group: "/y-kien/31120/to-3",
        brought: "/y-kien/31120/khu-pho-3-31186",
        ground.hamlet: "/y-kien/31120/khu-pho-3-31120",
    }
    for one, address in told.items():
        assert phone.get(f"{address}/")["Location"] == f"/y-kien/gui/?thon={one.pk}"
    assert phone.get("/y-kien/31120/3/")["Location"] == f"/y-kien/gui/?don-vi={ground.commune.pk}", "nobody guesses which"


def test_codes_of_communes_that_became_one_lead_on(phone, ground, administrator):
    """Posters that hang since before the merger; beside each other both would be called 3."""
    brought = hamlet(ground.other, "khu_pho", "3", "3")
    before = {one: printed(phone, one) for one in (ground.hamlet, brought)}
    into = NewUnit(level="commune", kind="Phường", name="Tây Đô", code="39999", parent=ground.province)
    deeds.merge([ground.commune, ground.other], into=into, first_day=TODAY, decree="12/NQ-UBTVQH16", by=administrator, now=NOW)
    for one in (ground.hamlet, brought):
        one.refresh_from_db()
        assert phone.get(f"{before[one]}/")["Location"] == f"/y-kien/gui/?thon={one.pk}"
        now = printed(phone, one)
        assert now.startswith("/y-kien/39999/khu-pho-3-")
        assert phone.get(f"{now}/")["Location"] == f"/y-kien/gui/?thon={one.pk}"
