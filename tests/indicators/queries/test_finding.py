"""A figure is found by its number however it is typed; an indicator is proposed only where the words say so."""

import pytest

from gandan.indicators import actions, queries
from gandan.indicators.adapters import shipped
from tests.indicators.conftest import DEMO, indicator, state
from tests.people import CAST, NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def figures(place):
    return {
        "rate": state("74.77", measure="percent", bound="exact", noun="tập hợp vào tổ chức", quote="Tỷ lệ đạt 74,77%.", is_public=True),
        "money": state("7000000000", measure="VND", noun="tổng trị giá các phần quà", quote="Hơn 7 tỉ đồng.", is_public=True),
        "rice": state("59000", measure="kg", bound="exact", noun="gạo", quote="và 59 tấn gạo", is_public=True),
        "models": state("2071", measure="count", bound="exact", noun="mô hình", quote="2.071 mô hình đăng ký", is_public=True),
        "land": state("15000", measure="m2", bound="exact", noun="đất", quote="hiến 1,5 ha đất", is_public=True),
    }


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("74,77 %", ["rate"]),
        ("74,77%", ["rate"]),
        ("74.77", ["rate"]),
        ("74,77 phần trăm", ["rate"]),
        ("7 tỷ đồng", ["money"]),
        ("hơn 7 tỉ", ["money"]),
        ("7.000.000.000", ["money"]),
        ("7 tỷ đồng phần quà", ["money"]),
        ("7 tỷ đồng gạo", []),
        ("59 tấn", ["rice"]),
        ("59 tan gao", ["rice"]),
        ("59 tấn gạo", ["rice"]),
        ("59", ["rice"]),
        ("59.000 kg", ["rice"]),
        ("2.071", ["models"]),
        ("2071 mo hinh", ["models"]),
        ("2,071", ["models"]),
        ("1,5 ha", ["land"]),
        ("hiến đất", ["land"]),
        ("HIEN DAT", ["land"]),
        ("74,8", []),
        ("74,77 đồng", []),
        ("tỷ lệ đạt", ["rate"]),
        ("", []),
        ("!!!", []),
    ],
)
def test_by_number_and_by_words(figures, typed, names):
    found = queries.find_figures(typed)
    assert [next(k for k, v in figures.items() if v == f) for f in found] == names


@pytest.mark.parametrize("who", CAST)
def test_internal_ones_are_found_by_those_whose_work_it_is(place, cast, who):
    state("12345", measure="count", noun="suất", unit=place.commune)
    sees = {"front_officer", "committee_officer", "leader", "provincial_specialist", "provincial_leader", "central_analyst"}
    assert len(queries.find_figures("12345", actor=cast[who])) == (who in sees)
    assert queries.find_figures("12345") == []


def test_what_was_taken_back_is_not_found(figures):
    actions.retract_statement(figures["rate"], reason="Sai.", by=DEMO, now=NOW)
    assert queries.find_figures("74,77") == []


@pytest.mark.parametrize(
    ("noun", "measure", "code"),
    [
        ("tổng trị giá các phần quà", "VND", "care.gifts_value"),
        ("gạo", "kg", "care.rice"),
        ("suất quà cho hộ nghèo", "count", "care.gifts"),
        ("mô hình đăng ký", "count", "models.registered"),
        ("mô hình Dân vận khéo hiệu quả", "count", "models.effective"),
        ("nhà Đại đoàn kết", "count", "care.houses"),
        ("tập hợp quần chúng vào các tổ chức", "percent", "organisations.gathered_rate"),
        ("đất hiến làm đường", "m2", "works.land"),
        ("cuộc đối thoại", "count", "listening.dialogues"),
        ("ngày công lao động", "count", "works.labour_days"),
    ],
)
def test_the_likely_indicator_comes_first(definitions, noun, measure, code):
    assert queries.suggest(noun, measure)[0].code == code


@pytest.mark.parametrize(
    ("noun", "measure"), [("người", "count"), ("", "count"), ("con bò", "count"), ("gạo", "VND"), ("lượt", "count"), ("đại biểu", "count")]
)
def test_none_rather_than_a_wrong_one(definitions, noun, measure):
    assert queries.suggest(noun, measure) == []


def test_every_shipped_indicator_proposes_itself(definitions):
    for block in shipped()[1]:
        assert block.code in [i.code for i in queries.suggest(block.name, block.measure)], block.code


def test_an_ended_one_is_not_proposed(definitions, central_analyst):
    from tests.people import TODAY

    actions.end_indicator(indicator("care.rice"), last=TODAY, by=central_analyst, now=NOW)
    assert queries.suggest("gạo", "kg") == []
