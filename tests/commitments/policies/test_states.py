"""Each policy over every state of every kind: what is possible where, on one screen."""

import re
from pathlib import Path

import pytest

from gandan.commitments import actions, policies
from gandan.commitments.enums import ENDED, LIVING, NEXT, STATES_OF, TO_PEOPLE, CodeKind, Kind, State
from tests.commitments.conftest import DUE, WORDS, at
from tests.people import TODAY

pytestmark = pytest.mark.django_db
LATER = DUE.replace(day=20)
EACH = [(kind, state) for kind in Kind for state in sorted(STATES_OF[kind])]
OPEN = {(kind, State.OPEN) for kind in Kind}
PEOPLE = {Kind.PROMISE, Kind.REQUEST}


def _report(c):
    return c.done_reports.filter(round=c.round).first()


POLICIES = {
    "note_progress": (lambda c, **_: policies.note_progress(c, note="Đã làm"), OPEN),
    "report_done": (lambda c, **_: policies.report_done(c, summary="Đã làm xong cả rồi"), set()),  # open, but no evidence in this round yet
    "extend": (lambda c, **_: policies.extend(c, to=LATER, reason="Mưa kéo dài nhiều ngày", today=TODAY), OPEN),
    "hand_over": (lambda c, ground: policies.hand_over(c, to=ground.committee, reason="Đúng việc của cơ quan", today=TODAY), OPEN),
    "withdraw": (lambda c, **_: policies.withdraw(c, reason="Hết vốn, không làm được"), OPEN),
    "remind": (lambda c, **_: policies.remind(c, today=TODAY), OPEN),
    "name_person": (lambda c, **_: policies.name_person(c, None, today=TODAY), OPEN),
    "coordinate": (lambda c, ground: policies.coordinate(c, ground.committee, today=TODAY), OPEN),
    "reword": (lambda c, **_: policies.reword(c, recorded_on=TODAY, touched=False, today=TODAY), OPEN),
    "add_evidence": (
        lambda c, **_: policies.add_evidence(c, kind="note", note="Đã làm xong phần đầu"),
        {(k, s) for k, s in EACH if s in LIVING},
    ),
    "issue_code": (lambda c, **_: policies.issue_code(c, kind=CodeKind.HOLDER, today=TODAY), {(k, State.OPEN) for k in PEOPLE}),
    "object_to": (
        lambda c, **_: policies.object_to(c, report=_report(c), text=WORDS, board=False, today=TODAY),
        {(k, s) for k in PEOPLE for s in (State.REPORTED, State.UNOPPOSED)},
    ),
    "confirm": (
        lambda c, ground: policies.confirm(c, report=_report(c), by=ground.nobody),
        {(k, s) for k in PEOPLE for s in (State.REPORTED, State.UNOPPOSED)},
    ),
    "accept": (lambda c, ground: policies.accept(c, by=ground.nobody, reported=None), {(Kind.TASK, State.REPORTED)}),
    "send_back": (lambda c, **_: policies.send_back(c, reason="Còn thiếu số liệu"), {(Kind.TASK, State.REPORTED)}),
    "end_posting": (lambda c, **_: policies.end_posting(c, report=_report(c), today=at(16).date()), {(k, State.REPORTED) for k in PEOPLE}),
}


class Ground:
    """What policies are asked about beside the commitment."""

    def __init__(self, world, nobody):
        self.committee, self.nobody = world.committee, nobody


@pytest.mark.parametrize(("kind", "state"), EACH)
def test_what_is_possible_in_each_state(in_state, ground, citizen, kind, state):
    c = in_state(state, kind)
    around = Ground(ground, citizen)
    possible = {name for name, (ask, _) in POLICIES.items() if ask(c, ground=around) is None}
    assert possible == {name for name, (_, where) in POLICIES.items() if (kind, state) in where}


@pytest.mark.parametrize(("kind", "state"), EACH)
def test_every_refusal_is_a_sentence(in_state, ground, citizen, kind, state):
    c = in_state(state, kind)
    for ask, _ in POLICIES.values():
        refusal = ask(c, ground=Ground(ground, citizen))
        assert refusal is None or (len(refusal.sentence) > 10 and refusal.sentence.endswith("."))


def test_every_policy_of_a_step_stands_in_the_table():
    about_words = {
        "asked_by",
        "begin",
        "by_codes_alone",
        "said_already",
        "wording",
        "photo",
        "not_pending",
        "choose_successor",
        "erase_words",
        "lend_code",
        "uncoordinate",
        "clean_hands",
        "coordinators_change",
        "enough_codes",
        "movable",
    }  # asked elsewhere
    assert set(policies.__all__) == set(POLICIES) | about_words


def test_the_table_of_states_is_whole():
    """Each state has its line, each step leads somewhere known, every end is one, every state can be reached and left."""
    assert set(NEXT) == set(State)
    assert {s for s, after in NEXT.items() if not after} == ENDED - {State.CONFIRMED}
    assert NEXT[State.CONFIRMED] == {State.OPEN}, "what was confirmed by codes alone, the supervision board may still open"
    reached = set().union(*NEXT.values())
    assert reached == set(State)
    for kind in Kind:
        states = STATES_OF[kind]
        seen, waiting = set(), [State.OPEN]
        while waiting:
            seen.add(state := waiting.pop())
            waiting += [s for s in NEXT[state] & states if s not in seen]
        assert seen == states
        assert (State.ACCEPTED in states) == (kind not in TO_PEOPLE)
        assert (State.CONFIRMED in states) == (kind in TO_PEOPLE)


def test_no_deed_writes_a_state_but_through_the_table():
    folder = Path(actions.__file__).parent
    writers = [f.name for f in folder.glob("*.py") if re.search(r"\.state\s*=(?!=)", f.read_text(encoding="utf-8"))]
    assert writers == ["held.py"]
