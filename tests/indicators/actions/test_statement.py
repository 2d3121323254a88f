"""Statements: a figure with its sentence; corrected and taken back by rows of their own."""

from datetime import date

import pytest

from gandan.core.access import Refusal
from gandan.core.events import Event
from gandan.core.events.verify import verify
from gandan.core.search.models import SearchDocument
from gandan.indicators import actions
from gandan.indicators.models import Statement, Value
from tests.indicators.conftest import DEMO, QUOTE, SEPTEMBER, indicator, state, verbs
from tests.people import CAST, NOW

pytestmark = pytest.mark.django_db


def test_a_figure_is_kept_with_its_sentence(place, front_officer):
    made = state(unit=place.province, by=front_officer, source_day=date(2026, 10, 2))
    assert (made.quote, made.kept_by, made.is_public) == (QUOTE, place.commune, False)
    event = Event.objects.get(verb="indicators.figure_stated")
    assert event.unit == place.province.pk
    assert "quà" not in str(event.content())
    assert verify().ok


@pytest.mark.parametrize("who", CAST)
def test_whoever_works_in_an_office_may(place, cast, who):
    works = {"front_officer", "committee_officer", "leader", "provincial_specialist", "provincial_leader", "central_analyst", "outsider"}
    if who in works:
        assert state(by=cast[who]).pk
    else:
        with pytest.raises(Refusal):
            state(by=cast[who])


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"quote": " "}, "câu văn có con số"),
        ({"period_from": date(2026, 1, 1)}, "một kỳ có ngày đầu"),
        ({"on": date(2026, 1, 1), "period_from": date(2026, 1, 1), "period_to": date(2026, 1, 2)}, "một ngày, hoặc một kỳ"),
        ({"period_from": date(2026, 2, 1), "period_to": date(2026, 1, 2)}, "sau ngày đầu"),
        ({"cumulative": True}, "lũy kế cần"),
        ({"number": "-5"}, "không thể âm"),
        ({"number": "9" * 31}, "không đọc được"),
        ({"on": date(1026, 9, 30)}, "nhầm năm"),
        ({"source_day": date(2926, 9, 30)}, "nhầm năm"),
    ],
)
def test_what_is_not_whole_is_refused(place, more, said):
    with pytest.raises(Refusal, match=said):
        state(**more)


def test_taken_back_with_a_reason_and_its_values_with_it(place, front_officer, outsider):
    thing = state(unit=place.commune, kept_by=place.commune, is_public=True)
    actions.read_value(thing, indicator=indicator("care.gifts_value"), by=DEMO, now=NOW, **SEPTEMBER)
    assert SearchDocument.objects.filter(kind="figure").count() == 1
    with pytest.raises(Refusal, match="chưa được giao quyền"):
        actions.retract_statement(thing, reason="Sai.", by=outsider, now=NOW)
    with pytest.raises(Refusal, match="lý do gỡ"):
        actions.retract_statement(thing, reason=" ", by=front_officer, now=NOW)
    actions.retract_statement(thing, reason="Số của năm trước.", by=front_officer, now=NOW)
    assert (Statement.objects.living().count(), Value.objects.living().count()) == (0, 0)
    assert SearchDocument.objects.filter(kind="figure").count() == 0
    assert Event.objects.get(verb="indicators.figure_retracted").facts == {"values": 1}
    again = Statement.objects.get(pk=thing.pk)
    with pytest.raises(Refusal, match="đã được gỡ rồi"):
        actions.retract_statement(again, reason="Sai.", by=front_officer, now=NOW)
    with pytest.raises(Refusal, match="đã được gỡ nên không sửa"):
        state("1", corrects=again)


def test_a_correction_names_what_it_corrects(place, front_officer):
    first = state("31200000", unit=place.commune, is_public=True, by=front_officer)
    actions.read_value(first, indicator=indicator("care.gifts_value"), by=DEMO, now=NOW, **SEPTEMBER)
    second = state("312000000", unit=place.commune, corrects=first, is_public=True, by=front_officer)
    assert Statement.objects.living().get() == second
    assert Value.objects.living().count() == 0
    first = Statement.objects.get(pk=first.pk)
    with pytest.raises(Refusal, match="bản đính chính"):
        state("1", corrects=first)
    with pytest.raises(Refusal, match="gỡ bản đính chính"):
        actions.retract_statement(first, reason="Sai.", by=front_officer, now=NOW)
    assert verbs() == ["indicators.figure_stated", "indicators.value_read", "indicators.figure_stated"]


PUBLISH = {"front_officer", "committee_officer", "leader", "provincial_specialist", "provincial_leader", "central_analyst"}


@pytest.mark.parametrize("who", sorted(PUBLISH | {"outsider"}))
def test_public_is_only_what_is_said_by_those_who_answer_for_the_unit(place, cast, who):
    made = state(unit=place.commune, is_public=True, by=cast[who])
    assert made.is_public == (who in PUBLISH)
    assert SearchDocument.objects.filter(kind="figure").exists() == (who in PUBLISH)


def test_nobody_keeps_a_figure_in_the_name_of_another_unit(place, outsider):
    with pytest.raises(Refusal, match="chưa được giao quyền"):
        state(kept_by=place.commune, by=outsider)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"noun": "tín đồ Tin Lành"}, "không đếm người theo tôn giáo"),
        ({"number": "12", "measure": "count", "noun": "người", "quote": "Phường có 12 tín đồ mới."}, "không đếm người theo tôn giáo"),
        ({"quote": "Trao 312 triệu đồng cho bà Nguyễn Thị Na."}, "bà Nguyễn Thị Na"),
        ({"quote": "Trao 312 triệu đồng; liên hệ 0913 456 789."}, "Xin bỏ số điện thoại “0913 456 789”"),
    ],
)
def test_what_is_public_names_nobody_and_counts_nothing_forbidden(place, front_officer, more, said):
    with pytest.raises(Refusal, match=said):
        state(**more, unit=place.commune, is_public=True, by=front_officer)
    assert state(**more, unit=place.commune, by=front_officer).pk  # in the office it may be kept


def test_a_sentence_may_speak_of_other_things_beside_what_it_counts(place, front_officer):
    quote = "Các tổ chức tôn giáo cùng phường trao 466 suất quà cho hộ khó khăn."
    assert state("466", measure="count", noun="suất quà", quote=quote, unit=place.commune, is_public=True, by=front_officer).is_public


ERASE = {"leader", "provincial_leader", "administrator"}


@pytest.mark.parametrize("who", CAST)
def test_words_are_erased_with_a_reason_and_the_record_still_verifies(place, cast, who, front_officer):
    thing = state(unit=place.commune, is_public=True, by=front_officer)
    actions.retract_statement(thing, reason="Có tên người.", by=front_officer, now=NOW)
    if who not in ERASE:
        with pytest.raises(Refusal, match="chưa được giao quyền"):
            actions.erase_words(thing, reason="private", by=cast[who], now=NOW)
        return
    with pytest.raises(Refusal, match="chọn lý do"):
        actions.erase_words(thing, reason="xấu", by=cast[who], now=NOW)
    actions.erase_words(thing, reason="private", by=cast[who], now=NOW)
    again = Statement.objects.get(pk=thing.pk)
    assert (again.quote, again.noun, again.source_title, again.retraction.reason, again.value) == ("", "", "", "", 312000000)
    event = Event.objects.get(verb="indicators.words_erased")
    assert (event.facts, len(event.bindings)) == ({"reason": "private"}, 2)
    assert verify().ok
    with pytest.raises(Refusal, match="đã được xoá rồi"):
        actions.erase_words(thing, reason="private", by=cast[who], now=NOW)


def test_an_erased_figure_is_found_by_its_number_only(place, front_officer, leader):
    thing = state(unit=place.commune, is_public=True, by=front_officer)
    actions.erase_words(thing, reason="asked", by=leader, now=NOW)
    assert SearchDocument.objects.get(kind="figure").title == "hơn 312 triệu đồng"
