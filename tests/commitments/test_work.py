"""My work: what is owed, what waits for a yes; the most urgent of each group with the true number beside it."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from gandan.accounts.queries import actor_for
from gandan.commitments import actions, work
from gandan.commitments.enums import Cause, State
from gandan.commitments.models import PendingHandover
from gandan.core.access import Role
from gandan.core.ui.work import MOST, When
from tests.commitments.conftest import NOW, TODAY, on_day
from tests.people import hold

pytestmark = pytest.mark.django_db


def test_an_officer_owes_late_first_with_the_next_deed(promise, front_officer, reported):
    late = promise(title="Trễ", now=NOW - timedelta(days=30), due=TODAY - timedelta(days=2))
    promise(title="Mai", due=TODAY + timedelta(days=1))
    pile = work.owed(front_officer, TODAY)
    assert [(i.title, i.deed) for i in pile.items] == [("Trễ", "Thêm bằng chứng"), ("Mai", "Thêm bằng chứng")]
    assert pile.counts[When.LATE] == 1
    assert pile.items[0].about == f"/lam-viec/viec/{late.pk}/"


def test_with_evidence_the_next_deed_is_to_report(promise, front_officer):
    actions.add_evidence(promise(), kind="note", note="Biên bản nghiệm thu", by=front_officer, now=NOW)
    assert [i.deed for i in work.owed(front_officer, TODAY).items] == ["Báo đã xong"]


def test_who_leads_the_unit_is_sent_to_a_page_that_they_may_open(promise, leader, front_officer):
    """Evidence and the word that it is done are for the lead office: a button that ends in a refusal helps nobody."""
    mine = promise()
    assert mine.lead_id not in {h.office for h in leader.holdings}
    assert [(i.deed, i.url) for i in work.owed(leader, TODAY).items] == [("Xem việc", f"/lam-viec/viec/{mine.pk}/")]
    assert [i.url for i in work.owed(front_officer, TODAY).items] == [f"/lam-viec/viec/{mine.pk}/bang-chung/"]


def test_much_work_is_shortened_and_counted(promise, front_officer):
    for n in range(MOST + 3):
        promise(title=f"Việc {n}")
    pile = work.owed(front_officer, TODAY)
    assert (len(pile.items), sum(pile.counts.values())) == (MOST, MOST + 3)
    assert list(pile.rest.values()) == ["/lam-viec/viec/?cua=co-quan&trang-thai=running"]


def test_it_costs_the_same_for_1_and_60(promise, front_officer, leader):
    for who, actor in enumerate((front_officer, leader)):
        counts = []
        for many in (1, 30):
            for n in range(many):
                promise(title=f"Việc {who} {many} {n}")
            work.owed(actor, TODAY)
            with CaptureQueriesContext(connection) as asked:
                work.owed(actor, TODAY)
            counts.append(len(asked))
        assert counts[0] == counts[1]


def test_what_waits_for_a_yes(task, request_, promise, reported, cast):
    reported(task())
    reported(promise())
    reported(request_())
    said = {who: sorted(i.deed for i in work.owed(cast[who], TODAY).items) for who in ("provincial_specialist", "supervisor", "outsider")}
    assert said == {
        "provincial_specialist": ["Nhận kết quả"],
        "supervisor": ["Xem và xác nhận", "Xem và xác nhận"],
        "outsider": ["Xem và xác nhận"],
    }
    assert work.owed(cast["front_officer"], TODAY).items == [], "what was reported is in others' hands"


def test_those_above_see_how_much_and_not_what(promise, provincial_specialist):
    promise(title="Sửa cống hẻm 7", now=NOW - timedelta(days=60), due=TODAY - timedelta(days=40))
    items = work.owed(provincial_specialist, TODAY).items
    assert [(i.title, i.due) for i in items] == [("Phường Ninh Kiều: 1 việc quá hạn lâu", TODAY - timedelta(days=40))]


def test_a_choice_waits_for_a_leader(promise, ground, leader, front_officer):
    pending = PendingHandover.objects.create(commitment=promise(), cause=Cause.SPLIT, since=TODAY)
    pending.candidates.set([ground.commune])
    assert "Chọn nơi nhận" in [i.deed for i in work.owed(leader, TODAY).items]
    assert "Chọn nơi nhận" not in [i.deed for i in work.owed(front_officer, TODAY).items]


@pytest.mark.parametrize("who", ["citizen", "hamlet_head", "administrator", "central_analyst", "denunciation_handler"])
def test_nobody_else_owes(promise, late_one, cast, who):
    assert list(work.owed(cast[who], TODAY).items) == []


@pytest.fixture
def late_one(promise):
    return promise(now=NOW - timedelta(days=60), due=TODAY - timedelta(days=40))


def test_the_page_shows_it(promise, people, client):
    c = promise(due=timezone.localdate() + timedelta(days=3))
    client.force_login(people["front_officer"])
    page = client.get("/lam-viec/").content.decode()
    assert (c.title in page, f"/lam-viec/viec/{c.pk}/bang-chung/" in page, "rows.js" in page) == (True, True, True)


def test_states_that_are_not_open_are_not_owed(in_state, front_officer):
    for state in (State.REPORTED, State.UNOPPOSED, State.CONFIRMED, State.WITHDRAWN):
        in_state(state)
    assert work.owed(on_day(front_officer, 20), TODAY + timedelta(days=20)).items == []


def test_what_people_said_is_not_done_says_so(reported, promise, citizen, front_officer):
    c = reported(promise())
    actions.object_to(c, text="Nước vẫn ngập", by=citizen, now=NOW)
    promise(title="Việc khác")
    assert {i.title: i.note for i in work.owed(front_officer, TODAY).items} == {c.title: "Người dân nói chưa xong", "Việc khác": ""}


def test_the_board_where_it_was_promised_is_asked_and_no_other(promise, reported, supervisor, ground, people):
    reported(promise())
    hold(people["outsider"], Role.SUPERVISOR, unit=ground.other)
    elsewhere = actor_for(people["outsider"], today=TODAY)
    assert [i.deed for i in work.owed(supervisor, TODAY).items] == ["Xem và xác nhận"]
    assert work.owed(elsewhere, TODAY).items == []
