"""Loading: once, again, and earlier successions from a table."""

from datetime import date

import pytest

from gandan.core.access import Refusal
from gandan.core.events import Event
from gandan.units import actions, queries
from gandan.units.models import Succession, Unit
from tests.units.conftest import LOADER, settle

pytestmark = pytest.mark.django_db
HEAD = "level,kind,name,code,parent_code,first_day,new_code,change,share,basis,decree\n"
ROW = "commune,Phường,Nguyễn Trung Trực,00009,001,1/1/2025,00004,merge,1,whole,1286/NQ-UBTVQH15\n"


def load(text, now):
    return actions.load_successions((HEAD + text).splitlines(keepends=True), by=LOADER, now=now)


def test_again_changes_nothing(units, now):
    before = Unit.objects.count(), Succession.objects.count(), Event.objects.count()
    assert actions.load(by=LOADER, now=now) == actions.load(by=LOADER, now=now)
    assert (Unit.objects.count(), Succession.objects.count(), Event.objects.count()) == before
    assert Unit.objects.count() == 63 + 23 + 696 + 10035 + 3321 - 127
    assert Event.objects.filter(verb="units.loaded").count() == 1


def test_not_everybody_loads(leader, now):
    with pytest.raises(Refusal, match="chưa được giao quyền"):
        actions.load(by=leader, now=now)


def test_an_earlier_merger(units, now):
    done = load(ROW, now)
    assert (done.added, done.errors) == (1, ())
    settle()
    old = queries.find("phường Nguyễn Trung Trực, Ba Đình")[0].place
    assert (old.valid_from, old.valid_to) == (None, date(2024, 12, 31))
    assert [b.place.name for b in queries.became(old, on=date(2025, 6, 30))] == ["Trúc Bạch"]
    assert "Ba Đình" in {b.place.name for b in queries.became(old)}
    assert load(ROW, now).known == 1


def test_a_split_has_several_rows(units, now):
    rows = ROW.replace("merge,1,whole", "split,0.6,decree") + ROW.replace("00004,merge,1,whole", "00001,split,0.4,decree")
    assert load(rows, now).added == 2
    old = queries.find("phường Nguyễn Trung Trực, Ba Đình")[0].place
    assert sum(b.share for b in queries.became(old, on=date(2025, 6, 30))) == 1


@pytest.mark.parametrize(
    ("was", "now_", "sentence"),
    [
        ("commune,", "xa,", "Cột level"), ("Phường,", "Khu,", "Cột kind"), ("1/1/2025", "1/13/2025", "Cột first_day"),
        (",1,whole", ",110%,whole", "Cột share"), (",1,whole", ",nan,whole", "Cột share"),
        (",1,whole", ",2,whole", "Cột share"), ("whole", "guess", "Cột basis"),
        ("00004", "99999", "Không có đơn vị mang mã 99999 vào ngày 1/1/2025"), ("001,1/1", "999,1/1", "Không có đơn vị mang mã 999"),
        ("00009", "", "Thiếu tên hoặc mã"), ("00009", "00001", "thuộc một đơn vị khác"),
        ("1286/NQ-UBTVQH15", "một nghị quyết", "Cột decree"),
    ],
)  # fmt: skip
def test_each_wrong_row_is_named_and_nothing_is_kept(units, now, was, now_, sentence):
    before = Unit.objects.count()
    done = load(ROW.replace("00009", "00010").replace("Nguyễn Trung Trực", "Khác") + ROW.replace(was, now_, 1), now)
    assert [e.line for e in done.errors] == [3]
    assert sentence in done.errors[0].sentence
    assert (done.added, Unit.objects.count()) == (0, before)


def test_shares_beyond_the_whole(units, now):
    rows = ROW + ROW.replace("00004,merge,1,whole", "00001,split,0.4,decree")
    done = load(rows, now)
    assert [(e.line, e.sentence) for e in done.errors] == [(3, "Các tỷ lệ của một đơn vị cộng lại hơn 100%.")]


def test_missing_columns(units, now):
    done = actions.load_successions(["level,kind\n"], by=LOADER, now=now)
    assert "Thiếu cột: name, code" in done.errors[0].sentence
