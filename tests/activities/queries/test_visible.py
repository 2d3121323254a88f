"""Who sees what; what waits for whom; what is said of it elsewhere."""

from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from gandan.activities import actions, messages, origins, queries, work
from gandan.activities.models import Activity
from gandan.commitments import actions as commitments
from gandan.core import events, search
from gandan.core.access import SystemActor
from gandan.core.events import Event
from gandan.core.files import owners
from gandan.core.search import find
from gandan.core.ui.work import Pile, When
from gandan.directives import actions as directives
from gandan.directives import mentions
from gandan.units import actions as units
from tests.activities.actions.test_part import ADD
from tests.people import CAST, NOW, TODAY

pytestmark = pytest.mark.django_db
INSIDE = {"front_officer", "committee_officer", "leader", "provincial_specialist", "provincial_leader", "central_analyst"}
KEEPER = INSIDE | {"outsider"}


@pytest.mark.parametrize("who", CAST)
def test_internal_ones_are_for_the_unit_and_those_above(make, cast, who):
    public, internal = make(), make(is_public=False)
    withdrawn = actions.withdraw_activity(make(), reason="Nhầm", by=cast["leader"], now=NOW)
    kept = make(is_public=False, by=cast["outsider"])  # kept by phường Cái Răng, about phường Ninh Kiều
    seen = set(queries.visible_to(cast[who]))
    expected = {public} | ({internal, withdrawn} if who in INSIDE else set()) | ({kept} if who in KEEPER else set())
    assert seen == expected
    assert set(queries.public()) == {public}


@pytest.mark.parametrize("who", CAST)
def test_photographs_are_open_to_those_who_see_the_activity(make, cast, who):
    internal = make(is_public=False)
    row = ADD["photo"](internal, None, None, cast["front_officer"])
    assert owners.may_open(cast[who], row.file) == (who in INSIDE)


def test_a_removed_photograph_is_open_to_nobody(activity, front_officer, leader):
    row = ADD["photo"](activity, None, None, front_officer)
    assert owners.may_open(leader, row.file)
    actions.remove_photo(row, by=front_officer, now=NOW)
    row.file.refresh_from_db()
    assert not owners.may_open(leader, row.file)


@pytest.fixture
def owner(world, leader):
    """The Front holds dân vận work in phường Ninh Kiều."""
    return units.set_dan_van_owner(world.commune, office=world.front, since=TODAY, by=leader, now=NOW)


@pytest.mark.parametrize("who", CAST)
def test_unanswered_requests_wait_for_leaders_and_the_owner_of_dan_van(activity, owner, cast, who, front_officer):
    actions.note_request(activity, text="Đề nghị thông cống " * 10, by=front_officer, now=NOW)
    pile = work.owed(cast[who], TODAY)
    if who in {"leader", "front_officer"}:
        assert isinstance(pile, Pile)
        assert (len(pile.items), pile.counts[When.UNDATED]) == (1, 1)
        assert pile.items[0].deed == ("Nhận làm" if who == "leader" else "Xem")
        assert pile.items[0].title.endswith("…")
        assert pile.items[0].note == f"Chờ trả lời {(TODAY - activity.starts_on).days} ngày"
    else:
        assert pile == []


def test_what_is_answered_waits_no_more(activity, leader, front_officer):
    asked = actions.note_request(activity, text="Đề nghị", by=front_officer, now=NOW)
    assert list(queries.unanswered(leader)) == [asked]
    actions.decline_request(asked, reason="Vì…", by=leader, now=NOW)
    assert list(queries.unanswered(leader)) == []


def test_what_waits_at_a_withdrawn_activity_waits_no_more(activity, leader, front_officer):
    actions.note_request(activity, text="Đề nghị", by=front_officer, now=NOW)
    actions.withdraw_activity(activity, reason="Nhầm", by=leader, now=NOW)
    assert work.owed(leader, TODAY) == []


def _told(event: Event) -> tuple[set[UUID], object]:
    text = next(t for t in messages.TEXTS if t.verb == event.verb)
    return set(text.to(event, TODAY)), text.words(event)


def test_a_request_is_told_without_its_words(activity, owner, people, front_officer, leader):
    asked = actions.note_request(activity, text="Đề nghị bí mật", by_text="Bà Bảy", by=front_officer, now=NOW)
    to, words = _told(events.of(activity).last())
    assert to == {people["leader"].pk, people["front_officer"].pk}
    assert words is not None
    assert words.url == f"/lam-viec/hoat-dong/{activity.pk}/#de-nghi"
    assert "20/11/2026" in words.line
    actions.decline_request(asked, reason="Lý do riêng", by=leader, now=NOW)
    to, answer = _told(events.of(asked).last())
    assert to == {people["leader"].pk, people["front_officer"].pk}
    for said in (words, answer):
        assert not any(secret in said.subject + said.line for secret in ("bí mật", "Bảy", "riêng", activity.title))
    with translation.override("en"):
        assert "20 November 2026" in _told(events.of(asked).last())[1].line


def test_nothing_is_told_of_what_was_withdrawn(activity, front_officer, leader):
    actions.note_request(activity, text="Đề nghị", by=front_officer, now=NOW)
    event = events.of(activity).last()
    actions.withdraw_activity(activity, reason="Nhầm", by=leader, now=NOW)
    assert _told(event)[1] is None


def test_a_commitment_knows_where_it_came_from(activity, make, world, leader, citizen, outsider):
    internal = make(is_public=False)
    said = origins.describe([str(activity.pk), str(internal.pk)], outsider)
    assert {k: (o.title, o.url) for k, o in said.items()} == {str(activity.pk): (activity.title, f"/hoat-dong/{activity.pk}/")}
    assert origins.describe([str(internal.pk)], leader)[str(internal.pk)].url == f"/lam-viec/hoat-dong/{internal.pk}/"


def test_a_document_knows_who_carried_it_out(activity, make, world, front_officer, citizen, leader):
    said = {"number": "77-QĐ/ĐU", "kind": "Quyết định", "issuer": "Đảng ủy phường Ninh Kiều", "is_public": True}
    document = directives.register_document(**said, by=front_officer, now=NOW)
    internal = make(is_public=False, title="Họp kín")
    for one in (activity, internal):
        actions.cite_document(one, document=document, quote="Thực hiện Quyết định 77", by=front_officer, now=NOW)
    assert [(m.title, m.quote) for m in mentions.of(document, actor=citizen)] == [(activity.title, "Thực hiện Quyết định 77")]
    assert {m.title for m in mentions.of(document, actor=leader)} == {activity.title, "Họp kín"}


def test_it_is_found_by_title_place_number_and_text_never_by_a_person(activity, world, front_officer, citizen, leader):
    said = {"number": "77-QĐ/ĐU", "kind": "Quyết định", "issuer": "Đảng ủy phường Ninh Kiều", "is_public": True}
    document = directives.register_document(**said, by=front_officer, now=NOW)
    actions.cite_document(activity, document=document, by=front_officer, now=NOW)
    actions.add_participant(activity, name="Võ Kim Thoa", positions=["Trưởng Ban"], by=front_officer, now=NOW)

    def found(text, actor=citizen):
        return [h.id for h in find(text, actor=actor, kind="activity")]

    for text in ("doi thoai voi ba con", "Phường Ninh Kiều", "77-QĐ/ĐU", "77 qd du"):
        assert found(text) == [str(activity.pk)], text
    assert found("Võ Kim Thoa") == []
    actions.withdraw_activity(activity, reason="Nhầm", by=leader, now=NOW)
    assert found("doi thoai") == []


def test_internal_ones_are_found_inside_only(make, cast):
    internal = make(is_public=False, title="Họp giao ban kín")
    assert [h.id for h in find("giao ban", actor=cast["leader"], kind="activity")] == [str(internal.pk)]
    assert not find("giao ban", actor=cast["citizen"], kind="activity").hits
    assert not find("giao ban", actor=cast["outsider"], kind="activity").hits


@pytest.mark.parametrize("who", CAST)
def test_an_internal_one_is_found_by_exactly_those_who_see_it(make, cast, who):
    row = make(is_public=False, title="Họp nội bộ chuyện kín")
    assert bool(find("chuyen kin", actor=cast[who]).hits) == queries.visible_to(cast[who]).filter(pk=row.pk).exists()


def test_a_new_index_is_the_one_that_deeds_keep(activity, make, citizen):
    assert search.reindex("activity") == 1
    assert [h.id for h in find("doi thoai", actor=citizen, kind="activity")] == [str(activity.pk)]


def test_lists_and_stories_ask_no_more_for_thirty_than_for_one(make, world, cast, front_officer, leader):
    def fill() -> Activity:
        row = make()
        for what in ("attendance", "place", "photo", "figure"):
            ADD[what](row, world, None, front_officer)
        asked = actions.note_request(row, text="Đề nghị", by=front_officer, now=NOW)
        said = {"title": f"Làm {asked.pk}", "deliverable": "Biên bản", "lead": world.committee, "due": TODAY}
        actions.take_up_request(asked, **said, by=leader, now=NOW)
        return row

    def questions(act) -> int:
        act()
        with CaptureQueriesContext(connection) as asked:
            act()
        return len(asked)

    def listing():
        return queries.lines(list(queries.listed(queries.desk(leader), queries.Wanted())[:30]))

    row = fill()
    one = questions(listing), questions(lambda: queries.story(row, actor=leader, inside=True))
    for _ in range(29):
        fill()
    for n in range(20):
        actions.note_request(row, text=f"Đề nghị {n}", addressed=world.other, by=front_officer, now=NOW)
    assert (questions(listing), questions(lambda: queries.story(row, actor=leader, inside=True))) == one
    assert len(listing()) == 30


def test_a_commitment_withdrawn_stays_visible_as_such(activity, world, leader, front_officer):
    asked = actions.note_request(activity, text="Đề nghị", by=front_officer, now=NOW)
    said = {"title": "Làm", "deliverable": "Biên bản", "lead": world.committee, "due": TODAY}
    owed = actions.take_up_request(asked, **said, by=leader, now=NOW)
    commitments.withdraw(owed, reason="Không làm được", by=leader, now=NOW)
    story = queries.story(activity, actor=SystemActor("demo"), inside=False)
    assert story.requests[0].request.commitment.state == "withdrawn"
