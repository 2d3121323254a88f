"""A promise that answers what somebody said is confirmed by that person, with the code that the room above keeps."""

import pytest
from django.db import IntegrityError, transaction

from gandan.commitments import actions, queries
from gandan.commitments.actor import CodeHolder
from gandan.commitments.enums import CodeKind, How, Issuer, State
from gandan.commitments.models import ConfirmingCode
from gandan.commitments.web import story
from gandan.core import codes, events
from gandan.core.access import Anyone, Refusal
from tests.commitments.conftest import WORDS
from tests.people import NOW, TODAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def answering(promise, asked_at):
    """A promise that came out of a thing of a room above."""

    def make(**more):
        return promise(origin=asked_at, **more)

    return make


@pytest.fixture
def lent(answering, front_officer):
    c = answering()
    return c, actions.lend_code(c, by=front_officer, now=NOW)


def state(c):
    c.refresh_from_db()
    return c.state


def sender(c, row, behind=None):
    return CodeHolder(row.pk, c.pk, behind=behind or Anyone())


def test_the_sender_confirms_and_it_is_counted_apart(lent, reported, ground):
    c, row = lent
    said = actions.confirm(reported(c), by=sender(c, row), now=NOW)
    assert (said.how, state(c)) == (How.SENDER, State.CONFIRMED)
    assert story.yes(said) == "Người gửi ý kiến, bằng mã riêng của mình"
    found = queries.counts([ground.commune.pk], today=TODAY).promises
    assert (found.confirmed, found.confirmed_sender, found.confirmed_code, found.confirmed_board) == (1, 1, 0, 0)
    assert events.of(c).last().facts["issuer"] == Issuer.SENDER


def test_the_event_says_that_it_was_lent(lent, front_officer):
    c, row = lent
    last = events.of(c).last()
    assert (last.verb, last.actor, last.facts["code_id"]) == ("commitments.code_lent", front_officer.key, str(row.pk))


def test_no_typed_code_has_its_digest(lent):
    _c, row = lent
    assert row.digest != codes.digest(codes.new(), purpose="commitments")
    assert set(row.digest) - set("0123456789abcdef"), "a keyed HMAC is written in these signs alone"
    assert queries.code_holder(row.digest) is None


def test_from_then_on_no_holder_s_code_is_printed_but_households_get_theirs(lent, front_officer):
    c, row = lent
    with pytest.raises(Refusal, match="người gửi xác nhận bằng mã riêng"):
        actions.issue_code(c, kind=CodeKind.HOLDER, by=front_officer, now=NOW)
    for _each in range(6):  # the lent one takes none of the six
        actions.issue_code(c, kind=CodeKind.HOUSEHOLD, by=front_officer, now=NOW)
    with pytest.raises(Refusal, match="là số mã tối đa"):
        actions.issue_code(c, kind=CodeKind.HOUSEHOLD, by=front_officer, now=NOW)
    row.refresh_from_db()
    assert row.replaced_on is None


def test_the_office_itself_does_not_confirm_with_it(lent, reported, front_officer):
    c, row = lent
    with pytest.raises(Refusal, match="không xác nhận thay người dân"):
        actions.confirm(reported(c), by=sender(c, row, behind=front_officer), now=NOW)


def test_the_board_may_still_object_because_nobody_knows_who_typed_the_opinion(lent, reported, supervisor):
    c, row = lent
    actions.confirm(reported(c), by=sender(c, row), now=NOW)
    actions.object_to(c, text=WORDS, by=supervisor, now=NOW)
    assert state(c) == State.OPEN


def test_it_is_lent_once(lent, front_officer):
    with pytest.raises(Refusal, match="đã có mã xác nhận"):
        actions.lend_code(lent[0], by=front_officer, now=NOW)


def test_not_beside_a_code_that_an_office_may_have_kept(answering, front_officer):
    c = answering()
    actions.issue_code(c, kind=CodeKind.HOLDER, by=front_officer, now=NOW)
    with pytest.raises(Refusal, match="đã có mã xác nhận"):
        actions.lend_code(c, by=front_officer, now=NOW)


def test_only_of_what_answers_somebody_and_is_open(promise, answering, reported, task, front_officer, provincial_leader):
    for c in (promise(), reported(answering(title="Nạo vét mương"))):
        with pytest.raises(Refusal, match="trả lời một ý kiến"):
            actions.lend_code(c, by=front_officer, now=NOW)
    with pytest.raises(Refusal, match="nội bộ"):
        actions.lend_code(task(lead=promise().lead), by=front_officer, now=NOW)


@pytest.mark.parametrize("who", ["citizen", "supervisor", "outsider", "administrator", "provincial_specialist"])
def test_only_the_lead_office_and_its_leader_lend(answering, cast, who):
    with pytest.raises(Refusal):
        actions.lend_code(answering(), by=cast[who], now=NOW)


def test_the_database_keeps_it(lent):
    _c, row = lent
    with pytest.raises(IntegrityError), transaction.atomic():
        ConfirmingCode.objects.filter(pk=row.pk).update(replaced_on=TODAY)
