"""What lies years ahead is no answer; while a promise is open nobody calls the case answered in time."""

from datetime import timedelta

import pytest

from gandan.commitments import actions as commitments
from gandan.commitments.enums import EvidenceKind
from gandan.core.access import Refusal
from gandan.opinions import actions, queries
from gandan.opinions.enums import State
from gandan.opinions.given import PromiseGiven
from gandan.opinions.queries.ward import ward
from tests.opinions.conftest import NOW, TODAY, fresh


def answered(c, days: int, by) -> None:
    promise = PromiseGiven("Thay 12 bóng đèn hẻm 51", "Đèn sáng", TODAY + timedelta(days=days), c.office)
    actions.answer(c, text="Chúng tôi hứa thay bóng đèn.", promise=promise, by=by, now=NOW)


def test_the_farthest_day_is_promised_and_the_next_is_not(case, committee_officer):
    c = case(State.ACCEPTED)
    with pytest.raises(Refusal, match="xa nhất là ngày") as refused:
        answered(c, 181, committee_officer)
    assert refused.value.law
    assert fresh(c).state == State.ACCEPTED
    answered(fresh(c), 180, committee_officer)


def test_an_open_promise_is_not_in_time(case, committee_officer):
    c = case(State.ACCEPTED)
    answered(c, 20, committee_officer)
    numbers = ward([c.unit_id], today=TODAY)
    assert (numbers.received, numbers.in_time, numbers.promised, numbers.answered_late) == (1, 0, 1, 0)
    promise = queries.promises_of(fresh(c)).get()
    commitments.add_evidence(promise, kind=EvidenceKind.NOTE, note="Đã nghiệm thu", by=committee_officer, now=NOW)
    commitments.report_done(promise, summary="Đã thay 12 bóng.", by=committee_officer, now=NOW)
    numbers = ward([c.unit_id], today=TODAY)
    assert (numbers.in_time, numbers.promised) == (1, 0)
