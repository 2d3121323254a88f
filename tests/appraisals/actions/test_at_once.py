"""Two people at the same time, each over a connection of their own."""

from decimal import Decimal

import pytest
from django.db import transaction

from gandan.appraisals import actions
from gandan.appraisals.actions.held import held_council
from gandan.appraisals.enums import Part, State
from gandan.appraisals.models import Scorecard
from gandan.core.access import Anyone, Refusal, Role, SystemActor
from tests.appraisals.conftest import NEAR, NOW, WHY, at, marks, on_day
from tests.at_once import LONG, aside, until_waiting
from tests.people import hold, make_user

pytestmark = pytest.mark.django_db(transaction=True)


def test_members_at_once_and_showing_at_once(in_state, hand_in, seated, sheet, leader, posted):
    """Two members hand in together; the same member twice; a card against the opening; two openings; an objection against a decision."""
    a = in_state(State.SCORING)
    with transaction.atomic():
        actions.hand_in(a, marks=marks(sheet, 50, 30), reason=WHY, by=seated["one"], now=NOW)
        other = aside(lambda: actions.hand_in(a, marks=marks(sheet, 51, 30), reason=WHY, by=seated["two"], now=NOW))
        same = aside(lambda: actions.hand_in(a, marks=marks(sheet, 60, 40), reason=WHY, by=seated["one"], now=NOW))
        until_waiting(2)
    assert other.result(LONG).total == Decimal(81)
    with pytest.raises(Refusal, match="đã nộp phiếu"):
        same.result(LONG)
    assert sorted(Scorecard.objects.values_list("total", flat=True)) == [Decimal(80), Decimal(81)]

    hand_in(a, {"chair": NEAR["chair"]})
    late = on_day(leader, 8)
    with transaction.atomic():
        actions.show(a, by=late, now=at(8))
        card = aside(lambda: actions.hand_in(a, marks=marks(sheet, 1, 1), reason=WHY, by=seated["three"], now=at(8)))
        twice = aside(lambda: actions.show(a, by=seated["secretary"], now=at(8)))
        until_waiting(2)
    for done in (card, twice):
        with pytest.raises(Refusal, match="Đã mở điểm"):
            done.result(LONG)
    assert a.cards.count() == 3

    with transaction.atomic():
        actions.close(a, by=leader, now=at(8))
        again = aside(lambda: actions.set_aside(a, reason=WHY, by=leader, now=at(8)))
        until_waiting()
    with pytest.raises(Refusal, match="Đã chốt"):
        again.result(LONG)

    row = posted()
    with transaction.atomic():
        actions.take_down(row, reason="Xét lại từ đầu.", by=leader, now=NOW)
        objected = aside(lambda: actions.object_to(row, text="Không đúng với thực tế.", by=Anyone(), now=NOW))
        until_waiting()
    with pytest.raises(Refusal, match="đã được gỡ"):
        objected.result(LONG)


def test_a_thing_that_moves_and_a_council_that_is_seated_wait_in_a_row(opened, council, leader, ground):
    """A reorganisation takes a council before what lies before it, as every deed does: else each would hold what the other waits for."""
    a = opened()
    user = make_user("Người mới", "new.one")
    hold(user, Role.OFFICER, office=ground.committee)
    with transaction.atomic():
        actions.follow(a.subject_type, a.subject_id, unit=a.unit, owner_office=ground.committee, by=SystemActor("handover"), now=NOW)
        seated = aside(lambda: actions.seat(council, user=user, part=Part.MEMBER, by=leader, now=NOW))
        until_waiting()
        held_council(council)  # the next thing of the reorganisation lies before the same council
    assert seated.result(LONG).user == user
    a.refresh_from_db()
    assert a.owner_office == ground.committee
