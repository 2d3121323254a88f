"""Values: entered once, corrected with a reason, read from statements; nothing is overwritten."""

from datetime import date
from decimal import Decimal

import pytest

from gandan.core.access import Refusal
from gandan.core.events import Event
from gandan.core.events.verify import verify
from gandan.indicators import actions
from gandan.indicators.models import Value
from tests.indicators.conftest import DEMO, END_OF_SEPTEMBER, SEPTEMBER, YEAR_SO_FAR, enter, indicator, state, verbs
from tests.people import CAST, NOW

pytestmark = pytest.mark.django_db


def test_an_officer_enters_the_figure_of_their_unit(place, front_officer):
    made = enter(place.commune, "1250", by=front_officer)
    assert (made.value, made.bound, made.provenance, made.corrects) == (Decimal(1250), "exact", "entered", None)
    event = Event.objects.get(verb="indicators.value_entered")
    assert (event.unit, event.facts["indicator"], event.facts["value"]) == (place.commune.pk, "care.gifts", "1250")


MAY_ENTER = {"front_officer", "committee_officer", "leader", "central_analyst"}


@pytest.mark.parametrize("who", CAST)
def test_who_enters_for_a_commune(place, cast, who):
    above = {"provincial_specialist", "provincial_leader"}  # in the cast's small world the tree is known by its parents
    if who in MAY_ENTER | above:
        assert enter(place.commune, by=cast[who]).value == 466
    else:
        with pytest.raises(Refusal, match="chưa được giao quyền"):
            enter(place.commune, by=cast[who])


def test_a_value_is_not_entered_twice(place):
    enter(place.commune)
    with pytest.raises(Refusal, match="đã có số của kỳ này"):
        enter(place.commune, "500")
    assert enter(place.other).pk
    assert enter(place.commune, "4000", **YEAR_SO_FAR).pk  # a running total is not the figure of a period


@pytest.mark.parametrize(
    ("code", "number", "time", "said"),
    [
        ("care.gifts", "466", END_OF_SEPTEMBER, "số phát sinh"),
        ("models.kept", "9", SEPTEMBER, "có đến một ngày"),
        ("care.poor_rate", "2.5", YEAR_SO_FAR, "không có lũy kế"),
        ("care.gifts", "466", {"span": "period", "period_from": date(2026, 9, 1)}, "ngày đầu và ngày cuối kỳ"),
        ("care.gifts", "466", {**SEPTEMBER, "period_to": date(2026, 8, 1)}, "ngày cuối sau ngày đầu"),
        ("models.kept", "9", {"span": "point"}, "ghi ngày của số liệu"),
        ("care.gifts", "466", {**SEPTEMBER, "period_to": date(2026, 12, 31)}, "chưa kết thúc"),
        ("care.gifts", "466", {**SEPTEMBER, "period_from": date(2025, 1, 1), "period_to": date(2025, 6, 30)}, "không có đơn vị này"),
        ("care.gifts", "-1", SEPTEMBER, "không thể âm"),
        ("care.gifts", "1.25", SEPTEMBER, "số nguyên"),
        ("care.gifts_value", "1e41", SEPTEMBER, "không đọc được"),
        ("care.gifts_value", "NaN", SEPTEMBER, "không đọc được"),
        ("care.gifts_value", "9" * 31, SEPTEMBER, "không đọc được"),
        ("care.poor_rate", "100.01", END_OF_SEPTEMBER, "từ 0 đến 100%"),
        ("care.poor_rate", "-0.5", END_OF_SEPTEMBER, "từ 0 đến 100%"),
        ("care.gifts", "1", {"span": "period", "period_from": date(202, 9, 1), "period_to": date(2026, 9, 30)}, "nhầm năm"),
    ],
)
def test_what_cannot_be_is_refused_with_its_sentence(place, code, number, time, said):
    with pytest.raises(Refusal, match=said):
        enter(place.commune, number, code=code, **time)
    assert Value.objects.count() == 0


def test_any_number_stays_exact(place):
    assert enter(place.commune, "0.00000000000001", code="care.poor_rate", **END_OF_SEPTEMBER).value == Decimal("0.00000000000001")
    big = "9" * 30
    assert Value.objects.get(pk=enter(place.commune, big, code="care.gifts_value").pk).value == Decimal(big)


def test_a_correction_keeps_what_was_and_says_why(place, leader):
    first = enter(place.commune, "460")
    second = actions.correct_value(first, number=Decimal(466), reason="Cộng thiếu 6 suất.", by=leader, now=NOW)
    assert (second.corrects, second.value, second.period_from) == (first, 466, first.period_from)
    assert second.reason.text == "Cộng thiếu 6 suất."
    assert Value.objects.living().get() == second
    event = Event.objects.get(verb="indicators.value_corrected")
    assert (event.facts["before"], event.facts["value"], len(event.bindings)) == ("460", "466", 1)
    assert "thiếu" not in str(event.content())
    assert verify().ok


def test_corrections_are_made_on_what_stands(place, leader, outsider):
    first = enter(place.commune, "460")
    change = {"number": Decimal(466), "reason": "Sai.", "by": leader, "now": NOW}
    with pytest.raises(Refusal, match="chưa được giao quyền"):
        actions.correct_value(first, **{**change, "by": outsider})
    with pytest.raises(Refusal, match="ghi lý do"):
        actions.correct_value(first, **{**change, "reason": "  "})
    with pytest.raises(Refusal, match="ông Nguyễn Văn Bé"):
        actions.correct_value(first, **{**change, "reason": "Theo lời ông Nguyễn Văn Bé."})
    with pytest.raises(Refusal, match="giống số đã ghi"):
        actions.correct_value(first, **{**change, "number": Decimal("460.0")})
    with pytest.raises(Refusal, match="số nguyên"):
        actions.correct_value(first, **{**change, "number": Decimal("1.5")})
    actions.correct_value(first, **change)
    with pytest.raises(Refusal, match="số mới nhất"):
        actions.correct_value(first, **change)
    assert verbs() == ["indicators.value_entered", "indicators.value_corrected"]


def test_what_was_taken_away_can_be_entered_again(place, leader):
    first = enter(place.commune, "460")
    gone = actions.take_away_value(first, reason="Số của phường khác.", by=leader, now=NOW)
    assert (gone.value, Value.objects.living().count()) == (None, 0)
    with pytest.raises(Refusal, match="đã được bỏ"):
        actions.correct_value(gone, number=Decimal(1), reason="x", by=leader, now=NOW)
    again = enter(place.commune, "12", by=leader)
    assert (again.corrects, Value.objects.living().get()) == (gone, again)
    assert verbs()[-2:] == ["indicators.value_taken_away", "indicators.value_entered"]


def test_a_statement_is_read_as_a_value(place, front_officer):
    said = state(unit=place.commune, kept_by=place.commune)
    made = actions.read_value(said, indicator=indicator("care.gifts_value"), by=front_officer, now=NOW, **SEPTEMBER)
    assert (made.value, made.bound, made.provenance, made.statement, made.unit) == (312000000, "over", "read", said, place.commune)
    assert Event.objects.get(verb="indicators.value_read").facts["statement"] == str(said.pk)


def test_two_texts_may_give_two_figures_of_one_time_and_each_is_kept(place):
    for number in ("312000000", "315000000"):
        said = state(number, unit=place.commune)
        actions.read_value(said, indicator=indicator("care.gifts_value"), by=DEMO, now=NOW, **SEPTEMBER)
        with pytest.raises(Refusal, match="đã có số"):
            actions.read_value(said, indicator=indicator("care.gifts_value"), by=DEMO, now=NOW, **SEPTEMBER)
    assert Value.objects.living().count() == 2


def test_what_cannot_be_read(place):
    with pytest.raises(Refusal, match="Đơn vị đo khác nhau"):
        actions.read_value(state(unit=place.commune), indicator=indicator("care.rice"), by=DEMO, now=NOW, **SEPTEMBER)
    with pytest.raises(Refusal, match="chọn đơn vị"):
        actions.read_value(state(), indicator=indicator("care.gifts_value"), by=DEMO, now=NOW, **SEPTEMBER)
    gone = state(unit=place.commune)
    actions.retract_statement(gone, reason="Đọc nhầm.", by=DEMO, now=NOW)
    with pytest.raises(Refusal, match="gỡ hoặc đính chính"):
        actions.read_value(gone, indicator=indicator("care.gifts_value"), by=DEMO, now=NOW, **SEPTEMBER)


def test_after_its_end_an_indicator_has_no_values(place, central_analyst):
    thing = actions.end_indicator(indicator("care.gifts"), last=date(2026, 8, 31), by=central_analyst, now=NOW)
    with pytest.raises(Refusal, match="đã ngừng"):
        actions.enter_value(indicator=thing, unit=place.commune, value=Decimal(1), by=DEMO, now=NOW, **SEPTEMBER)


def test_a_number_far_beyond_the_last_is_asked_once_more(place, leader):
    first = enter(place.commune, "466")
    august = {"period_from": date(2026, 8, 1), "period_to": date(2026, 8, 31)}
    with pytest.raises(Refusal, match=r"Số vừa ghi là 466\.000, gấp hơn 1\.000 lần số trước \(466\)\. Có đúng không\?"):
        enter(place.commune, "466000", **august)
    assert enter(place.other, "466000").pk  # the first of its unit has nothing to compare with
    assert enter(place.commune, "466000", **august, sure=True).value == 466000
    change = {"number": Decimal(999_000), "reason": "Thiếu số không.", "by": leader, "now": NOW}
    with pytest.raises(Refusal, match="Có đúng không"):
        actions.correct_value(first, **change)
    assert actions.correct_value(first, **change, sure=True).value == 999_000
