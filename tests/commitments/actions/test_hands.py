"""Who ever had the work in hand says nothing of its end, whatever they are today; ends are told apart by how they came about."""

from dataclasses import replace

import pytest

from gandan.accounts.queries import actor_for
from gandan.commitments import actions, queries
from gandan.commitments.enums import CodeKind, How, Issuer, State
from gandan.commitments.models import Commitment
from gandan.core import events
from gandan.core.access import Anyone, Refusal, Role
from gandan.units import actions as units
from gandan.units.actions import NewUnit
from tests.commitments.conftest import CLOCK, WORDS, at, on_day
from tests.people import NOW, TODAY, hold, make_office, make_user

pytestmark = pytest.mark.django_db
REASON = "Thuộc địa bàn của phường bên"


def fresh(c):
    return Commitment.objects.get(pk=c.pk)


def refused(c, by, sentence="chưa được giao quyền|không xác nhận thay"):
    with pytest.raises(Refusal, match=sentence):
        actions.confirm(c, by=by, now=NOW)
    assert fresh(c).state == State.REPORTED


def moved_away(people, name, **role):
    """The same account, whose roles of before have ended, with another one."""
    user = people[name]
    user.roles.all().update(withdrawn=True, ended_at=NOW, ended_by="system:test")
    if role:
        hold(user, **role)
    return actor_for(user, today=TODAY)


def test_who_reported_it_is_not_heard_after_leaving_the_unit(promise, reported, code_of, people, ground):
    c = promise()
    code = code_of(c)
    reported(c)
    former = moved_away(people, "front_officer", role=Role.SUPERVISOR, unit=ground.commune)
    refused(c, former)
    refused(c, replace(code, behind=former))


def test_the_staff_of_both_units_after_a_handover_but_not_the_holder(
    promise, front_officer, code_of, ground, provincial_leader, committee_officer, outsider
):
    c = promise()
    holder = code_of(c)
    actions.hand_over(c, to=ground.other_front, reason=REASON, by=provincial_leader, now=NOW)
    actions.add_evidence(c, kind="note", note="Đã nghiệm thu với tổ trưởng", by=outsider, now=NOW)
    actions.report_done(c, summary="Đã lắp 12 bóng", by=outsider, now=NOW)
    for staff in (front_officer, committee_officer, outsider):
        refused(c, staff)
        refused(c, replace(holder, behind=staff))
    assert actions.confirm(c, by=holder, now=NOW).how == How.CODE


def test_the_board_where_it_was_promised_keeps_its_say(promise, ground, provincial_leader, supervisor, outsider, people):
    c = promise()
    actions.hand_over(c, to=ground.other_front, reason=REASON, by=provincial_leader, now=NOW)
    actions.add_evidence(c, kind="note", note="Đã nghiệm thu với tổ trưởng", by=outsider, now=NOW)
    actions.report_done(c, summary="Đã lắp 12 bóng", by=outsider, now=NOW)
    user = make_user("Lâm Thị Chín", "board.other")
    hold(user, Role.SUPERVISOR, unit=ground.other)
    refused(c, actor_for(user, today=TODAY))
    assert [w.pk for w in queries.to_confirm(supervisor)] == [c.pk]
    assert not queries.to_confirm(actor_for(user, today=TODAY)).exists()
    assert actions.confirm(c, by=supervisor, now=NOW).how == How.BOARD


def test_who_works_at_the_successor_after_a_merger(promise, reported, ground, administrator, code_of):
    c = promise()
    holder = code_of(c)
    reported(c)
    new = NewUnit(level="commune", kind="Phường", name="Tây Đô", code="39999", parent=ground.province)
    made = units.merge([ground.commune, ground.other], into=new, first_day=TODAY, decree="12/NQ", by=administrator, now=NOW)
    user = make_user("Mai Văn Mới", "new.officer")
    hold(user, Role.OFFICER, office=make_office(made, "front", "Ủy ban MTTQ Việt Nam phường Tây Đô"))
    refused(c, replace(holder, behind=actor_for(user, today=TODAY)))
    board = make_user("Lâm Thị Chín", "board.new")
    hold(board, Role.SUPERVISOR, unit=made)
    assert actions.confirm(c, by=actor_for(board, today=TODAY), now=NOW).how == How.BOARD


@pytest.mark.parametrize("who", ["provincial_leader", "provincial_specialist", "hamlet_head", "supervisor", "leader"])
def test_a_code_in_the_hands_of_those_above_or_of_the_ward(promise, reported, code_of, cast, who):
    c = promise()
    holder = code_of(c, behind=cast[who])
    refused(reported(c), holder, "không xác nhận thay|với tư cách ban giám sát")


def test_an_office_that_works_along_or_gave_evidence_does_not_confirm(request_, reported, ground, outsider, front_officer):
    helping = request_(coordinators=[ground.other_front])
    refused(reported(helping), outsider)
    c = request_()
    actions.add_coordinator(c, office=ground.other_front, by=front_officer, now=NOW)
    actions.add_evidence(c, kind="note", note="Ảnh của tổ công tác", by=outsider, now=NOW)
    actions.remove_coordinator(c, office=ground.other_front, by=front_officer, now=NOW)
    refused(reported(c), outsider)


def test_no_office_is_named_as_asking_where_nothing_shows_it(request_, monkeypatch):
    from gandan.commitments import origins

    with pytest.raises(Refusal, match="một hoạt động do cơ quan đó tổ chức"):
        request_(origin=None)
    monkeypatch.setitem(origins._asked, "units.unit", lambda origin_id, office: False)
    with pytest.raises(Refusal, match="một hoạt động do cơ quan đó tổ chức"):
        request_()
    assert request_(asked_by=None, origin=None).asked_by is None


def test_the_board_issues_codes_and_the_end_says_whose_it_was(promise, reported, supervisor, front_officer):
    c = promise()
    code = actions.issue_code(c, kind=CodeKind.HOLDER, by=supervisor, now=NOW)
    assert c.codes.get().issuer == Issuer.BOARD
    reported(c)
    actions.confirm(c, by=queries.code_holder(code), now=NOW)
    assert events.of(c).last().facts["issuer"] == "board"
    numbers = queries.counts([c.made_in_id], today=TODAY).promises
    assert (numbers.confirmed, numbers.confirmed_code, numbers.confirmed_board) == (1, 1, 0)


def test_the_board_opens_again_what_only_codes_confirmed(promise, reported, code_of, supervisor, citizen):
    c = promise()
    holder = code_of(c)
    actions.confirm(reported(c), by=holder, now=NOW)
    with pytest.raises(Refusal, match="đã kết thúc"):
        actions.object_to(c, text=WORDS, by=citizen, now=NOW)
    actions.object_to(c, text=WORDS, by=supervisor, now=NOW)
    c = fresh(c)
    assert (c.state, c.ended_on, c.round) == (State.OPEN, None, 2)
    last = events.of(c).last()
    assert (last.verb, last.was, last.now, last.actor, last.facts["board"]) == (
        "commitments.objected",
        "confirmed",
        "open",
        supervisor.key,
        True,
    )


def test_not_after_the_days_of_posting_and_never_the_board_s_own_word(promise, reported, code_of, supervisor):
    c, own = promise(), promise()
    holder = code_of(c)
    actions.confirm(reported(c), by=holder, now=NOW)
    with pytest.raises(Refusal, match="niêm yết đã hết"):
        actions.object_to(c, text=WORDS, by=on_day(supervisor, 16), now=at(16))
    actions.confirm(reported(own), by=supervisor, now=NOW)
    with pytest.raises(Refusal, match="đã kết thúc"):
        actions.object_to(own, text=WORDS, by=supervisor, now=NOW)


def test_a_second_voice_to_the_same_report_is_heard(promise, reported, citizen):
    c = reported(promise())
    first = actions.object_to(c, text=WORDS, by=citizen, now=NOW)
    second = actions.object_to(c, text="Hẻm bên cạnh cũng vậy, chưa ai làm.", by=Anyone(), now=at(1))
    c = fresh(c)
    assert (second.report_id, c.state, c.round, c.objections.count()) == (first.report_id, State.OPEN, 2, 2)
    last = events.of(c).last()
    assert (last.was, last.now) == ("open", "open")
    with pytest.raises(Refusal, match="chưa báo xong"):
        actions.object_to(c, text=WORDS, by=citizen, now=at(17))
    actions.end_postings(by=CLOCK, now=at(17))
    assert fresh(c).state == State.OPEN


def test_a_task_that_an_office_gave_itself_is_accepted_by_the_leader(ground, leader, people, front_officer, reported):
    hold(people["front_officer"], Role.LEADER, office=ground.front)
    chief = actor_for(people["front_officer"], today=TODAY)
    task = actions.assign(
        title="Báo cáo quý IV", deliverable="Báo cáo có số liệu", lead=ground.front, assigned_by=ground.front, due=TODAY, by=chief, now=NOW
    )
    reported(task)
    mate = make_user("Trần Văn Hai", "mate")
    hold(mate, Role.OFFICER, office=ground.front)
    with pytest.raises(Refusal, match="lãnh đạo đơn vị"):
        actions.accept(task, by=actor_for(mate, today=TODAY), now=NOW)


def test_heads_of_hamlets_note_what_they_see_in_their_own(promise, hamlet_head, ground):
    here, elsewhere = promise(hamlet=ground.hamlet), promise()
    actions.note_progress(here, note="Thợ đã kéo dây", by=hamlet_head, now=NOW)
    actions.add_evidence(here, kind="note", note="Bóng đã sáng từ tối qua", by=hamlet_head, now=NOW)
    with pytest.raises(Refusal):
        actions.report_done(here, summary="Đã lắp 12 bóng", by=hamlet_head, now=NOW)
    with pytest.raises(Refusal):
        actions.note_progress(elsewhere, note="Thợ đã kéo dây", by=hamlet_head, now=NOW)
