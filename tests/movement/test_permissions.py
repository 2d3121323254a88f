"""Who may do what, over the whole cast: one table each for a model of the committee, a hamlet's model, a drive, and without an object."""

import pytest

from gandan.core.access import Anyone, SystemActor, may
from gandan.movement import actions
from gandan.movement.enums import State
from gandan.movement.models import Practice
from gandan.movement.permissions import TABLE, Deciding
from tests.movement.ground import short
from tests.people import CAST, NOW

pytestmark = pytest.mark.django_db
OWN = ("begin", "write", "submit", "withdraw", "stop", "read_measure", "add_evidence", "tie", "note_use", "give_sign", "revive")
OWN += ("adopt", "judge_adoption", "answer_likeness")
OTHERS = ("send_back", "register", "review", "judge_likeness")
LOOKING = ("visit", "appraise")
DRIVES = ("plan_drive", "change_drive", "launch", "set_window", "change_fields", "sum_up", "cancel_drive")
ABOVE = {"provincial_specialist", "provincial_leader"}


def who(cast, names, thing) -> dict[str, set[str]]:
    return {name: {person for person in CAST if may(cast[person], f"movement.{name}", thing)} for name in names}


def test_a_model_of_the_committee(in_state, cast):
    model = in_state(State.SUBMITTED)
    assert all(found == {"committee_officer"} for found in who(cast, OWN, model).values())
    assert all(found == {"front_officer", "leader", *ABOVE} for found in who(cast, OTHERS, model).values())
    assert all(found == {"front_officer", "leader", *ABOVE} for found in who(cast, LOOKING, model).values())
    assert who(cast, ("issue_code",), model)["issue_code"] == {"committee_officer", "supervisor"}


def test_a_model_that_a_hamlet_head_wrote_is_the_hamlets_and_the_front_registers_it(drive, field, ground, cast, hamlet_head):
    model = actions.begin(drive=drive, office=ground.front, written=short(field), hamlet=ground.hamlet, by=hamlet_head, now=NOW)
    actions.submit(model, by=hamlet_head, now=NOW)
    model.refresh_from_db()
    assert all(found == {"front_officer", "hamlet_head"} for found in who(cast, OWN, model).values())
    assert all(found == {"front_officer", "leader", *ABOVE} for found in who(cast, OTHERS, model).values())
    assert all(found == {"front_officer", "committee_officer", "leader", *ABOVE} for found in who(cast, LOOKING, model).values())


def test_who_wrote_it_never_registers_it_in_whatever_office(in_state, cast, front_officer, provincial_leader):
    model = in_state(State.SUBMITTED)
    for person in (front_officer, provincial_leader):
        for column in ("written_by", "submitted_by"):
            mine = Practice.objects.get(pk=model.pk)
            setattr(mine, column, person.key)
            assert not may(person, "movement.register", mine)
            assert not may(person, "movement.visit", mine)


def test_a_drive_is_its_office_s(drive, cast):
    assert all(found == ABOVE for found in who(cast, DRIVES, drive).values())


def test_who_decides_at_which_level(in_state, ground, cast):
    model = in_state(State.REGISTERED)
    table = {
        (ground.party, "base"): {"leader"},
        (ground.committee, "base"): set(),
        (ground.province_board, "base"): set(),
        (ground.province_board, "province"): ABOVE,
        (ground.party, "centre"): set(),
        (ground.province_board, "centre"): ABOVE,  # who hands up enters the paper
        (ground.other_front, "base"): set(),
        (ground.party, ""): {"leader"},
        (ground.province_board, ""): ABOVE,
    }
    for (office, level), found in table.items():
        assert who(cast, ("recognise",), Deciding(model, office, level))["recognise"] == found, (office, level)


def test_without_an_object_a_right_asks_whether_it_is_held_anywhere(cast):
    found = who(cast, [name.removeprefix("movement.") for name in TABLE], None)
    staff = {"front_officer", "committee_officer", "leader", "outsider", *ABOVE}
    assert found["open_desk"] == {*staff, "hamlet_head", "supervisor", "central_analyst"}
    assert found["register"] == found["plan_drive"] == found["visit"] == staff
    assert found["write"] == {"front_officer", "committee_officer", "leader", "outsider", "hamlet_head", "provincial_leader"}
    assert found["recognise"] == found["choose_successor"] == {"leader", *ABOVE}
    assert found["view"] == found["give_voice"] == set(CAST)
    assert found["run_clock"] == found["move_with_office"] == set()
    only = {name for name, people in found.items() if "administrator" in people}
    assert only == {"view", "give_voice", "erase_words"}
    assert may(SystemActor("clock"), "movement.run_clock")
    assert not may(Anyone(), "movement.open_desk")
