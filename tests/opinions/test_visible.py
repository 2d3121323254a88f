"""Who reads what: an office and its leader, from above only what was escalated, nobody else."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gandan.core.access import may
from gandan.core.access.permissions import table
from gandan.opinions import actions, queries
from gandan.opinions.enums import State
from gandan.opinions.permissions import TABLE
from tests.opinions.conftest import NOW, REASON, fresh, sent_by
from tests.people import CAST

READERS = {"committee_officer", "leader"}
ABOVE = {"provincial_leader", "provincial_specialist"}


@pytest.mark.parametrize("who", CAST)
def test_words_are_read_by_the_office_and_the_leader_of_the_unit(case, cast, who):
    c = case()
    assert (c in queries.visible_to(cast[who])) == (who in READERS)
    assert may(cast[who], "opinions.read", c) == (who in READERS)


@pytest.mark.parametrize("who", CAST)
def test_those_above_read_what_was_put_before_them(case, cast, leader, who):
    c = case()
    actions.escalate(c, reason=REASON, by=leader, now=NOW)
    c = fresh(c)
    assert (c in queries.visible_to(cast[who])) == (who in READERS | ABOVE)
    assert may(cast[who], "opinions.read", c) == (who in READERS | ABOVE)


def test_a_forwarded_case_is_read_where_it_lies_now(case, committee_officer, front_officer, leader, ground):
    c = case()
    actions.forward(c, to=ground.front, reason=REASON, by=committee_officer, now=NOW)
    assert c in queries.visible_to(front_officer)
    assert c in queries.visible_to(leader)
    assert c not in queries.visible_to(committee_officer)


OPEN = {"opinions.say", "opinions.join_in", "opinions.stop_telling"}  # for everybody: the code or a link opens it
ELSE = {"opinions.open_sheet", "opinions.take_rows", "opinions.choose_successor"}  # asked of another thing than a case
DEEDS = sorted(set(TABLE) - OPEN - ELSE)


@pytest.mark.parametrize("name", DEEDS)
def test_nobody_without_a_role_does_a_deed_on_a_case(case, cast, name):
    c = case()
    for who in ("citizen", "administrator", "central_analyst", "supervisor", "outsider"):
        if who == "administrator" and name in {"opinions.set_competence", "opinions.set_common_competence"}:
            continue
        assert not may(cast[who], name, c) or name in ANYWHERE[who], (who, name)


ANYWHERE = {  # rights that open a page and are asked without a case
    "citizen": set(),
    "administrator": set(),
    "supervisor": set(),
    "central_analyst": {"opinions.see_counts"},
    "outsider": {"opinions.open_inbox", "opinions.open_desk", "opinions.keep_filter"},
}


def test_the_table_is_registered():
    assert {name for name in table() if name.startswith("opinions.")} == set(TABLE)


def test_a_sender_holds_their_own_opinion_and_no_other(case, said_of):
    mine, theirs = case(), case()
    me, them = sent_by(said_of(mine)), sent_by(said_of(theirs))
    my_opinion = queries.of_code(said_of(mine).code)
    for name in ("opinions.reply", "opinions.write", "opinions.withdraw", "opinions.give_verdict", "opinions.new_pin"):
        assert may(me, name, my_opinion)
        assert not may(them, name, my_opinion)
    assert may(me, "opinions.escalate", mine)
    assert not may(them, "opinions.escalate", mine)
    assert not may(me, "opinions.read", mine)  # a tracking page is no inbox


def test_a_list_of_whole_cases_asks_as_often_for_one_as_for_thirty(case, committee_officer):
    def asked() -> int:
        with CaptureQueriesContext(connection) as found:
            for c in queries.whole(queries.visible_to(committee_officer)):
                assert [o.text for o in c.opinions.all()]
                assert str(c.office)
                assert all(not o.openings.all() for o in c.opinions.all())
                [*c.letters.all(), *c.answers.all(), *c.steps.all(), *c.tags.all(), *c.due_dates.all(), *c.pauses.all(), *c.verdicts.all()]
        return len(found)

    case(State.ANSWERED)
    one = asked()
    for _ in range(5):
        case(State.ASKED)
    assert asked() == one


@pytest.mark.parametrize("who", ["provincial_leader", "provincial_specialist", "leader"])
def test_a_leader_finds_what_was_put_before_them_without_reading_all_cases(case, cast, who):
    case()
    with CaptureQueriesContext(connection) as seen:
        list(queries.visible_to(cast[who]))
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")  # a table of a few rows is read whole; without indexes it would be all the same
        cursor.execute("EXPLAIN " + seen[-1]["sql"])
        plan = "\n".join(row[0] for row in cursor.fetchall())
    assert "Seq Scan on opinions_case" not in plan
