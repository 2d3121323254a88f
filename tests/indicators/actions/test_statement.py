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


def test_the_words_can_be_erased_and_the_record_still_verifies(place):
    from gandan.core import events

    thing = state(unit=place.commune)
    thing.erase_content()
    thing.save(update_fields=["noun", "quote", "source_title", "source_url"])
    events.record("indicators.words_erased", thing, by=DEMO, at=NOW, binds=[thing])
    again = Statement.objects.get(pk=thing.pk)
    assert (again.quote, again.is_erased, again.value) == ("", True, 312000000)
    assert verify().ok
