"""My work: forms that came back or were begun, registrations, signs of life, reviews, models without an office."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from gandan.core.ui.work import When
from gandan.movement import actions, work
from gandan.movement.enums import State
from gandan.movement.models import PendingPractice, Practice, Review
from tests.movement.ground import at, on_day, short
from tests.people import CAST, NOW, TODAY

pytestmark = pytest.mark.django_db


def told(actor, day=TODAY) -> list[tuple[str, str]]:
    return sorted((item.title, item.deed) for item in work.owed(actor, day).items)


def test_each_desk_has_its_own(in_state, ground, cast, drive, field, front_officer, hamlet_head, committee_officer):
    in_state(State.SUBMITTED, 1)
    back = in_state(State.SUBMITTED, 2)
    actions.send_back(back, reason="Xin ghi rõ nơi thực hiện", by=front_officer, now=NOW)
    written = short(field, title="Khu phố 3 không rác")
    small = actions.begin(drive=drive, office=ground.front, written=written, hamlet=ground.hamlet, by=hamlet_head, now=NOW)
    actions.submit(small, by=hamlet_head, now=NOW)
    begun = short(field, title="Sân chơi nhỏ")
    begun = actions.begin(drive=drive, office=ground.front, written=begun, hamlet=ground.hamlet, by=hamlet_head, now=NOW)
    first, second = ("Hẻm 1 không rác", "Xem và nhận đăng ký"), ("Khu phố 3 không rác", "Xem và nhận đăng ký")
    table = {
        "front_officer": [first, second],
        "committee_officer": [("Hẻm 2 không rác", "Bổ sung phiếu")],
        "leader": [first, second],
        "hamlet_head": [("Sân chơi nhỏ", "Viết tiếp")],
        "provincial_specialist": [first, second],
        "provincial_leader": [first, second],
    }
    for who in CAST:
        assert told(cast[who]) == table.get(who, []), who
    assert work.owed(committee_officer, TODAY).items[0].note == "Bị trả lại để bổ sung"
    assert work.owed(hamlet_head, TODAY).items[0].url == reverse("movement:hamlet_one", args=[begun.pk]), "on the hamlet's own page"


def test_a_sign_is_due_on_the_day_the_year_ends(in_state, cast, committee_officer):
    in_state(State.REGISTERED)
    assert told(committee_officer) == []
    day = at(330).date()
    pile = work.owed(on_day(committee_officer, 330), day)
    assert [(i.deed, i.due, i.kind, i.office) for i in pile.items] == [
        ("Báo còn hoạt động", at(365).date(), "Mô hình", "Ủy ban nhân dân phường Ninh Kiều")
    ]
    assert pile.counts[When.LATER] == 1


def test_what_was_not_reviewed_this_year(in_state, ground, front_officer):
    model = in_state(State.REGISTERED)
    assert told(front_officer) == []
    by, day = on_day(front_officer, 60), at(60).date()
    assert told(by, day) == [("Hẻm 1 không rác", "Rà soát")]
    Review.objects.create(practice=model, office=ground.front, year=day.year, result="weak", reason="x", given_on=day, given_at=at(60))
    assert told(by, day) == []


def test_what_waits_for_an_office(in_state, ground, cast):
    pending = PendingPractice.objects.create(practice=in_state(State.REGISTERED), cause="split", since=TODAY)
    pending.candidates.add(ground.commune)
    for who in CAST:
        found = [title for title, deed in told(cast[who]) if deed == "Chọn nơi nhận"]
        expected = ["Chọn cơ quan nhận mô hình: Hẻm 1 không rác"] if who in {"leader", "provincial_leader", "provincial_specialist"} else []
        assert found == expected, who


def test_it_costs_the_same_for_one_and_for_thirty(in_state, front_officer):
    model = in_state(State.SUBMITTED)

    def cost() -> int:
        with CaptureQueriesContext(connection) as asked:
            work.owed(front_officer, TODAY)
        return len(asked)

    cost()
    one = cost()
    for n in range(30):
        copy = Practice.objects.get(pk=model.pk)
        copy.pk = copy.id = Practice._meta.pk.get_default()
        copy.title = f"Hẻm {n + 2} không rác"
        copy.save(force_insert=True)
    assert cost() == one
    pile = work.owed(front_officer, TODAY)
    assert (len(pile.items), pile.counts[When.UNDATED]) == (25, 31)
    assert "cho=dang-ky" in pile.rest[When.UNDATED]
