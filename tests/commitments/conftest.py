"""What the tests of this room stand on: the cast in a tree of units, the law, and commitments in every state."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from gandan.accounts.actor import UserActor
from gandan.commitments import actions, origins, queries
from gandan.commitments.enums import CodeKind, EvidenceKind, Kind, State
from gandan.commitments.models import Commitment
from gandan.core.access import SystemActor
from gandan.core.legal.actions import load as load_law
from gandan.units.models import Load
from tests.people import *  # noqa: F403  the fixed cast
from tests.people import NOW, TODAY

CLOCK = SystemActor("clock")
DUE = TODAY + timedelta(days=10)
WORDS = "Đèn hẻm 51 vẫn chưa sáng, tối đi rất khó."


def at(days: int) -> datetime:
    """The same hour so many days later."""
    return NOW + timedelta(days=days)


def on_day(actor, days: int):
    """The same person so many days later: their roles count on that day."""
    if not isinstance(actor, UserActor):
        return actor
    return replace(actor, holdings=tuple(replace(h, on=TODAY + timedelta(days=days)) for h in actor.holdings))


@pytest.fixture
def tree(world):
    """Readers know that the tree of units was filled."""
    return Load.objects.create(what="cast", digest="cast", at=NOW)


@pytest.fixture
def law(db):
    return load_law(by=SystemActor("install"), now=NOW)


@pytest.fixture
def ground(world, cast, tree, law):
    """World, cast, tree and law."""
    return world


class Twice:
    """The second of the same words gets a number: nobody promises the same thing twice within the hour."""

    def __init__(self):
        self.said: dict[str, int] = {}

    def __call__(self, title: str) -> str:
        self.said[title] = n = self.said.get(title, 0) + 1
        return title if n == 1 else f"{title} ({n})"


@pytest.fixture
def numbered():
    return Twice()


@pytest.fixture
def promise(ground, cast, front_officer, numbered):
    """A promise of the Front of the commune."""

    who = {ground.committee.pk: "committee_officer", ground.party.pk: "leader", ground.other_front.pk: "outsider"}

    def make(**more) -> Commitment:
        said = {
            "title": numbered("Lắp đèn hẻm 51") if "title" not in more else more["title"],
            "deliverable": "12 bóng đèn sáng",
            "lead": ground.front,
            "due": DUE,
            "beneficiary": "Tổ dân phố 3",
        }
        by = cast[who[more["lead"].pk]] if "lead" in more and more["lead"].pk in who else front_officer
        return actions.promise(**{**said, "by": by, "now": NOW, **more})

    return make


@pytest.fixture
def task(ground, provincial_leader, numbered):
    """A task from the province's board."""

    def make(**more) -> Commitment:
        said = {
            "title": numbered("Báo cáo quý IV") if "title" not in more else more["title"],
            "deliverable": "Báo cáo có số liệu",
            "lead": ground.front,
            "due": DUE,
        }
        said |= {"assigned_by": ground.province_board, "by": provincial_leader, "now": NOW}
        return actions.assign(**{**said, **more})

    return make


@pytest.fixture
def asked_at(ground, monkeypatch):
    """A thing at which every office is known to have asked for something."""
    monkeypatch.setitem(origins._asked, "units.unit", lambda origin_id, office: True)
    return ground.commune


@pytest.fixture
def request_(ground, front_officer, numbered, asked_at):
    """A request that the other commune's Front made at a meeting of its own."""

    def make(**more) -> Commitment:
        said = {
            "title": numbered("Nối mương thoát nước") if "title" not in more else more["title"],
            "deliverable": "Mương thông",
            "lead": ground.front,
            "due": DUE,
            "asked_by": ground.other_front,
            "origin": asked_at,
        }
        return actions.take_up(**{**said, "by": front_officer, "now": NOW, **more})

    return make


@pytest.fixture
def any_kind(promise, task, request_):
    return {Kind.PROMISE: promise, Kind.TASK: task, Kind.REQUEST: request_}


@pytest.fixture
def reported(front_officer):
    """Evidence, and the report."""

    def report(commitment: Commitment, *, now=NOW) -> Commitment:
        actions.add_evidence(commitment, kind=EvidenceKind.NOTE, note="Đã nghiệm thu với tổ trưởng", by=front_officer, now=now)
        actions.report_done(commitment, summary="Đã lắp 12 bóng", by=front_officer, now=now)
        return Commitment.objects.get(pk=commitment.pk)

    return report


@pytest.fixture
def in_state(any_kind, reported, front_officer, leader, provincial_leader, supervisor):
    """A commitment of a kind that went through real deeds into a state; None where the kind has no such state."""

    def bring(state: State, kind: Kind = Kind.PROMISE) -> Commitment:
        c = any_kind[kind]()
        if state == State.OPEN:
            return c
        if state == State.WITHDRAWN:
            actions.withdraw(c, reason="Không còn nguồn", by=provincial_leader if kind == Kind.TASK else leader, now=NOW)
        else:
            reported(c)
        if state == State.CONFIRMED:
            actions.confirm(c, by=supervisor, now=NOW)
        elif state == State.ACCEPTED:
            actions.accept(c, by=provincial_leader, now=NOW)
        elif state == State.UNOPPOSED:
            actions.end_posting(c, by=CLOCK, now=at(16))
        c = Commitment.objects.get(pk=c.pk)
        assert c.state == state
        return c

    return bring


@pytest.fixture
def code_of(front_officer):
    """A code of an open commitment, as its holder types it."""

    def holder(commitment: Commitment, kind: CodeKind = CodeKind.HOLDER, *, behind=None):
        code = actions.issue_code(commitment, kind=kind, by=front_officer, now=NOW)
        return queries.code_holder(code.lower(), behind=behind)

    return holder
