"""WHO: predicates, the one table, and the sentence of a refusal."""

from dataclasses import dataclass
from datetime import date
from types import SimpleNamespace
from uuid import UUID, uuid4

import pytest

from gandan.core import access
from gandan.core.access import Anyone, Holding, Refusal, Role, SystemActor
from gandan.core.access import permissions as rights

DAY = date(2026, 11, 23)
COUNTRY, PROVINCE, COMMUNE, OTHER, OFFICE = (uuid4() for _ in range(5))
PARENTS = {COMMUNE: PROVINCE, PROVINCE: COUNTRY, OTHER: COUNTRY}


@dataclass(frozen=True)
class Person:
    holdings: tuple[Holding, ...]
    key: str = "user:01890a5d-ac96-774b-bcce-b302099a8057"


def person(role: Role, unit: UUID | None = COMMUNE, office: UUID | None = None) -> Person:
    return Person((Holding(role, unit, DAY, office=office),))


@pytest.fixture
def table(monkeypatch):
    """An empty table and a small tree for this test."""
    monkeypatch.setattr(rights, "_table", {})
    monkeypatch.setattr(rights, "_ancestry", [])

    def ancestors(unit: UUID, on: date) -> frozenset[UUID]:
        assert on == DAY
        return frozenset({unit} | (ancestors(PARENTS[unit], on) if unit in PARENTS else set()))

    access.provide_ancestry(ancestors)
    return access.register


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("wanted", [(Role.OFFICER,), (Role.LEADER, Role.SPECIALIST)])
def test_a_role_held_anywhere(role, wanted):
    assert access.holds(*wanted)(person(role), None) is (role in wanted)


@pytest.mark.parametrize(
    ("holding", "allowed"),
    [
        (person(Role.LEADER, COMMUNE, OFFICE), True),
        (person(Role.LEADER, OTHER, OFFICE), True),
        (person(Role.LEADER, COMMUNE), True),
        (person(Role.LEADER, OTHER), False),
        (person(Role.OFFICER, COMMUNE, OFFICE), False),
        (person(Role.LEADER, None), False),
        (Anyone(), False),
        (SystemActor("import"), False),
    ],
)
def test_a_role_at_the_place_of_the_thing(holding, allowed):
    at_office = access.holds(Role.LEADER, at=lambda thing: thing.office)
    at_unit = access.holds(Role.LEADER, at=lambda thing: thing.unit)
    thing = SimpleNamespace(office=OFFICE, unit=COMMUNE)
    assert (at_office(holding, thing) or at_unit(holding, thing)) is allowed


@pytest.mark.parametrize(("unit", "allowed"), [(COMMUNE, True), (PROVINCE, True), (COUNTRY, True), (OTHER, False), (None, True)])
def test_a_role_above_the_place_of_the_thing(table, unit, allowed):
    above = access.holds(Role.SPECIALIST, above=lambda thing: thing.unit)
    assert above(person(Role.SPECIALIST, unit), SimpleNamespace(unit=COMMUNE)) is allowed
    assert not above(person(Role.OFFICER, unit), SimpleNamespace(unit=COMMUNE))


@pytest.mark.parametrize("where", ["at", "above"])
def test_a_thing_without_a_place_is_nobodys(table, where):
    predicate = access.holds(Role.LEADER, **{where: lambda thing: thing.unit})
    assert not predicate(person(Role.LEADER), SimpleNamespace(unit=None))
    assert not predicate(person(Role.LEADER, None), SimpleNamespace(unit=None))


def test_parts_of_the_system_have_only_their_own_rights():
    only = access.system("retention")
    assert only(SystemActor("retention"), None)
    assert not only(SystemActor("import"), None)
    assert not only(Person((), key="system:retention"), None)
    assert not only(Anyone(), None)


def test_signed_in_and_either():
    assert access.signed_in(person(Role.OFFICER), None)
    assert not access.signed_in(Anyone(), None)
    assert not access.signed_in(SystemActor("x"), None)
    both = access.either(access.system("x"), access.holds(Role.LEADER))
    assert [both(a, None) for a in (SystemActor("x"), person(Role.LEADER), person(Role.OFFICER), Anyone())] == [True, True, False, False]


def test_a_refusal_says_what_to_do(table):
    table({"works.open": access.holds(Role.LEADER)})
    access.require(person(Role.LEADER), "works.open")
    with pytest.raises(Refusal) as refusal:
        access.require(person(Role.OFFICER), "works.open")
    assert "quản trị" in str(refusal.value)
    assert (refusal.value.status, refusal.value.law) == (403, "")


def test_an_unknown_permission_is_a_defect_and_no_silent_no(table):
    with pytest.raises(KeyError):
        access.may(person(Role.LEADER), "works.opne")


def test_a_permission_is_declared_once(table):
    table({"works.open": access.anybody})
    table({"works.open": access.anybody})  # the same room, registered again
    with pytest.raises(ValueError, match="twice"):
        table({"works.open": access.signed_in})


def test_refuse_if():
    access.refuse_if(None)
    with pytest.raises(Refusal, match="Hạn mới") as refusal:
        access.refuse_if(Refusal("Hạn mới phải sau hạn cũ.", law="Điều 5"))
    assert refusal.value.law == "Điều 5"


def test_every_room_declares_under_its_own_name():
    assert [name for name in rights.table() if "." not in name] == []
