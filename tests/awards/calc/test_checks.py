"""What one rule says, over all its cases; it never says that somebody is fit."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gandan.awards.calc import checks
from gandan.awards.calc.checks import Likeness, Rules
from gandan.awards.enums import Outcome

RULES = Rules("Quy chế", False, years=15, years_head=10, papers=3)
MEETS, FAILS, UNKNOWN = Outcome.MEETS, Outcome.FAILS, Outcome.UNKNOWN
DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))


@pytest.mark.parametrize(
    ("declared", "is_head", "needed", "outcome"),
    [
        (15, False, 15, MEETS),
        (14, False, 15, FAILS),
        (10, True, 10, MEETS),
        (9, True, 10, FAILS),
        (None, False, 15, UNKNOWN),
        (0, False, 15, FAILS),
    ],
)
def test_years(declared, is_head, needed, outcome):
    found = checks.years(RULES, declared=declared, is_head=is_head)
    assert found is not None
    assert (found.needed, found.found, found.outcome, found.checked) == (needed, declared, outcome, False)


def test_a_rule_without_a_number_is_no_rule():
    none = Rules("Quy chế", False)
    assert checks.years(none, declared=3, is_head=False) is None
    assert checks.papers(none, files=0) is None
    assert checks.quota(None, proposed=99, source="") is None


def test_a_head_without_a_shorter_term_has_the_common_one():
    assert checks.years(Rules("Q", True, years=15), declared=12, is_head=True).outcome == FAILS


@pytest.mark.parametrize(
    ("roll", "call", "knows", "once_only", "outcome"),
    [
        ([], [], True, True, MEETS),
        ([Likeness(True)], [], True, True, FAILS),
        ([Likeness(False)], [], True, True, UNKNOWN),
        ([None], [], True, True, MEETS),
        ([], [Likeness(True)], True, True, UNKNOWN),
        ([], [], False, True, UNKNOWN),
        ([], [], True, False, None),
        ([], [Likeness(True)], True, False, UNKNOWN),
        ([Likeness(True)], [], True, False, None),
    ],
)
def test_once(roll, call, knows, once_only, outcome):
    found = checks.once(RULES, knows=knows, on_roll=roll, in_call=call, once_only=once_only)
    assert (found.outcome if found else None) == outcome


@pytest.mark.parametrize(
    ("mine", "other", "said"), [("a", "a", Likeness(True)), ("a", "b", None), ("", "b", Likeness(False)), ("a", "", Likeness(False))]
)
def test_alike(mine, other, said):
    assert checks.alike(mine, other) == said


@pytest.mark.parametrize(("proposed", "outcome"), [(3, MEETS), (4, FAILS)])
def test_quota(proposed, outcome):
    assert checks.quota(3, proposed=proposed, source="Đợt 1").outcome == outcome


@pytest.mark.parametrize(("fits", "others", "outcome"), [(True, "", MEETS), (True, "Không bị kỷ luật", UNKNOWN), (False, "", FAILS)])
def test_form(fits, others, outcome):
    assert checks.form(Rules("Q", False, others=others), fits=fits).outcome == outcome


def test_papers_are_never_met_by_their_number_alone():
    assert [checks.papers(RULES, files=n).outcome for n in (2, 3, 9)] == [FAILS, UNKNOWN, UNKNOWN]


@given(opens=DAYS, lasts=st.integers(0, 400), month=st.integers(1, 12), day=st.integers(1, 28))
def test_the_last_day_is_never_after_the_one_that_was_announced(opens, lasts, month, day):
    closes = opens + timedelta(days=lasts)
    last, by_rule = checks.last_day(closes, opens_on=opens, year=opens.year, month=month, day=day)
    assert opens <= last <= closes
    assert by_rule == ((last.month, last.day) == (month, day) and last < closes)


def test_a_call_of_one_year_that_ends_in_the_next():
    found = checks.last_day(date(2026, 11, 30), opens_on=date(2025, 11, 1), year=2025, month=10, day=15)
    assert found == (date(2026, 10, 15), True)


def test_the_29th_of_february_in_a_year_without_one():
    assert checks.last_day(date(2026, 3, 31), opens_on=date(2026, 1, 1), year=2026, month=2, day=29) == (date(2026, 2, 28), True)


@given(last=DAYS, submitted=DAYS)
def test_days_late(last, submitted):
    found = checks.deadline(RULES, submitted_on=submitted, last=last, by_rule=True, source="Đợt 1")
    assert (found.outcome == FAILS) == (submitted > last)
    assert found.found == max(0, (submitted - last).days)
    assert (found.source, found.checked) == ("Quy chế", False)
