"""Dossiers lie sealed; the same person is found by a keyed hash within one kind, and by nothing else."""

from datetime import date

import pytest
from cryptography.fernet import Fernet
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st
from psycopg import sql

from gandan.awards import actions, sealing
from gandan.awards.enums import CallState
from gandan.awards.models import Nominee
from gandan.core import secrets
from gandan.core.events.verify import verify
from tests.awards.conftest import KEEPER, MARK, fresh, person
from tests.people import NOW

DAY = date(1968, 3, 9)


def dump() -> str:
    """Every row of every table, as somebody with the database would read it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        said = []
        for (name,) in cursor.fetchall():
            cursor.execute(sql.SQL("SELECT t::text FROM {} t").format(sql.Identifier(name)))
            said += [row[0] for row in cursor.fetchall()]
    return "\n".join(said)


@pytest.mark.django_db
def test_nothing_of_a_dossier_is_readable_until_it_is_given(house):
    call = house.through(CallState.COUNCIL, person(f"Nguyễn {MARK}", deeds=f"{MARK} vận động bà con", workplace=MARK, note=MARK))
    nominee = house.one(call)
    everything = dump()
    assert MARK not in everything
    assert MARK.encode().hex() not in everything
    assert sealing.opened(nominee.sealed, key=nominee.key).name == f"Nguyễn {MARK}"
    house.score(nominee)
    house.choose(nominee)
    call = house.post(call)
    assert MARK not in dump(), "a posted list is read from the dossiers, and kept nowhere"
    house.decide(call)
    assert dump().count(MARK) == 2, "name and workplace of who holds it, and nothing else"


@pytest.mark.django_db
def test_keys_rotate_and_what_is_sealed_stays(house, settings):
    nominee = house.one(house.through(CallState.OPEN))
    was = bytes(nominee.sealed)
    settings.ENCRYPTION_KEYS = [Fernet.generate_key().decode(), *settings.ENCRYPTION_KEYS]
    assert not sealing.is_current(nominee.key)
    assert actions.rewrap(by=KEEPER, now=NOW) == 1
    assert actions.rewrap(by=KEEPER, now=NOW) == 0
    settings.ENCRYPTION_KEYS = settings.ENCRYPTION_KEYS[:1]
    nominee = fresh(nominee)
    assert bytes(nominee.sealed) == was
    assert sealing.opened(nominee.sealed, key=nominee.key).name == "Nguyễn Thị Hoà"
    assert not list(verify().problems)
    assert secrets.unopened(settings.ENCRYPTION_KEYS) == 0
    assert secrets.unopened([Fernet.generate_key().decode()]) >= 1


@pytest.mark.django_db
def test_what_was_changed_behind_its_back_is_found(house):
    nominee = house.one(house.through(CallState.OPEN))
    other = sealing.seal(sealing.Dossier(name="Người khác"), key=nominee.key)
    Nominee.objects.filter(pk=nominee.pk).update(sealed=other)
    assert list(verify().problems)


def of(name: str, kind: str = "medal.dan_van", born: int | None = 1968, born_on: date | None = None) -> tuple[str, str]:
    return sealing.macs(kind=kind, name=name, born=born, born_on=born_on)


SAME = ("Nguyễn Thị Hoà", "Nguyễn Thị Hòa", "NGUYỄN  THỊ HÒA", "Nguyê\u0303n Thi\u0323 Hoa\u0300", "nguyen thi hoa", "Nguyễn-Thị Hoà")


@pytest.mark.parametrize("name", SAME)
def test_one_person_in_different_spellings(name):
    assert of(name) == of(SAME[0])


def test_y_and_i():
    assert of("Lê Văn Quý") == of("Lê Văn Quí")


@pytest.mark.parametrize("name", ["Nguyễn Thị Hoan", "Hoà Nguyễn Thị", "Nguyễn Hoà"])
def test_another_person(name):
    assert of(name) != of(SAME[0])


def test_another_year_another_kind_no_birth():
    assert of(SAME[0], born=1969)[0] != of(SAME[0])[0]
    assert of(SAME[0], kind="merit.centre")[0] != of(SAME[0])[0]
    assert of(SAME[0], born=None) == ("", "")
    assert of("…") == ("", "")


def test_the_whole_date_says_more_than_its_year():
    year, day = of(SAME[0], born=None, born_on=DAY)
    assert year == of(SAME[0])[0]
    assert day not in ("", year)
    assert of(SAME[0])[1] == ""


@given(st.text(max_size=60), st.integers(1900, 2010))
def test_a_hash_tells_nothing_and_never_fails(name, born):
    year, day = of(name, born=born)
    assert day == ""
    assert year == "" or (len(year) == 64 and set(year) <= set("0123456789abcdef"))


@given(st.builds(sealing.Dossier, name=st.text(max_size=200), deeds=st.text(max_size=4000), years=st.none() | st.integers(0, 70)))
def test_what_is_sealed_comes_out_as_it_was(dossier):
    key = sealing.new_key()
    sealed = sealing.seal(dossier, key=key)
    assert sealing.opened(sealed, key=key) == dossier
