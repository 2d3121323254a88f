"""One model of the demo, lived through its deeds: each step yields the moment at which the next one is done."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from random import Random
from typing import Any
from uuid import UUID

from django.utils import timezone

from gandan.accounts import queries as accounts
from gandan.accounts.models import User
from gandan.appraisals.enums import Level
from gandan.appraisals.models import Council
from gandan.commitments.demo import at as somebody
from gandan.commitments.demo import officer
from gandan.core.access import Actor, Anyone, Role
from gandan.indicators.enums import Measure
from gandan.movement import actions
from gandan.movement.enums import EvidenceKind, FindingKind, ForcePart, Helps, Kind, Subject
from gandan.movement.models import Drive, Practice
from gandan.movement.written import AimGiven, ForceGiven, MilestoneGiven, ResourceGiven, Written
from gandan.units.models import Hamlet, Office, Unit

SIGN_WITHIN = 170  # days that are left of the year when a tale gives its sign
SIGN_BEFORE = 40  # days before its end, where nothing else happens


@dataclass
class Ground:
    """What all tales share: who acts, drives by province, councils by unit, what was begun so far by key, papers numbered."""

    now: datetime
    drives: dict[str, Drive]
    councils: dict[Any, Council]
    above: dict[Any, Office]
    begun: dict[str, Practice] = field(default_factory=dict)
    numbers: dict[tuple[UUID, int], int] = field(default_factory=dict)  # the last number of each office's decisions

    def person(self, username: str) -> Actor:
        """One of the demo's people with all roles of today."""
        return accounts.actor_for(User.objects.get(username=username), today=timezone.localdate(self.now))

    def user(self, user: User) -> Actor:
        """The same of an account."""
        return accounts.actor_for(user, today=timezone.localdate(self.now))


@dataclass
class Tale:
    """One model. `dice` are loaded: the same model, the same tale."""

    row: dict[str, Any]
    unit: Unit
    office: Office
    hamlet: Hamlet | None
    ground: Ground
    at: datetime
    dice: Random = field(init=False)
    practice: Practice = field(init=False)

    def __post_init__(self) -> None:
        self.dice = Random(self.row["key"])  # noqa: S311  a tale, no secret

    @property
    def today(self) -> date:
        """The day the tale has come to."""
        return timezone.localdate(self.at)

    @property
    def leader(self) -> Actor:
        """Who leads the unit."""
        return somebody(Role.LEADER, self.unit.pk, now=self.ground.now)

    @property
    def judge(self) -> Actor:
        """Who registers and reviews: the unit's leader, or the board above where that leader's own office owns the model."""
        return self.specialist if any(h.office == self.office.pk for h in self.leader.holdings) else self.leader

    @property
    def owner(self) -> Actor:
        """Who writes for the office; for a hamlet its head where the demo has one."""
        return officer(self.office, now=self.ground.now)

    @property
    def specialist(self) -> Actor:
        """Who looks after the unit from the board above."""
        return somebody(Role.SPECIALIST, self.ground.above[self.unit.pk].unit_id, now=self.ground.now)

    def later(self, days: float) -> datetime:
        """So many days later, in the hours of an office."""
        moment = self.at + timedelta(days=days)
        at_work = datetime.combine(timezone.localdate(moment), time(self.dice.choice((8, 9, 10, 14, 15)), self.dice.randrange(60)))
        self.at = max(timezone.make_aware(at_work), self.at + timedelta(minutes=11))
        return self.at

    @property
    def left(self) -> int:
        """Days until today."""
        return (self.ground.now - self.at).days

    # deeds

    def begin(self, *, by: Actor | None = None) -> None:
        """The form is written; where it is learnt from another, that one is copied and written anew."""
        who: dict[str, Any] = {"by": by or self.owner, "now": self.at}
        drive = self.ground.drives[self.row["province"]]
        if "from" in self.row:
            origin = Practice.objects.get(pk=self.ground.begun[self.row["from"]].pk)
            self.practice = actions.adopt(origin, office=self.office, hamlet=self.hamlet, **who)
            self.practice = actions.write(self.practice, written=self.written(self.practice.drive), **who)
        else:
            self.practice = actions.begin(drive=drive, office=self.office, hamlet=self.hamlet, written=self.written(drive), **who)
        self.ground.begun[self.row["key"]] = self.practice

    def written(self, drive: Drive) -> Written:
        """The form of the row."""
        row, fields = self.row, list(drive.fields.filter(ended_on=None).order_by("order"))
        starts = self.today + timedelta(days=7)
        forces = (ForceGiven(ForcePart.LEAD, name=row["lead"]), *(self._force(said) for said in row.get("with", ())))
        return Written(
            field=fields[row["f"] - 1],
            kind=Kind(row.get("kind", Kind.MODEL)),
            subject=Subject(row.get("subject", Subject.COLLECTIVE)),
            starts_on=starts,
            forces=forces,
            aims=tuple(self._aim(said) for said in row["aims"]),
            resources=tuple(ResourceGiven(kind, measure, noun, Decimal(n)) for kind, measure, noun, n in row.get("res", ())),
            milestones=(
                MilestoneGiven(starts + timedelta(days=30), "Họp bàn với bà con, chốt cách làm và phần việc"),
                MilestoneGiven(starts + timedelta(days=150), "Nửa chặng: đo lại và điều chỉnh"),
            ),
            **{name: row.get(name, "") for name in ("title", "place", "problem", "aim", "way", "audience", "output", "upkeep", "changed")},
        )

    def _force(self, said: str) -> ForceGiven:
        name, _colon, task = said.partition(": ")
        return ForceGiven(ForcePart.COORDINATE, name=name, task=task)

    def _aim(self, said: list[Any]) -> AimGiven:
        name, measure, noun, before, target, _last = said
        due = self.today + timedelta(days=330)
        return AimGiven(name, Measure(measure), Decimal(str(target)), due, noun=noun, before=Decimal(str(before)))

    def read(self, share: float, note: str) -> None:
        """What was measured when so much of the way was gone; -1 in the row means that nobody measured yet."""
        for aim, said in zip(self.practice.aims.order_by("order"), self.row["aims"], strict=True):
            before, last = Decimal(str(said[3])), Decimal(str(said[5]))
            if last < 0:
                continue
            value = before + (last - before) * Decimal(str(share))
            value = value.quantize(Decimal("0.1")) if said[1] == "percent" else Decimal(round(value))
            actions.read_measure(aim, value=max(value, Decimal(0)), read_on=self.today, note=note, by=self.owner, now=self.at)

    def evidence(self, note: str) -> None:
        """A note of the day."""
        actions.add_evidence(self.practice, kind=EvidenceKind.NOTE, note=note, shows=self.today, by=self.owner, now=self.at)

    def voices(self, many: int, *, by: Actor | None = None) -> None:
        """Slips are handed out and some of them speak."""
        for n in range(many):
            code = actions.issue_code(self.practice, by=by or self.owner, now=self.at)
            if n % 4:
                helps = self.dice.choice((Helps.YES, Helps.YES, Helps.YES, Helps.PARTLY, Helps.NO))
                actions.give_voice(typed=code, helps=helps, by=Anyone(), now=self.at + timedelta(minutes=n))

    def visit(self, seen: str, *findings: tuple[FindingKind, str]) -> None:
        """The board above goes and sees."""
        by = self.specialist
        who = User.objects.get(pk=by.key.removeprefix("user:"))
        team = {"members": [who], "head": who}
        actions.record_visit(self.practice, visited_on=self.today, seen=seen, findings=findings, by=by, now=self.at, **team)  # type: ignore[arg-type]

    def review(self, result: str, reason: str) -> None:
        """What the unit's leader found for the year."""
        actions.review(self.practice, year=self.today.year, result=result, reason=reason, by=self.judge, now=self.at)

    def keep_alive(self) -> None:
        """A sign of life while the year still runs, where much of it is gone."""
        if self.year_left < SIGN_WITHIN:
            self.evidence("Họp tổ giữa kỳ: việc vẫn làm đều, đã đổi người giữ sổ.")
            actions.give_sign(self.practice, note="Mô hình vẫn hoạt động, sổ theo dõi còn ghi đến tháng này.", by=self.owner, now=self.at)

    @property
    def year_left(self) -> int:
        """Days until it would fall silent."""
        self.practice.refresh_from_db(fields=["alive_until"])
        return (self.practice.alive_until - self.today).days if self.practice.alive_until else 0

    def signs(self) -> Iterator[datetime]:
        """A sign of life before each year is over, until today."""
        while self.left > self.year_left - SIGN_BEFORE:
            yield self.later(max(self.year_left - SIGN_BEFORE, 1))
            self.keep_alive()

    def level(self, level: Level) -> tuple[Council, Office, Actor]:
        """Whose council scores at a level, which office decides, and who signs for it."""
        unit = self.unit.pk if level == Level.BASE else self.ground.above[self.unit.pk].unit_id
        council = self.ground.councils[unit]
        return council, council.office, self.leader if level == Level.BASE else somebody(Role.LEADER, unit, now=self.ground.now)
