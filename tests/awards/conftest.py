"""What the tests of this room stand on: the cast, the law, the kinds that come with the program, a sheet, a council, and calls brought by
real deeds into a state.

The province's board (`provincial_leader`, `provincial_specialist`) runs calls; the Front of the ward (`front_officer`) and the Front of the
other ward (`outsider`) propose. The council is made of three officers of the province's People's Committee.
"""

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest

from gandan.accounts.actor import UserActor
from gandan.accounts.queries import actor_for
from gandan.appraisals import actions as appraisals
from gandan.appraisals.enums import Part
from gandan.appraisals.given import CriterionGiven, GradeGiven
from gandan.appraisals.models import Appraisal, Council, ScoreSheet
from gandan.awards import actions
from gandan.awards.enums import CallState, Whom
from gandan.awards.given import CollectiveGiven, PersonGiven, QuotaGiven
from gandan.awards.models import AwardKind, Call, Nomination, Nominee
from gandan.core.access import Actor, Role, SystemActor
from gandan.core.legal.actions import load as load_law
from gandan.indicators.actions import load as load_indicators
from gandan.units.enums import OfficeKind
from gandan.units.models import Load
from tests.people import *  # noqa: F403  the fixed cast
from tests.people import NOW, TODAY, World, hold, make_office, make_user

CLOCK, KEEPER, INSTALL = SystemActor("clock"), SystemActor("retention"), SystemActor("install")
MARK = "Zmarkerz"
DEEDS = "Mười lăm năm vận động bà con hẻm 51 giữ đường sạch, hiến 120 m² đất mở hẻm."
WHY = "Hồ sơ chưa nêu được việc làm cụ thể nào."
LAST = TODAY + timedelta(days=10)
GRADES = (GradeGiven("Xuất sắc", Decimal(90)), GradeGiven("Đạt", Decimal(70)), GradeGiven("Chưa đạt", Decimal(0)))


def at(days: int) -> datetime:
    """The same hour so many days later."""
    return NOW + timedelta(days=days)


def on(days: int) -> date:
    """The day so many days later."""
    return TODAY + timedelta(days=days)


def on_day(actor: Actor, days: int) -> Actor:
    """The same person so many days later."""
    if not isinstance(actor, UserActor):
        return actor
    return replace(actor, holdings=tuple(replace(h, on=TODAY + timedelta(days=days)) for h in actor.holdings))


def person(name: str = "Nguyễn Thị Hoà", **more) -> PersonGiven:
    said = {"workplace": "Hội Phụ nữ phường Ninh Kiều", "deeds": DEEDS, "born": 1968, "years": 17, "position": "Chủ tịch"}
    return PersonGiven(name=name, **{**said, **more})


def collective(name: str = "Chi hội Phụ nữ khu phố 3", **more) -> CollectiveGiven:
    return CollectiveGiven(name=name, **{"deeds": DEEDS, **more})


def fresh(thing):
    """The row as the database has it."""
    return type(thing)._default_manager.get(pk=thing.pk)


@pytest.fixture
def ground(world, cast, db) -> World:
    """World, cast, tree, law, shipped kinds and indicators."""
    Load.objects.create(what="cast", digest="cast", at=NOW)
    load_law(by=INSTALL, now=NOW)
    actions.load_kinds(by=INSTALL, now=NOW)
    load_indicators(by=INSTALL, now=NOW)
    return world


@pytest.fixture
def medal(ground) -> AwardKind:
    """Given by the centre, once, to persons."""
    return AwardKind.objects.get(code="medal.dan_van")


@pytest.fixture
def letter(ground) -> AwardKind:
    """Giấy khen of the province's board, to persons and collectives."""
    return AwardKind.objects.get(code="commendation.board")


@pytest.fixture
def sheet(ground, provincial_leader) -> ScoreSheet:
    """One line of 100 points, passed from 70."""
    row = appraisals.draft_sheet(
        unit=ground.province,
        purpose="awards.nominee",
        code="khen-thuong",
        title="Phiếu chấm khen thưởng",
        source="Mặc định của Gần Dân",
        pass_points=Decimal(70),
        members_least=3,
        spread_most=Decimal(15),
        criteria=(CriterionGiven("Thành tích", Decimal(100)),),
        grades=GRADES,
        by=provincial_leader,
        now=NOW,
    )
    return appraisals.put_in_force(row, from_day=TODAY, by=provincial_leader, now=NOW)


@dataclass
class House:
    """The council with its members as actors, and the deeds that a story of a call is made of."""

    world: World
    board: Actor
    council: Council
    members: list[Actor]
    kinds: dict[str, AwardKind]
    proposers: dict[str, Actor]
    made: list[Call] = field(default_factory=list)

    def plan(self, kind: str = "commendation.board", **more) -> Call:
        said = {"title": "Khen dân vận khéo năm 2026", "year": 2026, "opens_on": TODAY, "closes_on": LAST, "sheet_code": "khen-thuong"}
        said |= {"kind": self.kinds[kind], "office": self.world.province_board, "by": self.board, "now": NOW}
        return actions.plan_call(**{**said, **more})

    def open(self, kind: str = "commendation.board", **more) -> Call:
        return actions.open_call(self.plan(kind, **more), by=self.board, now=NOW)

    def dossier(self, call: Call, *whom, who: str = "front_officer", number: str = "", now: datetime = NOW, ground: str = "") -> Nomination:
        """Begun, filled with `whom`, and handed in where a number is given."""
        office = {"front_officer": self.world.front, "outsider": self.world.other_front}[who]
        by = self.proposers[who]
        made = actions.begin_nomination(call, office=office, by=by, now=now)
        for one in whom:
            self.add(made, one, who=who, ground=ground, now=now)
        return actions.submit_nomination(made, number=number, by=by, now=now) if number else made

    def add(self, nomination: Nomination, one, *, who: str = "front_officer", ground: str = "", now: datetime = NOW) -> Nominee:
        kind = Whom.PERSON if isinstance(one, PersonGiven) else Whom.COLLECTIVE
        return actions.add_nominee(nomination, whom=kind, person=one, ground=ground, by=self.proposers[who], now=now)

    def close(self, call: Call, *, day: int = 11) -> Call:
        return actions.close_call(call, council=self.council, closes_on=on(day + 7), by=on_day(self.board, day), now=at(day))

    def score(self, nominee: Nominee, points: int = 80, *, day: int = 12) -> Appraisal:
        """Every member hands in, the cards are shown, the result is fixed."""
        row = fresh(nominee).appraisal
        line = row.sheet.criteria.get()
        for member in self.members:
            appraisals.hand_in(row, marks={line.pk: Decimal(points)}, reason="Đã xem kỹ hồ sơ.", by=on_day(member, day), now=at(day))
        appraisals.show(row, by=on_day(self.members[0], day), now=at(day))
        return appraisals.close(row, by=on_day(self.members[0], day), now=at(day))

    def choose(self, nominee: Nominee, *, day: int = 12) -> Nominee:
        return actions.choose(nominee, by=on_day(self.board, day), now=at(day))

    def pass_over(self, nominee: Nominee, *, day: int = 12, reason: str = WHY) -> Nominee:
        return actions.pass_over(nominee, reason=reason, by=on_day(self.board, day), now=at(day))

    def post(self, call: Call, *, day: int = 13) -> Call:
        return actions.post_call(call, by=on_day(self.board, day), now=at(day))

    def decide(self, call: Call, *, day: int = 40, **more) -> Call:
        said = {"number": "45-QĐ/BTGDV", "decided_on": on(day), "signed_as": "Trưởng ban", "by": on_day(self.board, day), "now": at(day)}
        return actions.decide_call(call, **{**said, **more})

    def through(self, state: CallState, *whom, kind: str = "commendation.board", ground: str = "", **more) -> Call:
        """A call brought by real deeds into a state, with everybody of `whom` chosen."""
        call = self.plan(kind, **more)
        if state == CallState.PLANNED:
            return call
        call = actions.open_call(call, by=self.board, now=NOW)
        self.dossier(call, *(whom or (person(),)), number="12-TTr/MTTQ", ground=ground)
        if state == CallState.CANCELLED:
            return actions.cancel_call(call, reason="Đợt xét mở nhầm năm.", by=self.board, now=NOW)
        if state == CallState.OPEN:
            return fresh(call)
        call = self.close(call)
        if state == CallState.COUNCIL:
            return call
        for nominee in self.nominees(call):
            self.score(nominee)
            self.choose(nominee)
        call = self.post(call)
        return call if state == CallState.POSTED else self.decide(call)

    def nominees(self, call: Call) -> list[Nominee]:
        return list(Nominee.objects.filter(nomination__call=call).order_by("nomination", "position"))

    def one(self, call: Call) -> Nominee:
        return self.nominees(call)[0]


@pytest.fixture
def house(ground, sheet, cast, provincial_leader) -> House:
    committee = make_office(ground.province, OfficeKind.PEOPLE_COMMITTEE, "Ủy ban nhân dân thành phố Cần Thơ")
    council = appraisals.form_council(
        office=ground.province_board, title="Hội đồng xét khen", formed_by="12-QĐ/BTGDV", formed_on=TODAY, by=provincial_leader, now=NOW
    )
    members = []
    for number, part in enumerate((Part.CHAIR, Part.MEMBER, Part.MEMBER), start=1):
        user = make_user(f"Thành viên {number}", f"seat.{number}")
        hold(user, Role.OFFICER, office=committee)
        appraisals.seat(council, user=user, part=part, by=provincial_leader, now=NOW)
        members.append(actor_for(user, today=TODAY))
    kinds = {k.code: k for k in AwardKind.objects.prefetch_related("names")}
    proposers = {who: cast[who] for who in ("front_officer", "outsider")}
    return House(ground, provincial_leader, council, members, kinds, proposers)


QUOTA = QuotaGiven(whom=Whom.PERSON, most=1)
