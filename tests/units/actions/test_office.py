"""Offices, their names through time, and who holds dân vận work."""

from datetime import date

import pytest

from gandan.core.access import Refusal
from gandan.core.events import Event
from gandan.units import actions, queries
from gandan.units.models import Unit
from tests.units.conftest import TODAY, unit

pytestmark = pytest.mark.django_db
DAY = date(2025, 7, 1)


@pytest.fixture
def board(ninh_kieu, leader, now):
    return actions.add_office(ninh_kieu, kind="dan_van_board", name="Ban Xây dựng Đảng", since=DAY, by=leader, now=now)


@pytest.fixture
def front(ninh_kieu, leader, now):
    return actions.add_office(ninh_kieu, kind="front", name="Ủy ban MTTQ Việt Nam phường", since=DAY, by=leader, now=now)


def test_names_through_time(ninh_kieu, board, leader, now):
    actions.rename_office(board, name="Ban Tuyên giáo và Dân vận", since=date(2026, 4, 1), by=leader, now=now)
    (office,) = queries.offices(ninh_kieu.pk, on=TODAY)
    assert [office.name_on(d) for d in (date(2025, 12, 31), TODAY)] == ["Ban Xây dựng Đảng", "Ban Tuyên giáo và Dân vận"]
    assert str(office) == "Ban Tuyên giáo và Dân vận"
    assert list(Event.objects.filter(thing_id=str(board.pk)).values_list("verb", flat=True)) == [
        "units.office_added",
        "units.office_renamed",
    ]


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"kind": "x"}, "Hãy chọn loại cơ quan"), ({"name": " "}, "Hãy ghi tên đầy đủ"), ({"since": date(2027, 1, 1)}, "ở tương lai"),
        ({"since": date(2025, 6, 1)}, "không có đơn vị này"), ({"kind": "dan_van_board"}, "đã có cơ quan loại này"),
    ],
)  # fmt: skip
def test_refused(ninh_kieu, board, leader, now, values, sentence):
    with pytest.raises(Refusal, match=sentence):
        actions.add_office(ninh_kieu, **({"kind": "women", "name": "Hội LHPN phường", "since": DAY} | values), by=leader, now=now)


def test_an_office_of_a_unit_that_has_ended(administrator, leader, now):
    """What happened in an old ward has its office, for as long as the ward stood."""
    old = queries.find("phường Xuân Khánh", on=date(2025, 6, 30))[0].place
    gone = Unit.objects.get(pk=old.id)
    office = actions.note_past_office(gone, kind="front", name=" Ủy ban MTTQ  phường Xuân Khánh ", by=administrator, now=now)
    assert (office.name_on(date(2025, 6, 30)), office.existed) == ("Ủy ban MTTQ phường Xuân Khánh", gone.existed)
    assert (office.name_on(TODAY), office.called(TODAY)) == ("Mặt trận Tổ quốc", "Ủy ban MTTQ phường Xuân Khánh")
    assert Event.objects.get(thing_id=str(office.pk)).verb == "units.past_office_noted"
    for kind, name, sentence in (("front", "x", "đã có cơ quan loại đó"), ("women", " ", "tên đầy đủ"), ("x", "y", "trong danh sách")):
        with pytest.raises(Refusal, match=sentence):
            actions.note_past_office(gone, kind=kind, name=name, by=administrator, now=now)
    with pytest.raises(Refusal, match="chưa được giao quyền"):
        actions.note_past_office(gone, kind="women", name="Hội", by=leader, now=now)


def test_a_unit_that_stands_adds_its_offices_from_a_day_on(ninh_kieu, administrator, now):
    with pytest.raises(Refusal, match="đang hoạt động"):
        actions.note_past_office(ninh_kieu, kind="women", name="Hội", by=administrator, now=now)


def test_a_name_follows_the_last(board, leader, now):
    with pytest.raises(Refusal, match="sau ngày của tên trước"):
        actions.rename_office(board, name="Ban khác", since=DAY, by=leader, now=now)


def test_who_may(ninh_kieu, board, officer, outsider, administrator, now):
    for by in (officer, outsider):
        with pytest.raises(Refusal, match="chưa được giao quyền"):
            actions.add_office(ninh_kieu, kind="women", name="Hội", since=DAY, by=by, now=now)
    assert actions.add_office(ninh_kieu, kind="women", name="Hội LHPN phường", since=DAY, by=administrator, now=now)


def test_dan_van_goes_from_the_board_to_the_front(ninh_kieu, board, front, leader, now):
    actions.set_dan_van_owner(ninh_kieu, office=board, since=DAY, by=leader, now=now)
    actions.set_dan_van_owner(ninh_kieu, office=front, since=date(2026, 5, 1), by=leader, now=now)
    assert [queries.dan_van_owner(ninh_kieu.pk, on=d) for d in (date(2025, 6, 30), DAY, date(2026, 4, 30), TODAY)] == [
        None,
        board,
        board,
        front,
    ]
    assert Event.objects.filter(verb="units.dan_van_owner_set").values_list("was", "now").last() == ("dan_van_board", "front")
    with pytest.raises(Refusal, match="đang giữ việc dân vận rồi"):
        actions.set_dan_van_owner(ninh_kieu, office=front, since=TODAY, by=leader, now=now)
    with pytest.raises(Refusal, match="sau lần giao trước"):
        actions.set_dan_van_owner(ninh_kieu, office=board, since=date(2026, 1, 1), by=leader, now=now)
    with pytest.raises(Refusal, match="giao việc dân vận cho cơ quan khác"):
        actions.end_office(front, after=TODAY, by=leader, now=now)


def test_not_an_office_of_another_unit(ninh_kieu, administrator, leader, now):
    theirs = actions.add_office(unit("31120"), kind="front", name="Ủy ban MTTQ", since=DAY, by=administrator, now=now)
    with pytest.raises(Refusal, match="chính đơn vị này"):
        actions.set_dan_van_owner(ninh_kieu, office=theirs, since=DAY, by=leader, now=now)


def test_it_ends(ninh_kieu, board, leader, now):
    actions.end_office(board, after=TODAY, by=leader, now=now)
    assert list(queries.offices(ninh_kieu.pk, on=date(2026, 11, 24))) == []
    with pytest.raises(Refusal, match="đã kết thúc"):
        actions.rename_office(board, name="X", since=TODAY, by=leader, now=now)
