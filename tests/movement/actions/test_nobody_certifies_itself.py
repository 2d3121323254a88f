"""Whose work it is says no other word on it: also with a role put aside, as today's head of the hamlet, or by posting twice."""

from datetime import timedelta
from types import SimpleNamespace

import pytest

from gandan.accounts.queries import actor_for
from gandan.appraisals import actions as appraisals
from gandan.appraisals import subjects
from gandan.core.access import Anyone, Refusal, Role, may
from gandan.movement import actions
from gandan.movement.enums import Result, State
from gandan.movement.models import Visit, VisitMember
from gandan.movement.permissions import Deciding
from gandan.movement.queries import judged, owed
from tests.movement.actions.test_recognition import DAY, WHY, council, decide, scored  # noqa: F401  the way to a decision
from tests.movement.ground import at, on_day, short
from tests.people import NOW, TODAY, hold, make_user

pytestmark = pytest.mark.django_db


def test_a_role_put_aside_still_belongs_to_the_owner(in_state, ground):
    model, mine = in_state(State.SUBMITTED), in_state(n=2)
    for office, role, deciding, level in (
        (ground.front, Role.OFFICER, None, ""),
        (ground.party, Role.LEADER, ground.party, "base"),
        (ground.province_board, Role.SPECIALIST, ground.province_board, "province"),
    ):
        user = make_user("Người hai vai", f"two.{office.pk.hex[:20]}")
        hold(user, Role.OFFICER, office=ground.committee)
        other = hold(user, role, office=office)
        for actor in (actor_for(user, today=TODAY, acting_as=other.pk), actor_for(user, today=TODAY)):
            for verb in ("register", "send_back", "judge_likeness", "review", "visit", "appraise"):
                assert not may(actor, f"movement.{verb}", model), (office, verb)
            assert model not in owed.to_register(actor)
            if deciding is not None:
                for verb in ("post", "recognise"):
                    assert not may(actor, f"movement.{verb}", Deciding(mine, deciding, level)), (office, verb)


def test_the_head_of_its_hamlet_has_a_part_in_it_in_whatever_role(drive, field, ground, front_officer):
    model = actions.begin(drive=drive, office=ground.front, written=short(field), hamlet=ground.hamlet, by=front_officer, now=NOW)
    user = make_user("Trưởng thôn kiêm nhiệm", "head.two")
    hold(user, Role.HAMLET_HEAD, unit=ground.commune, hamlet=ground.hamlet)
    other = hold(user, Role.LEADER, office=ground.committee)
    actor = actor_for(user, today=TODAY, acting_as=other.pk)
    assert not may(actor, "movement.register", model)
    assert not may(actor, "movement.post", Deciding(model, ground.committee, "base"))
    pair = ("movement.practice", str(model.pk))
    assert actor.key in subjects.hands([pair])[pair]  # so no council lets them score it


def test_an_objection_left_open_on_a_posting_taken_down_holds_the_decision_up(in_state, scored, decide, ground, leader, front_officer):  # noqa: F811
    model = in_state()
    scored(model)
    first = actions.post(model, office=ground.party, by=leader, now=NOW)
    said = appraisals.object_to(first, text="Hẻm vẫn còn điểm rác ở cuối đường.", by=Anyone(), now=NOW).objection
    appraisals.take_down(first, reason="Bản niêm yết có lỗi chính tả.", by=leader, now=NOW)
    actions.post(model, office=ground.party, by=leader, now=NOW)
    with pytest.raises(Refusal, match="phản đối chưa trả lời"):
        decide(model)
    appraisals.answer_objection(said, is_upheld=False, reply="Đã kiểm tra tại chỗ, hẻm sạch.", by=leader, now=NOW)
    decide(model)


def test_a_visit_of_an_earlier_year_does_not_show_that_it_works_in_this_one(in_state, ground, front_officer, people):
    model = in_state()
    visit = Visit.objects.create(practice=model, unit=ground.commune, office=ground.front, visited_on=TODAY, seen=WHY, recorded_at=NOW)
    VisitMember.objects.create(visit=visit, user=people["front_officer"], is_head=True)
    days = 366
    said = {"result": Result.EFFECTIVE, "reason": WHY, "by": on_day(front_officer, days), "visit": visit}
    with pytest.raises(Refusal, match="Chưa có buổi thăm"):
        actions.review(model, year=TODAY.year + 1, now=at(days - 1), **said)
    actions.review(model, year=TODAY.year, now=at(days - 1), **said)


def test_the_name_of_a_person_stands_beside_a_posting_only_while_it_runs(in_state, scored, ground, leader, monkeypatch):  # noqa: F811
    model = in_state(kind="exemplar", subject="person", title="Bà Nguyễn Thị Thắm giữ hẻm sạch")
    scored(model)
    posting = actions.post(model, office=ground.party, by=leader, now=NOW)
    assert posting.title.startswith("Cá nhân điển hình, lĩnh vực Kinh tế, ")
    assert "Thắm" not in posting.title + posting.text
    pair = ("movement.practice", str(model.pk))

    def named(day) -> bool:
        monkeypatch.setattr(judged, "timezone", SimpleNamespace(localdate=lambda *_at: day))
        said = subjects.describe([pair], Anyone())[pair]
        return "Thắm" in said.title + str(said.lines)

    assert [named(posting.until), named(posting.until + timedelta(days=1))] == [True, False]
    appraisals.take_down(posting, reason="Có phản đối có cơ sở.", by=leader, now=NOW)
    assert not named(posting.until)
