"""Who sits, and who cannot be put in or out while marks lie open."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gandan.accounts.queries import actor_for
from gandan.appraisals import actions
from gandan.appraisals.enums import Part, State
from gandan.appraisals.models import Conflict, Seat
from gandan.core import events
from gandan.core.access import Refusal, Role
from tests.appraisals.conftest import FAR, NOW, TODAY, at
from tests.people import hold, make_user

pytestmark = pytest.mark.django_db


def test_a_council_is_formed_seated_and_dissolved(council, leader, people, ground):
    assert council.seats.filter(until=None).count() == 5
    assert [e.verb for e in events.of(council)] == ["appraisals.council_formed", *["appraisals.seated"] * 5]
    with pytest.raises(Refusal, match="đã có chủ tịch"):
        actions.seat(council, user=people["front_officer"], part=Part.CHAIR, by=leader, now=NOW)
    with pytest.raises(Refusal, match="đã có trong hội đồng"):
        actions.seat(council, user=people["leader"], part=Part.MEMBER, by=leader, now=NOW)
    with pytest.raises(Refusal, match="không giữ vai trò nào"):
        actions.seat(council, user=make_user("Người ngoài", "nobody"), part=Part.MEMBER, by=leader, now=NOW)
    with pytest.raises(Refusal, match="chọn vai trò"):
        actions.seat(council, user=people["front_officer"], part="king", by=leader, now=NOW)
    left = actions.unseat(council.seats.get(user=people["committee_officer"]), by=leader, now=NOW)
    assert left.until == TODAY
    with pytest.raises(Refusal, match="đã thôi"):
        actions.unseat(left, by=leader, now=NOW)
    actions.dissolve(council, by=leader, now=NOW)
    assert not council.seats.filter(until=None).exists()
    for again in (lambda: actions.dissolve(council, by=leader, now=NOW), lambda: actions.unseat(left, by=leader, now=NOW)):
        with pytest.raises(Refusal):
            again()
    with pytest.raises(Refusal, match="giải thể"):
        actions.seat(council, user=people["front_officer"], part=Part.MEMBER, by=leader, now=NOW)


def test_forming_asks_for_a_paper_of_the_past_and_an_office_that_stands(ground, leader):
    said = {"office": ground.party, "title": "Hội đồng", "formed_by": "1-QĐ/ĐU", "formed_on": TODAY, "by": leader, "now": NOW}
    more = {"số quyết định": {"formed_by": " "}, "tên gọi": {"title": ""}, "sau hôm nay": {"formed_on": TODAY + timedelta(days=1)}}
    for words, change in more.items():
        with pytest.raises(Refusal, match=words):
            actions.form_council(**{**said, **change})


def test_only_heads_of_its_office_touch_a_council(council, cast, people):
    row = council.seats.get(user=people["committee_officer"])
    for who, actor in cast.items():
        if who == "leader":
            continue
        for deed in (
            lambda a=actor: actions.seat(council, user=people["front_officer"], part=Part.MEMBER, by=a, now=NOW),
            lambda a=actor: actions.unseat(row, by=a, now=NOW),
            lambda a=actor: actions.dissolve(council, by=a, now=NOW),
        ):
            with pytest.raises(Refusal, match="chưa được giao quyền"):
                deed()


def test_nobody_is_put_out_or_in_for_the_marks_that_were_shown(in_state, leader, people, council, seated):
    a = in_state(State.SHOWN, FAR)
    outlier, fresh = council.seats.get(user=people["committee_officer"]), people["provincial_specialist"]
    for _round in (1, 2):
        with pytest.raises(Refusal, match="chưa thay người được"):
            actions.unseat(outlier, by=leader, now=NOW)
        with pytest.raises(Refusal, match="chưa thay người được"):
            actions.seat(council, user=fresh, part=Part.MEMBER, by=leader, now=NOW)
        if _round == 1:
            a = actions.score_again(a, closes_on=TODAY + timedelta(days=3), by=leader, now=NOW)
    with pytest.raises(Refusal, match="còn hồ sơ đang xét"):
        actions.dissolve(council, by=leader, now=NOW)
    people["committee_officer"].is_active = False
    people["committee_officer"].save()
    actions.unseat(outlier, by=leader, now=NOW)  # who works nowhere any more cannot be waited for
    assert a.cards.filter(seat=outlier).count() == 1


def test_who_works_for_what_is_judged_chooses_none_of_its_judges(opened, council, leader, people, ground):
    """Also with a hat put aside; and a council of many is asked as few questions as one of a single thing."""
    opened()

    def cost(n: int) -> int:
        with CaptureQueriesContext(connection) as asked:
            actions.seat(council, user=made(f"new.{n}"), part=Part.MEMBER, by=leader, now=NOW)
        return len(asked)

    def made(name: str):
        user = make_user("Người mới", name)
        hold(user, Role.OFFICER, office=ground.committee)
        return user

    few = cost(1)
    for _n in range(9):
        opened()
    assert cost(10) == few
    hold(people["leader"], Role.OFFICER, office=ground.front)
    with pytest.raises(Refusal, match="có liên quan"):
        actions.seat(council, user=made("third"), part=Part.MEMBER, by=leader, now=NOW)
    with pytest.raises(Refusal, match="có liên quan"):
        actions.unseat(council.seats.get(user=people["committee_officer"]), by=leader, now=NOW)
    other = make_user("Phó bí thư", "leader.two")
    hold(other, Role.LEADER, office=ground.party)
    actions.unseat(council.seats.get(user=people["committee_officer"]), by=actor_for(other, today=TODAY), now=NOW)


def test_who_sits_down_later_is_looked_at_for_ties(opened, council, leader, people, ground):
    a = opened()
    front = make_user("Người của Mặt trận", "front.two")
    hold(front, Role.OFFICER, office=ground.front)
    hold(front, Role.OFFICER, office=ground.committee)
    actions.seat(council, user=front, part=Part.MEMBER, by=leader, now=NOW)
    found = Conflict.objects.get(appraisal=a)
    assert (found.seat.user, found.is_found, found.tie) == (front, True, "own_unit")
    assert events.of(council).last().facts["ties"] == 1
    later = make_user("Thư ký", "secretary.two")
    hold(later, Role.OFFICER, office=ground.front)
    actions.seat(council, user=later, part=Part.SECRETARY, by=leader, now=at(0))
    assert Conflict.objects.count() == 1
    assert Seat.objects.filter(council=council).count() == 7
