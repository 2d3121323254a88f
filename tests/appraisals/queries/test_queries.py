"""Who sees what: councils, cards once shown, sheets; and lists that cost the same for one row and for thirty."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gandan.accounts.queries import actor_for
from gandan.appraisals import actions, queries, work
from gandan.appraisals.enums import State
from gandan.appraisals.models import Appraisal
from gandan.core.access import Anyone, Role
from gandan.core.events import Event
from gandan.notices import texts
from tests.appraisals.conftest import FAR, NEAR, NOW, TODAY, on_day
from tests.people import hold, make_user

pytestmark = pytest.mark.django_db


def test_who_sees_an_appraisal_and_its_cards(in_state, cast, seated, leader):
    rows = {state: in_state(state) for state in (State.PREPARED, State.SCORING, State.SHOWN, State.CLOSED)}
    council = {"leader", "committee_officer"}
    for who, actor in {**cast, **seated}.items():
        sits = who in council or who in seated
        seen = set(queries.visible_to(actor).values_list("state", flat=True))
        assert seen == (set(rows) if sits or who == "front_officer" else set()), who
        for state, row in rows.items():
            cards = queries.cards_shown(row, actor)
            if sits and state in (State.SHOWN, State.CLOSED):
                assert [c.who for c in cards] != [""] * 4
            elif who == "front_officer" and state == State.CLOSED:
                assert [(c.who, c.part) for c in cards] == [("", "")] * 4
                assert [c.total for c in cards] == sorted((c.total for c in cards), reverse=True)
            else:
                assert cards is None, (who, state)
    assert queries.visible_to(Anyone()).count() == 0
    assert set(queries.councils_visible_to(leader)) == {rows[State.CLOSED].council}
    assert not queries.councils_visible_to(cast["front_officer"]).exists()


def test_cards_of_the_second_round_stay_closed_while_the_first_are_read(in_state, hand_in, seated, leader):
    a = actions.score_again(in_state(State.SHOWN, FAR), closes_on=TODAY + timedelta(days=3), by=leader, now=NOW)
    hand_in(a, {"one": NEAR["one"]})
    assert {c.round for c in queries.cards_shown(a, leader)} == {1}
    assert queries.shown_result(Appraisal.objects.get(pk=a.pk)) is None
    a = actions.set_aside(a, reason="Hồ sơ rút lại để bổ sung.", by=leader, now=NOW)
    assert {c.round for c in queries.cards_shown(a, leader)} == {1}  # set aside before it was shown: for ever closed
    b = in_state(State.SCORING)
    hand_in(b, {"one": NEAR["one"]})
    b = actions.set_aside(b, reason="Hồ sơ rút lại để bổ sung.", by=leader, now=NOW)
    assert queries.cards_shown(b, leader) is None
    assert seated["one"] != leader


def test_who_owes_a_card(opened, in_state, hand_in, seated, leader, front_officer):
    a = in_state(State.SCORING)
    opened()
    assert [list(queries.mine(seated[who])) for who in ("one", "secretary")] == [[a], []]
    assert list(queries.mine(front_officer)) == []
    actions.declare_conflict(a, tie="kin", by=seated["two"], now=NOW)
    hand_in(a, {"one": NEAR["one"]})
    found = queries.progress(a)
    assert (found.handed_in, {s.user.username for s in found.owing}, found.tied) == (1, {"leader", "seat.three"}, 1)
    assert [list(queries.mine(seated[who])) for who in ("one", "two", "three")] == [[], [], [a]]
    assert not queries.to_show(Appraisal.objects.all()).exists()
    hand_in(a, {"chair": NEAR["chair"], "three": NEAR["three"]})
    assert list(queries.to_show(Appraisal.objects.all())) == [a]


def test_my_work_names_what_waits_and_costs_the_same_for_thirty(opened, in_state, posted, leader, seated, front_officer, hand_in):
    a, prepared, shown = in_state(State.SCORING), opened(), in_state(State.SHOWN)
    objection = actions.object_to(posted(), text="Số liệu không đúng với thực tế.", by=Anyone(), now=NOW).objection
    items = {who: [(i.deed, i.url) for i in work.owed(actor, TODAY)] for who, actor in {**seated, "front": front_officer}.items()}
    words = {who: [deed for deed, _url in found] for who, found in items.items()}
    assert words["one"] == ["Chấm điểm"]
    assert words["front"] == ["Tự chấm điểm"]
    assert sorted(words["secretary"]) == ["Cho chấm điểm", "Chốt kết quả"]
    assert sorted(words["chair"]) == ["Cho chấm điểm", "Chấm điểm", "Chốt kết quả", "Trả lời"]
    assert all(str(row.pk) in str(items["chair"]) for row in (a, prepared, shown, objection))
    late = [i.deed for i in work.owed(on_day(seated["secretary"], 8), TODAY + timedelta(days=8))]
    assert "Mở điểm" in late

    lists = [
        lambda: list(work.owed(leader, TODAY)),
        lambda: list(queries.mine(leader)),
        lambda: list(queries.whole(queries.visible_to(leader))),
    ]

    def costs():
        out = []
        for read in lists:
            with CaptureQueriesContext(connection) as asked:
                found = len(read())
            out.append((len(asked), found))
        return out

    few = costs()
    for _n in range(29):
        actions.begin(opened(), by=leader, now=NOW)
    many = costs()
    assert [asked for asked, _found in many] == [asked for asked, _found in few]
    assert all(now > before + 20 for (_a, now), (_b, before) in zip(many, few, strict=True))


def test_everybody_reads_sheets_in_force_and_only_the_unit_its_drafts(sheet, leader, cast):
    draft = actions.new_version(sheet, by=leader, now=NOW)
    for who, actor in cast.items():
        own = who in {"leader", "front_officer", "committee_officer"}
        expected = {sheet, draft} if own else set() if who == "citizen" else {sheet}
        assert set(queries.sheets_visible_to(actor)) == expected, who


def test_messages_reach_those_who_owe_something_and_tell_no_title(in_state, posted, seated, people, hand_in, leader):
    in_state(State.CLOSED)
    again = in_state(State.SHOWN, FAR)
    actions.score_again(again, closes_on=TODAY + timedelta(days=3), by=leader, now=NOW)
    in_state(State.SET_ASIDE)
    actions.object_to(posted(title="Một tên rất riêng"), text="Số liệu không đúng với thực tế.", by=Anyone(), now=NOW)
    told, scoring = {}, {seated[who].id for who in ("chair", "one", "two", "three")}
    for event in Event.objects.filter(verb__startswith="appraisals."):
        text = texts._texts.get(event.verb)
        if text is None:
            continue
        words = text.words(event)
        assert "riêng" not in f"{words.subject} {words.line}"
        assert "Việc t" not in words.line
        told.setdefault(event.verb.removeprefix("appraisals."), set()).update(text.to(event, TODAY))
    front = {people["front_officer"].pk}
    assert (told["begun"], told["shown"], told["scored_again"]) == (scoring, scoring, scoring)
    assert (told["opened"], told["objected"]) == (front, {people["leader"].pk})
    assert told["closed"] == told["set_aside"] == front | scoring
    assert told["seated"] == scoring | {seated["secretary"].id}


def test_who_works_for_the_owner_reads_cards_as_the_owner_does_in_whatever_role(in_state, ground):
    shown, closed = in_state(State.SHOWN), in_state(State.CLOSED)
    user = make_user("Người hai vai", "two.roles")
    hold(user, Role.OFFICER, office=ground.front)
    other = hold(user, Role.OFFICER, office=ground.party)
    actor = actor_for(user, today=TODAY, acting_as=other.pk)
    assert queries.cards_shown(shown, actor) is None
    assert {card.who for card in queries.cards_shown(closed, actor)} == {""}
