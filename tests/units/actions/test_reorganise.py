"""Mergers, splits, names, moves to come: everything in time, handed over, recorded once."""

from datetime import date
from fractions import Fraction

import pytest

from gandan.core.access import Refusal, Role
from gandan.core.events import Event
from gandan.units import actions, handover, queries
from gandan.units.actions import NewUnit, Share
from tests.units.conftest import TODAY, person, settle, unit

pytestmark = pytest.mark.django_db
DAY, DECREE = date(2026, 5, 1), "12/NQ-UBTVQH16"


def new(code="39999", name="Tây Đô", **more):
    return NewUnit(**({"level": "commune", "kind": "Phường", "name": name, "code": code, "parent": unit("92")} | more))


@pytest.fixture
def hamlet(ninh_kieu, officer, now):
    return actions.add_hamlet(ninh_kieu, kind="khu_pho", name="1", since=date(2026, 1, 1), by=officer, now=now)


@pytest.fixture
def handed(monkeypatch):
    seen = []
    monkeypatch.setitem(handover._deeds, "test", lambda steps, day, by, now: seen.extend(steps))
    return seen


def test_a_merger(ninh_kieu, hamlet, leader, administrator, handed, now):
    office = actions.add_office(ninh_kieu, kind="front", name="MTTQ", since=date(2025, 7, 1), by=leader, now=now)
    other = unit("31120")
    made = actions.merge([ninh_kieu, other], into=new(), first_day=DAY, decree=DECREE, by=administrator, now=now)
    settle()
    assert {b.place.name for b in queries.predecessors(made)} == {"Ninh Kiều", "Cái Khế"}
    assert queries.one(ninh_kieu, on=date(2026, 4, 30)).name == "Ninh Kiều"
    assert queries.one(ninh_kieu, on=DAY) is None
    assert [h.pk for h in queries.hamlets(made.pk, on=DAY)] == [hamlet.pk]
    assert [h.pk for h in queries.hamlets(ninh_kieu.pk, on=date(2026, 4, 30))] == [hamlet.pk]
    office.refresh_from_db()
    assert office.existed.upper == DAY
    assert {s.old_id for s in handed} == {ninh_kieu.pk, other.pk}
    assert Event.objects.filter(verb="units.merged").count() == 1


def test_the_code_of_one_that_ends_goes_to_the_new_one(ninh_kieu, administrator, now):
    made = actions.merge([ninh_kieu, unit("31120")], into=new(code="31135"), first_day=DAY, decree=DECREE, by=administrator, now=now)
    settle()
    assert queries.by_code("31135").id == made.pk
    assert queries.by_code("31135", on=date(2026, 4, 30)).id == ninh_kieu.pk


def test_provinces_merge_with_what_is_below(units, administrator, now):
    into = new(level="province", kind="Tỉnh", code="98", name="Mới", parent=None)
    made = actions.merge([unit("92"), unit("96")], into=into, first_day=DAY, decree=DECREE, by=administrator, now=now)
    settle()
    assert len(queries.children(made)) == 103 + 64
    assert len(queries.tree(TODAY, "province")) == 33


def test_a_split(ninh_kieu, hamlet, administrator, now):
    parts = [Share(new(), Fraction(3, 10)), Share(unit("31120"), Fraction(7, 10))]
    made, other = actions.split(ninh_kieu, parts=parts, hamlets={hamlet: 0}, first_day=DAY, decree=DECREE, by=administrator, now=now)
    settle()
    assert [(b.place.id, b.share, b.main) for b in queries.became(ninh_kieu)] == [
        (other.pk, Fraction(7, 10), True),
        (made.pk, Fraction(3, 10), False),
    ]
    assert [h.pk for h in queries.hamlets(made.pk, on=TODAY)] == [hamlet.pk]
    assert queries.restate({ninh_kieu.pk: 11}, additive=True).values == {other.pk: 8, made.pk: 3}


def test_through_a_chain(units, administrator, now):
    old = queries.find("phường Xuân Khánh, quận Ninh Kiều", on=date(2025, 6, 30))[0].place
    parts = [Share(new(), Fraction(1, 4)), Share(unit("31120"), Fraction(3, 4))]
    actions.split(unit("31135"), parts=parts, hamlets={}, first_day=DAY, decree=DECREE, by=administrator, now=now)
    assert [(b.place.name, b.share, b.basis) for b in queries.became(old)] == [
        ("Cái Khế", Fraction(3, 4), "decree"),
        ("Tây Đô", Fraction(1, 4), "decree"),
    ]
    assert [b.place.name for b in queries.became(old, on=date(2026, 4, 30))] == ["Ninh Kiều"]


@pytest.mark.parametrize(
    ("shares", "sentence"),
    [([Fraction(1)], "ít nhất hai phần"), ([Fraction(1, 2), Fraction(1, 3)], "bằng 100%"), ([Fraction(1, 3), Fraction(2, 3)], "bằng 100%")],
)
def test_shares_refused(ninh_kieu, administrator, now, shares, sentence):
    parts = [Share(new(code=str(39990 + i)), s) for i, s in enumerate(shares)]
    with pytest.raises(Refusal, match=sentence):
        actions.split(ninh_kieu, parts=parts, hamlets={}, first_day=DAY, decree=DECREE, by=administrator, now=now)


def test_somebody_chooses_for_each_hamlet(ninh_kieu, hamlet, administrator, now):
    parts = [Share(new(), Fraction(1, 2)), Share(unit("31120"), Fraction(1, 2))]
    with pytest.raises(Refusal, match="từng thôn"):
        actions.split(ninh_kieu, parts=parts, hamlets={}, first_day=DAY, decree=DECREE, by=administrator, now=now)
    with pytest.raises(Refusal, match="đơn vị trực thuộc"):
        actions.split(unit("92"), parts=parts, hamlets={}, first_day=DAY, decree=DECREE, by=administrator, now=now)


@pytest.mark.parametrize(
    ("changed", "into", "sentence"),
    [
        ({"decree": "nghị quyết nào đó"}, {}, "số nghị quyết"), ({"first_day": date(2027, 1, 1)}, {}, "chưa có hiệu lực"),
        ({"first_day": date(2025, 7, 1)}, {}, "sau ngày đơn vị được thành lập"), ({}, {"code": "31147"}, "đang thuộc đơn vị khác"),
        ({}, {"code": "x"}, "chữ số"), ({}, {"parent": None}, "phải thuộc một đơn vị"), ({}, {"name": " "}, "loại và tên"),
    ],
)  # fmt: skip
def test_mergers_refused(ninh_kieu, administrator, now, changed, into, sentence):
    with pytest.raises(Refusal, match=sentence):
        actions.merge(
            [ninh_kieu, unit("31120")], into=new(**into), **({"first_day": DAY, "decree": DECREE} | changed), by=administrator, now=now
        )


def test_only_an_administrator(ninh_kieu, leader, now):
    with pytest.raises(Refusal, match="chưa được giao quyền"):
        actions.merge([ninh_kieu, unit("31120")], into=new(), first_day=DAY, decree=DECREE, by=leader, now=now)


def test_one_unit_twice_or_of_two_levels(ninh_kieu, administrator, now):
    for chosen in ([ninh_kieu, ninh_kieu], [ninh_kieu, unit("92")], []):
        with pytest.raises(Refusal, match="cùng một cấp"):
            actions.merge(chosen, into=new(), first_day=DAY, decree=DECREE, by=administrator, now=now)


def test_another_name(ninh_kieu, administrator, now):
    actions.rename_unit(ninh_kieu, kind="Phường", name="Bến Ninh Kiều", first_day=DAY, decree=DECREE, by=administrator, now=now)
    settle()
    assert [queries.one(ninh_kieu, on=d).name for d in (date(2026, 4, 30), DAY)] == ["Ninh Kiều", "Bến Ninh Kiều"]
    assert {h.place.id for h in queries.find("phường Ninh Kiều", limit=2)} >= {ninh_kieu.pk}
    with pytest.raises(Refusal, match="giống tên đang dùng"):
        actions.rename_unit(ninh_kieu, kind="Phường", name="Bến Ninh Kiều", first_day=TODAY, decree=DECREE, by=administrator, now=now)


def test_another_province(ninh_kieu, administrator, now):
    actions.move_unit(ninh_kieu, to=unit("96"), first_day=DAY, decree=DECREE, by=administrator, now=now)
    settle()
    assert [[p.name for p in queries.ancestors(ninh_kieu, on=d)] for d in (date(2026, 4, 30), DAY)] == [["Cần Thơ"], ["Cà Mau"]]
    with pytest.raises(Refusal, match="không đúng cấp"):
        actions.move_unit(ninh_kieu, to=unit("31120"), first_day=TODAY, decree=DECREE, by=administrator, now=now)


def test_an_end_without_successor(ninh_kieu, hamlet, administrator, leader, now):
    with pytest.raises(Refusal, match="còn thôn, tổ dân phố"):
        actions.abolish(ninh_kieu, first_day=DAY, decree=DECREE, by=administrator, now=now)
    actions.end_hamlet(hamlet, after=date(2026, 4, 30), by=leader, now=now)
    actions.abolish(ninh_kieu, first_day=DAY, decree=DECREE, by=administrator, now=now)
    settle()
    assert queries.became(ninh_kieu) == []
    assert queries.restate({ninh_kieu.pk: 5}, additive=True).unplaced == {ninh_kieu.pk: 5}


@pytest.mark.parametrize("since", [DAY, date(2026, 6, 1)])
def test_a_unit_does_not_end_before_what_it_has_began(ninh_kieu, leader, administrator, now, since):
    actions.add_office(ninh_kieu, kind="front", name="MTTQ", since=since, by=leader, now=now)
    deeds = [
        lambda: actions.merge([ninh_kieu, unit("31120")], into=new(), first_day=DAY, decree=DECREE, by=administrator, now=now),
        lambda: actions.split(
            ninh_kieu,
            parts=[Share(new(code=c), Fraction(1, 2)) for c in ("39997", "39998")],
            hamlets={},
            first_day=DAY,
            decree=DECREE,
            by=administrator,
            now=now,
        ),
        lambda: actions.abolish(ninh_kieu, first_day=DAY, decree=DECREE, by=administrator, now=now),
    ]
    for deed in deeds:
        with pytest.raises(Refusal, match="sau lần thay đổi trước"):
            deed()


def test_a_hamlet_that_went_over_ends_in_its_new_commune(ninh_kieu, hamlet, administrator, now):
    made = actions.merge([ninh_kieu, unit("31120")], into=new(), first_day=DAY, decree=DECREE, by=administrator, now=now)
    head = person(Role.LEADER, made.pk)
    hamlet.refresh_from_db()
    with pytest.raises(Refusal, match="từ ngày bắt đầu đến hôm nay"):
        actions.end_hamlet(hamlet, after=date(2026, 4, 1), by=head, now=now)
    assert actions.end_hamlet(hamlet, after=DAY, by=head, now=now).existed.upper == date(2026, 5, 2)


def test_each_commune_of_a_merger_brings_its_own_number_one(ninh_kieu, hamlet, administrator, now):
    other = unit("31120")
    twin = actions.add_hamlet(other, kind="khu_pho", name="01", since=date(2026, 2, 1), by=person(Role.OFFICER, other.pk), now=now)
    made = actions.merge([ninh_kieu, other], into=new(), first_day=DAY, decree=DECREE, by=administrator, now=now)
    assert {h.pk for h in queries.hamlets(made.pk, on=DAY)} == {hamlet.pk, twin.pk}
    officer = person(Role.OFFICER, made.pk)
    with pytest.raises(Refusal, match="đã có"):
        actions.add_hamlet(made, kind="khu_pho", name="1", since=DAY, by=officer, now=now)
    assert actions.rename_hamlet(twin, kind="khu_pho", name="Cái Khế", by=officer, now=now).added_in_id == other.pk
