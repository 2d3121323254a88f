"""Which rule held on a day, and what follows from it."""

from datetime import date
from fractions import Fraction

import pytest

from gandan.core import legal
from gandan.core.legal.adapters import shipped
from gandan.core.legal.answers import Rule
from gandan.core.legal.enums import Bound, Measure

pytestmark = pytest.mark.django_db


def test_acceptance_of_a_complaint_changes_with_the_decree(law):
    before, after = legal.rule("complaint.acceptance", on=date(2026, 6, 30)), legal.rule("complaint.acceptance", on=date(2026, 7, 1))
    assert (before.days, before.measure) == (10, Measure.CALENDAR_DAYS)
    assert (after.days, after.measure) == (7, Measure.WORKING_DAYS)
    assert "155/2026" in after.source
    assert before.valid_to == date(2026, 6, 30)


def test_a_number_whose_amendment_was_not_read_says_so(law):
    assert "chưa đối chiếu" not in legal.rule("reception.notice", on=date(2026, 6, 30)).cite()
    assert legal.rule("reception.notice", on=date(2026, 7, 1)).cite().endswith("(chưa đối chiếu văn bản gốc)")


def test_no_version_is_not_guessed(law):
    with pytest.raises(legal.UnknownRule, match=r"decision\.sending on 2020-01-01"):
        legal.rule("decision.sending", on=date(2020, 1, 1))


@pytest.mark.parametrize(("yes", "whole", "passed"), [(18, 27, True), (17, 27, False), (2, 3, True), (0, 0, False), (28, 27, False)])
def test_two_thirds_of_all_households(law, yes, whole, passed):
    assert legal.rule("decision.works_and_contributions", on=date(2026, 11, 23)).reached(yes, whole) is passed


@pytest.mark.parametrize(("yes", "whole", "passed"), [(14, 27, True), (13, 26, False), (14, 26, True)])
def test_more_than_half(law, yes, whole, passed):
    assert legal.rule("decision.other_matters", on=date(2026, 11, 23)).reached(yes, whole) is passed


def test_working_days_name_the_holidays_passed_over(law):
    due = legal.due("reception.notice", start=date(2026, 11, 16))
    assert due.date == date(2026, 12, 1)
    assert [d.day for d in due.days_off if d.reason] == [date(2026, 11, 24)]
    assert "24/11" in due.explain()
    assert "tính từ ngày liền sau 16/11/2026" in due.explain()


def test_calendar_days_that_end_on_a_day_off_run_on(law):
    due = legal.due("complaint.first", start=date(2026, 10, 23))
    assert due.moved_from == date(2026, 11, 22)
    assert due.date == date(2026, 11, 23)


def test_the_decree_on_2_january_2026_is_counted(law):
    assert legal.due("reception.notice", start=date(2025, 12, 31)).date == date(2026, 1, 15)


def test_every_shipped_version_is_whole():
    versions = list(shipped())
    assert len({v.code for v in versions}) > 80
    for version in versions:
        assert version.source, version.code
        assert version.article or not version.checked, version.code


def test_texts_read_as_law_writes_them():
    def rule(value: Fraction, measure: Measure, bound: Bound) -> str:
        return Rule("x", "x", value, measure, bound, "s", "", False, None, None).value_text()

    assert rule(Fraction(10), Measure.WORKING_DAYS, Bound.AT_MOST) == "không quá 10 ngày làm việc"
    assert rule(Fraction(2, 3), Measure.SHARE_OF_HAMLETS, Bound.AT_LEAST) == "ít nhất 2/3 tổng số thôn, tổ dân phố"
    assert rule(Fraction(1, 2), Measure.SHARE_OF_PRESENT, Bound.MORE_THAN) == "trên 50% số đại diện hộ gia đình dự họp"
    assert rule(Fraction(1), Measure.YES_NO, Bound.EXACTLY) == "có"
