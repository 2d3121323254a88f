"""Words go by the rule of retention; the record still verifies."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile

from gandan.commitments import actions as commitments
from gandan.commitments.enums import EvidenceKind
from gandan.commitments.models import Objection
from gandan.core import events
from gandan.core.access import Anyone, Refusal
from gandan.core.events.verify import verify
from gandan.core.files import queries as files
from gandan.opinions import actions, queries
from gandan.opinions.actions.daily import forget
from gandan.opinions.enums import Content, State
from gandan.opinions.given import ContactGiven, PromiseGiven
from gandan.opinions.models import Answer, Case, Contact, ContactOpening, Letter, Opinion, Step
from tests.opinions.conftest import KEEPER, LAW, NOW, REASON, TOPIC, at, fresh, on_day, png, sent_by

LATER = at(1200)


def test_everything_worded_goes_and_nothing_else(opinion, sender, committee_officer, leader):
    said = opinion(
        contact=ContactGiven(mail="lan@vidu.vn"), uploads=[ContentFile(png(), name="den.png")], latitude="10.03", longitude="105.78"
    )
    c, by = said.opinion.case, committee_officer
    other = opinion()
    actions.ask_back(other.opinion.case, text="Hẻm nào ạ?....", by=by, now=NOW)
    actions.reply(other.opinion, text="Hẻm 51, cạnh chợ.", by=sender(other), now=NOW)
    actions.join(other.opinion.case, into=c, by=by, now=NOW)
    actions.classify(c, content=Content.REMARK, topic=TOPIC, by=by, now=NOW)
    actions.accept(c, by=by, now=NOW)
    actions.tag(c, label="giao ban", by=by, now=NOW)
    actions.open_contact(said.opinion, reason=REASON, by=by, now=NOW)
    actions.answer(c, text="Đã giao đội chiếu sáng.", law=LAW, by=by, now=NOW)
    shown = actions.publish(c, title="Đèn hẻm", question="Đèn tắt.", answer="Đã thay.", by=by, now=NOW)
    actions.report_done(c, summary="Đã thay bóng đèn.", by=by, now=NOW)
    for one in (said, other):
        actions.give_verdict(queries.of_code(one.code), is_done=True, by=sender(one), now=NOW)
    with pytest.raises(Refusal, match="được giữ đến hết ngày"):
        actions.erase(c, by=KEEPER, now=at(1095))
    actions.erase(c, by=KEEPER, now=LATER)
    rows = [*Opinion.objects.all(), *Letter.objects.all(), *Answer.objects.all(), *Step.objects.all(), *ContactOpening.objects.all()]
    assert len(rows) >= 8
    for row in rows:
        assert row.is_erased, row
        assert not any(getattr(row, name) for name in row.BOUND)
    assert not Contact.objects.exists()
    assert not files.of(said.opinion).exists()
    assert not fresh(c).tags.exists()
    assert Opinion.objects.exclude(latitude=None).count() == 0
    assert fresh(shown).question == "Đèn tắt."
    assert all(one.erased_on == LATER.date() for one in Case.objects.all())
    there = queries.of_code(said.code)
    assert there is not None
    assert not queries.sender_of(there, pin=said.pin).writes
    assert verify().ok
    with pytest.raises(Refusal, match="đã được xoá"):
        actions.erase(c, by=KEEPER, now=LATER)


def test_only_retention_erases_and_only_what_has_ended(case, leader, administrator):
    c = case(State.CONFIRMED)
    for who in (leader, administrator, Anyone()):
        with pytest.raises(Refusal, match="chưa được giao quyền"):
            actions.erase(c, by=who, now=LATER)
    with pytest.raises(Refusal, match="Lúc này không thể"):
        actions.erase(case(State.DONE), by=KEEPER, now=LATER)


@pytest.mark.parametrize("state", [State.CONFIRMED, State.CLOSED, State.REFUSED, State.WITHDRAWN])
def test_every_end_is_forgotten_and_may_be_checked(case, state):
    c = case(state)
    actions.erase(c, by=KEEPER, now=at(1200) + timedelta(days=50))
    assert events.of(c).last().verb == "opinions.erased"
    assert not Opinion.objects.exclude(text="").exists()
    assert verify().ok


def test_objections_to_what_was_promised_go_with_the_case(case, said_of, committee_officer, supervisor):
    c, due = case(State.ACCEPTED), at(20).date()
    given = PromiseGiven("Thay 12 bóng đèn hẻm 51", "Đèn sáng", due, c.office)
    actions.answer(c, text="Chúng tôi hứa thay bóng đèn.", promise=given, by=committee_officer, now=NOW)
    promise = queries.promises_of(fresh(c)).get()
    commitments.add_evidence(promise, kind=EvidenceKind.NOTE, note="Đã nghiệm thu", by=committee_officer, now=NOW)
    commitments.report_done(promise, summary="Đã thay 12 bóng.", by=committee_officer, now=NOW)
    home = said_of(c)
    actions.give_verdict(home.opinion, is_done=False, text="Nhà tôi số 12, bà Lê Thị B, vẫn tối om.", by=sent_by(home), now=NOW)
    commitments.object_to(fresh(promise), text="Ban giám sát thấy 4 bóng chưa thay.", by=supervisor, now=NOW)
    assert Objection.objects.exclude(text="").count() == 2
    actions.refuse(fresh(c), reason=REASON, law=LAW, by=committee_officer, now=NOW)
    actions.erase(fresh(c), by=KEEPER, now=LATER)
    assert list(Objection.objects.exclude(text="").values_list("text", flat=True)) == ["Ban giám sát thấy 4 bóng chưa thay."]
    assert verify().ok


@pytest.mark.parametrize("state", [State.CLOSED, State.REFUSED, State.CONFIRMED])
def test_after_erasing_nothing_is_begun_again(case, leader, committee_officer, state):
    c = case(state)
    actions.publish(c, title="Đèn hẻm", question="Đèn tắt.", answer="Đã thay.", by=committee_officer, now=NOW)
    actions.erase(fresh(c), by=KEEPER, now=LATER)
    boss, officer = on_day(leader, 1200), on_day(committee_officer, 1200)
    gone = (
        lambda: actions.order_reopen(c, reason=REASON, by=boss, now=LATER),
        lambda: actions.escalate(c, reason=REASON, by=boss, now=LATER),
        lambda: actions.publish(c, title="Đèn hẻm", question="Đèn tắt.", answer="Đã thay.", by=officer, now=LATER),
        lambda: actions.tag(c, label="giao ban", by=officer, now=LATER),
    )
    for deed in gone:
        with pytest.raises(Refusal, match="đã được xoá"):
            deed()
    with pytest.raises(Refusal, match="đã kết thúc"):
        actions.send_news(c, text="Tin thêm cho mọi người.", by=officer, now=LATER)
    assert fresh(c).state == state


def test_a_reason_given_after_erasing_goes_by_its_own_day(case, committee_officer):
    c = case(State.CLOSED)
    actions.publish(c, title="Đèn hẻm", question="Đèn tắt.", answer="Đã thay.", by=committee_officer, now=NOW)
    assert forget(by=KEEPER, now=LATER) == 1
    actions.unpublish(fresh(c), reason="Câu trả lời còn số nhà của một người.", by=on_day(committee_officer, 1200), now=LATER)
    assert forget(by=KEEPER, now=at(1201)) == 0
    with pytest.raises(Refusal, match="được giữ đến hết ngày"):
        actions.erase(fresh(c), by=KEEPER, now=at(1201))
    assert forget(by=KEEPER, now=at(2400)) == 1
    assert not Step.objects.exclude(reason="").exists()
    assert forget(by=KEEPER, now=at(2401)) == 0
    assert verify().ok
