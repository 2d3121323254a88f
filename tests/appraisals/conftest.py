"""What the tests of this room stand on: cast, law, a thing of the Front to be judged, a sheet in force, a council of the Party."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from gandan.accounts.actor import UserActor
from gandan.accounts.queries import actor_for
from gandan.appraisals import actions, subjects
from gandan.appraisals.enums import Part, State
from gandan.appraisals.given import CriterionGiven, GradeGiven
from gandan.appraisals.models import Appraisal, ScoreSheet, Seat
from gandan.core.access import Role, SystemActor
from gandan.core.legal.actions import load as load_law
from gandan.units.models import Load
from tests.people import *  # noqa: F403  the fixed cast
from tests.people import NOW, TODAY, hold, make_user

KIND = "tests.thing"
CLOSES = TODAY + timedelta(days=7)
WHY = "Số đo trước và sau rõ ràng, đã đối chiếu tại chỗ."
CRITERIA = (
    CriterionGiven("Kết quả đo được", Decimal(60)),
    CriterionGiven("Người dân cùng làm", Decimal(40)),
    CriterionGiven("Điểm thưởng", Decimal(5), is_bonus=True),
    CriterionGiven("Điểm trừ", Decimal(0), least=Decimal(-10)),
)
GRADES = (GradeGiven("Xuất sắc", Decimal(90)), GradeGiven("Tốt", Decimal(70)), GradeGiven("Chưa đạt", Decimal(0)))


def at(days: int):
    """The same hour so many days later."""
    return NOW + timedelta(days=days)


def on_day(actor, days: int):
    """The same person so many days later."""
    if not isinstance(actor, UserActor):
        return actor
    return replace(actor, holdings=tuple(replace(h, on=TODAY + timedelta(days=days)) for h in actor.holdings))


def marks(sheet: ScoreSheet, *given) -> dict:
    """Marks in the order of the lines; what is not given is 0."""
    numbers = [Decimal(str(n)) for n in given] + [Decimal(0)] * 4
    return {c.pk: numbers[i] for i, c in enumerate(sheet.criteria.all())}


@pytest.fixture
def ground(world, cast, db):
    """World, cast, tree and law."""
    Load.objects.create(what="cast", digest="cast", at=NOW)
    load_law(by=SystemActor("install"), now=NOW)
    return world


@pytest.fixture
def thing(ground, monkeypatch):
    """Something of the Front, as a room above would register its kind."""

    def describe(ids, actor):
        return {one: subjects.Described(f"Việc {one}", url=f"/viec/{one}") for one in ids}

    kind = subjects._Subject(describe, lambda ids: dict.fromkeys(ids, ground.front), lambda ids: {})
    monkeypatch.setitem(subjects._subjects, KIND, kind)
    return "1"


@pytest.fixture
def sheet(thing, ground, leader):
    """In force since today: 100 points and a bonus, passed from 70, three cards, at most 15 apart."""
    more = {"source": "Mặc định của Gần Dân", "criteria": CRITERIA, "grades": GRADES}
    numbers = {"pass_points": Decimal(70), "members_least": 3, "spread_most": Decimal(15)}
    row = actions.draft_sheet(
        unit=ground.commune, purpose=KIND, code="dan-van-kheo", title="Phiếu chấm", **numbers, **more, by=leader, now=NOW
    )
    return actions.put_in_force(row, from_day=TODAY, by=leader, now=NOW)


@pytest.fixture
def council(ground, leader, people):
    """Of the Party committee: a chair, three members, a secretary; none of the Front."""
    row = actions.form_council(office=ground.party, title="Hội đồng xét", formed_by="12-QĐ/ĐU", formed_on=TODAY, by=leader, now=NOW)
    seats = {"chair": (people["leader"], Part.CHAIR), "one": (people["committee_officer"], Part.MEMBER)}
    for key, part in (("two", Part.MEMBER), ("three", Part.MEMBER), ("secretary", Part.SECRETARY)):
        user = make_user(f"Người {key}", f"seat.{key}")
        hold(user, Role.OFFICER, office=ground.committee)
        seats[key] = (user, part)
    for user, part in seats.values():
        actions.seat(row, user=user, part=part, by=leader, now=NOW)
    return row


@pytest.fixture
def seated(council):
    """Actors by their seat."""
    names = {"leader": "chair", "committee.officer": "one"}
    rows = Seat.objects.filter(council=council).select_related("user")
    return {names.get(s.user.username, s.user.username.removeprefix("seat.")): actor_for(s.user, today=TODAY) for s in rows}


@pytest.fixture
def opened(sheet, council, thing, ground, leader):
    """A thing of the Front before the council; each call the next thing."""
    made = []

    def make(**more) -> Appraisal:
        made.append(1)
        asked = {"subject_type": KIND, "subject_id": f"t{len(made)}", "unit": ground.commune, "owner_office": ground.front}
        asked |= {"council": council, "sheet": sheet, "closes_on": CLOSES, "by": leader, "now": NOW}
        return actions.open_appraisal(**{**asked, **more})

    return make


@pytest.fixture
def hand_in(seated):
    """Cards by seat: {"one": (50, 30), …}."""

    def give(appraisal, cards, *, now=NOW):
        for who, numbers in cards.items():
            actions.hand_in(appraisal, marks=marks(appraisal.sheet, *numbers), reason=WHY, by=seated[who], now=now)

    return give


NEAR = {"chair": (50, 30), "one": (51, 30), "two": (52, 30), "three": (50, 30.5)}
FAR = {"chair": (60, 40), "one": (20, 20), "two": (52, 30), "three": (50, 30)}


@pytest.fixture
def in_state(opened, hand_in, seated, leader):
    """An appraisal brought by real deeds into a state."""

    def bring(state: State, cards=NEAR) -> Appraisal:
        a = opened()
        if state != State.PREPARED:
            a = actions.begin(a, by=leader, now=NOW)
        if state == State.SET_ASIDE:
            return actions.set_aside(a, reason="Hồ sơ rút để bổ sung.", by=leader, now=NOW)
        if state in (State.SHOWN, State.CLOSED):
            hand_in(a, cards)
            a = actions.show(a, by=seated["secretary"], now=NOW)
        if state == State.CLOSED:
            a = actions.close(a, by=leader, now=NOW)
        assert a.state == state
        return a

    return bring


@pytest.fixture
def posted(ground, thing, leader, sheet):
    """A result of the Front's thing, posted by the Party committee."""

    def make(**more):
        asked = {"subject_type": KIND, "subject_id": thing, "unit": ground.commune, "office": ground.party, "title": "Kết quả xét"}
        return actions.post(**{**asked, "by": leader, "now": NOW, **more})

    return make
