"""Cards are independent and final, opened all at once, scored a second time where they lie too far apart, and frozen."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import Error, transaction

from gandan.accounts.queries import actor_for
from gandan.appraisals import actions, queries
from gandan.appraisals.enums import State
from gandan.appraisals.models import Appraisal, Mark, Scorecard, Seat
from gandan.core import events
from gandan.core.access import Refusal
from gandan.core.events.verify import verify
from tests.appraisals.conftest import CLOSES, FAR, GRADES, NEAR, NOW, TODAY, WHY, at, marks, on_day

pytestmark = pytest.mark.django_db


def test_from_cards_to_a_frozen_result(in_state, hand_in, seated, leader):
    a = in_state(State.SCORING)
    hand_in(a, NEAR)
    facts = [e.facts for e in events.of(a) if e.verb == "appraisals.handed_in"]
    assert len(facts) == 4
    assert all(set(f) == {"card_id", "seat_id", "round", "late"} for f in facts)  # no number of a card leaves it
    a = actions.show(a, by=seated["secretary"], now=NOW)
    assert (a.state, a.shown_on, queries.shown_result(a).points) == (State.SHOWN, TODAY, Decimal("80.88"))
    a = actions.close(a, by=leader, now=NOW)
    assert (a.points, a.spread, a.passed, a.grade.name) == (Decimal("80.88"), Decimal(2), True, "Tốt")
    assert queries.result(a).members == 4
    last = events.of(a).last()
    assert (last.verb, last.was, last.now, last.facts["points"]) == ("appraisals.closed", "shown", "closed", "80.88")
    assert verify().problems == []


def test_a_card_is_whole_inside_its_lines_with_a_reason_and_once(in_state, seated, sheet):
    a = in_state(State.SCORING)
    good = marks(sheet, 50, 30)
    keys = list(good)
    refused = {
        "Chưa chấm tiêu chí": ({k: good[k] for k in keys[:-1]}, WHY),
        "phải từ -10.00 đến 0.00": ({**good, keys[3]: Decimal(1)}, WHY),
        "phải từ 0.00 đến 60.00": ({**good, keys[0]: Decimal("59.999")}, WHY),
        "tiêu chí lạ": ({**good, a.pk: Decimal(1)}, WHY),
        "Xin ghi nhận xét": (good, "tốt"),
        "dài quá 2000": (good, "a" * 2001),
    }
    for words, (given, reason) in refused.items():
        with pytest.raises(Refusal, match=words):
            actions.hand_in(a, marks=given, reason=reason, by=seated["one"], now=NOW)
    assert not Scorecard.objects.exists()
    card = actions.hand_in(a, marks={**good, keys[3]: Decimal("-2.5")}, reason=WHY, by=seated["one"], now=NOW)
    assert card.total == Decimal("77.5")
    with pytest.raises(Refusal, match="đã nộp thì không sửa"):
        actions.hand_in(a, marks=good, reason=WHY, by=seated["one"], now=NOW)
    for change in (
        lambda: Scorecard.objects.filter(pk=card.pk).update(total=100),
        lambda: Scorecard.objects.filter(pk=card.pk).delete(),
        lambda: Mark.objects.filter(card=card).update(points=1),
    ):
        with pytest.raises(Error), transaction.atomic():
            change()


def test_only_seats_that_score_hand_in(in_state, cast, seated, sheet):
    a = in_state(State.SCORING)
    for actor in [*(cast[w] for w in cast if w not in ("leader", "committee_officer")), seated["secretary"]]:
        with pytest.raises(Refusal, match="chưa được giao quyền"):
            actions.hand_in(a, marks=marks(sheet, 1, 1), reason=WHY, by=actor, now=NOW)


def test_nothing_is_shown_while_a_card_is_owed_and_the_time_runs(in_state, hand_in, seated, leader, front_officer):
    a = in_state(State.SCORING)
    hand_in(a, {k: NEAR[k] for k in ("chair", "one")})
    with pytest.raises(Refusal, match="Còn 2 thành viên chưa nộp"):
        actions.show(a, by=leader, now=NOW)
    late = 8
    with pytest.raises(Refusal, match="Mới có 2 phiếu"):
        actions.show(a, by=on_day(leader, late), now=at(late))
    hand_in(a, {"two": NEAR["two"]}, now=at(late))  # late, and still unread by anybody
    assert events.of(a).last().facts["late"] is True
    with pytest.raises(Refusal, match="Còn 1 thành viên"):
        actions.show(a, by=leader, now=at(7))
    with pytest.raises(Refusal, match="chưa được giao quyền"):
        actions.show(a, by=on_day(front_officer, late), now=at(late))
    a = actions.show(a, by=on_day(leader, late), now=at(late))
    assert events.of(a).last().facts == {"round": 1, "cards": 3, "missing": 1}
    with pytest.raises(Refusal, match="Đã mở điểm"):
        actions.hand_in(a, marks=marks(a.sheet, 1, 1), reason=WHY, by=seated["three"], now=at(late))


def test_members_too_far_apart_score_once_more_and_then_it_holds(in_state, hand_in, seated, leader):
    a = in_state(State.SHOWN, FAR)
    with pytest.raises(Refusal, match=r"lệch nhau 60\.00, quá mức 15\.00"):
        actions.close(a, by=leader, now=NOW)
    with pytest.raises(Refusal, match="phải sau hôm nay"):
        actions.score_again(a, closes_on=TODAY, by=leader, now=NOW)
    a = actions.score_again(a, closes_on=TODAY + timedelta(days=2), by=leader, now=NOW)
    assert (a.state, a.round, a.closes_on) == (State.SCORING, 2, TODAY + timedelta(days=2))
    hand_in(a, {"chair": (60, 40), "one": (40, 30), "two": (50, 30), "three": (50, 30)})
    a = actions.show(a, by=leader, now=NOW)
    with pytest.raises(Refusal, match="đã chấm lại một lần"):
        actions.score_again(a, closes_on=CLOSES, by=leader, now=NOW)
    a = actions.close(a, by=leader, now=NOW)  # 30 apart still: the second round holds
    assert (a.points, a.spread, a.cards.count()) == (Decimal("82.50"), Decimal(30), 8)


def test_nobody_scores_again_until_it_suits(in_state, leader):
    a = in_state(State.SHOWN)
    with pytest.raises(Refusal, match="đủ gần nhau"):
        actions.score_again(a, closes_on=CLOSES, by=leader, now=NOW)


def test_below_the_threshold_it_does_not_pass_and_below_every_grade_it_has_none(in_state, leader):
    a = in_state(State.CLOSED, dict.fromkeys(("chair", "one", "two", "three"), (40, 29.99)))
    assert (a.points, a.passed, a.grade.name) == (Decimal("69.99"), False, GRADES[2].name)
    b = in_state(State.CLOSED, dict.fromkeys(("chair", "one", "two", "three"), (0, 0, 0, -1)))
    assert (b.points, b.passed, b.grade) == (Decimal("-1.00"), False, None)
    c = in_state(State.CLOSED, dict.fromkeys(("chair", "one", "two", "three"), (40, 30)))
    assert (c.points, c.passed) == (Decimal("70.00"), True)


def test_a_closed_result_is_kept_by_the_database_and_by_later_versions(in_state, leader, sheet):
    a = in_state(State.CLOSED)
    for change in (
        {"points": 100},
        {"passed": False},
        {"state": State.SHOWN},
        {"grade": None},
        {"round": 2},
        {"unit": a.unit_id, "spread": 0},
    ):
        with pytest.raises(Error), transaction.atomic():
            Appraisal.objects.filter(pk=a.pk).update(**change)
    second = actions.new_version(sheet, by=leader, now=NOW)
    actions.put_in_force(second, from_day=TODAY + timedelta(days=1), by=leader, now=NOW)
    a.refresh_from_db()
    assert (a.sheet, a.points, queries.result(a).pass_points) == (sheet, Decimal("80.88"), Decimal(70))


def test_who_left_the_council_keeps_the_card_and_owes_none(in_state, hand_in, seated, leader, council):
    a = in_state(State.SCORING)
    hand_in(a, {"one": NEAR["one"]})
    for name in ("committee.officer", "seat.two"):
        actions.unseat(council.seats.get(user__username=name), by=leader, now=NOW)
    hand_in(a, {k: NEAR[k] for k in ("chair", "three")})
    assert a not in queries.mine(seated["two"])
    with pytest.raises(Refusal, match="chưa được giao quyền"):
        actions.hand_in(a, marks=marks(a.sheet, 1, 1), reason=WHY, by=seated["two"], now=NOW)
    a = actions.show(a, by=leader, now=NOW)
    assert a.cards.count() == 3
    assert actor_for(council.seats.get(user__username="seat.two").user, today=TODAY) == seated["two"]


def test_a_new_seat_washes_off_no_tie_and_gives_no_second_card(in_state, seated, sheet, leader, council):
    a = in_state(State.SCORING)
    actions.declare_conflict(a, tie="kin", by=seated["two"], now=NOW)
    actions.hand_in(a, marks=marks(sheet, 50, 30), reason=WHY, by=seated["three"], now=NOW)
    for who, said in (("two", "có liên quan"), ("three", "đã nộp phiếu")):
        row = Seat.objects.get(council=council, user=seated[who].id, until=None)
        actions.unseat(row, by=leader, now=NOW)
        actions.seat(council, user=row.user, part=row.part, by=leader, now=NOW)
        with pytest.raises(Refusal, match=said):
            actions.hand_in(a, marks=marks(sheet, 1, 1), reason=WHY, by=seated[who], now=NOW)
    assert {s.user.username for s in queries.progress(a).owing} == {"leader", "committee.officer"}
    with pytest.raises(Refusal, match="Còn 2 thành viên"):
        actions.show(a, by=leader, now=NOW)
