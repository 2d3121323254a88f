"""READ: why a date is what it is, in sentences; what a unit pledged; what is owed on the way."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gandan.core import legal
from gandan.core.calendar.calc import WorkCalendar
from gandan.core.legal.answers import DayOff, Due, Rule
from gandan.core.legal.enums import Measure
from gandan.core.legal.models import LegalRule
from gandan.core.legal.queries import as_rule
from gandan.core.text.days import written
from gandan.opinions.calc import clock as calc
from gandan.opinions.calc import law
from gandan.opinions.enums import OWED, Cause, Deed, Stage
from gandan.opinions.models import Case, DueDate, Pledge
from gandan.opinions.queries.ground import ground
from gandan.opinions.queries.terms import terms_of_row
from gandan.units.models import Unit
from gandan.units.queries import one as place_of


@dataclass(frozen=True)
class Promised:
    """Within how many working days a unit answers. `is_own`: it said so itself; else the rule `opinion.pledge` as it held that day."""

    days: int
    rule: Rule
    is_own: bool


@dataclass(frozen=True)
class Held:
    """A date that held, and why. `sentence` is for the person who waits, `for_office` adds rule and version for who has to keep it."""

    due: date
    stage: Stage
    cause: Cause
    set_on: date
    is_current: bool
    is_pledge: bool
    paused: int
    round: int
    rule: Rule
    days_off: tuple[DayOff, ...]
    sentence: str
    for_office: str


@dataclass(frozen=True)
class PassingOn:
    """A remark on rules goes to whoever can change them by this day; `done`: it went there, or the office took it up as its own."""

    due: date
    done: bool
    sentence: str

    def is_late(self, today: date) -> bool:
        """Neither passed on nor taken up, and the day is over."""
        return not self.done and self.due < today


def pledge_of(unit: Unit, *, on: date) -> Promised:
    """What a unit has pledged by a day, or the number that holds for all that said nothing."""
    rule = legal.rule(law.PLEDGE, on=on)
    own = Pledge.objects.filter(unit=unit, during__contains=on).first()
    if own is None:
        return Promised(rule.days, rule, is_own=False)
    return Promised(
        own.days, replace(rule, value=Fraction(own.days), measure=Measure.WORKING_DAYS, valid_from=own.during.lower), is_own=True
    )


def days_pledged(unit: Unit, *, on: date) -> int:
    """The number alone, in one question, for who has just said something."""
    found = ground(units={unit.pk}, first=on, codes={law.PLEDGE})
    return (found.pledge(unit.pk, on=on) or found.rule(law.PLEDGE, on=on)).days


def explain(case: Case) -> list[Held]:
    """Every date that held, the newest first; a constant number of queries. A step on the way stands in `passing_on`."""
    rows = [row for row in case.due_dates.all() if row.stage != Stage.PASS_ON]
    if not rows:
        return []
    why = _Why(case, rows)
    return [_held(row, why, is_current=row is rows[-1] and case.due is not None) for row in reversed(rows)]


def passing_on(case: Case) -> PassingOn | None:
    """The day by which a remark on administrative rules is passed on; None where it is none of those."""
    rows = [row for row in case.due_dates.all() if row.stage == Stage.PASS_ON]
    if not rows:
        return None
    done = case.accepted_on is not None or case.state not in OWED or case.steps.filter(deed=Deed.FORWARD).exists()
    return PassingOn(rows[-1].due, done, _held(rows[-1], _Why(case, rows), is_current=True).sentence)


def stands_still_since(case: Case) -> date | None:
    """The day on which the pause that goes on began; None while time runs."""
    return next((pause.began_on for pause in case.pauses.all() if pause.ended_on is None), None)


class _Why:
    """What the dates of a case are explained by, asked once for all of them."""

    def __init__(self, case: Case, rows: list[DueDate]) -> None:
        self.case = case
        self.found = ground(units=(), first=case.received_on, codes=())
        versions = LegalRule.objects.filter(code__in={row.rule for row in rows}, valid__isempty=False).order_by("-valid")
        self.rules = [as_rule(version) for version in versions]
        self.names: dict[tuple[UUID, date], str] = {}

    def rule_of(self, row: DueDate) -> Rule:
        """The rule as it read when the date was given: its number stands in the row, act and article in the version."""
        same = [rule for rule in self.rules if rule.code == row.rule]
        version = next((rule for rule in same if rule.valid_from == row.rule_from), same[0])
        return replace(version, value=Fraction(row.days), measure=Measure(row.measure), valid_from=row.rule_from)

    def unit_of(self, row: DueDate) -> str:
        """The unit whose word it is, by the name it had then."""
        key = (self.case.made_in_id if row.round == 1 else self.case.unit_id, row.start)
        if key not in self.names:
            place = place_of(key[0], on=key[1])
            self.names[key] = place.full_name if place else _("Đơn vị")
        return self.names[key]


def _held(row: DueDate, why: "_Why", *, is_current: bool) -> Held:
    rule, terms, found = why.rule_of(row), terms_of_row(row), why.found
    moves = found.last_day_moves(on=row.start)
    last = calc.last_counted(terms, row.paused)
    moved = None if terms.measure == calc.WORKING or not moves or last == row.due else last
    passed = tuple(_days_off(found.calendar, row.start, row.due)) if terms.measure == calc.WORKING else ()
    due = Due(row.due, row.start, rule, days_off=passed, moved_from=moved if moved and moved < row.due else None)
    kept = calc.end_of(terms, row.paused, found.calendar, last_day_moves=moves) < row.due
    said = " ".join([_why(row, due, why.unit_of(row)), *_added(row, kept=is_current and kept)])
    return Held(
        due=row.due,
        stage=Stage(row.stage),
        cause=Cause(row.cause),
        set_on=timezone.localdate(row.set_at),
        is_current=is_current,
        is_pledge=row.pledge,
        paused=row.paused,
        round=row.round,
        rule=rule,
        days_off=tuple(day for day in passed if day.reason),
        sentence=said,
        for_office=f"{said} {_version(rule, row)}",
    )


def _why(row: DueDate, due: Due, unit: str) -> str:
    """A unit's word is said as its word; a number of ours as ours; everything else with act and article."""
    if row.rule != law.PLEDGE:
        return due.explain()
    facts = {"unit": unit, "days": row.days, "start": written(row.start)}
    if row.pledge:
        said = ngettext(
            "%(unit)s cam kết trả lời trong %(days)s ngày làm việc, tính từ ngày liền sau %(start)s.",
            "%(unit)s cam kết trả lời trong %(days)s ngày làm việc, tính từ ngày liền sau %(start)s.",
            row.days,
        )
    else:
        said = ngettext(
            "Trả lời trong %(days)s ngày làm việc, tính từ ngày liền sau %(start)s. %(unit)s chưa đặt số ngày riêng.",
            "Trả lời trong %(days)s ngày làm việc, tính từ ngày liền sau %(start)s. %(unit)s chưa đặt số ngày riêng.",
            row.days,
        )
    said %= facts
    off = [day for day in due.days_off if day.reason]
    if off:
        said += " " + _("Không tính ngày nghỉ: %(days)s.") % {"days": "; ".join(f"{written(d.day)} ({d.reason})" for d in off)}
    return said


def _added(row: DueDate, *, kept: bool) -> Iterable[str]:
    if row.paused:
        n = row.paused
        working = ngettext("Đã cộng thêm %(n)s ngày làm việc tạm dừng.", "Đã cộng thêm %(n)s ngày làm việc tạm dừng.", n)
        plain = ngettext("Đã cộng thêm %(n)s ngày tạm dừng.", "Đã cộng thêm %(n)s ngày tạm dừng.", n)
        yield (working if row.measure == calc.WORKING else plain) % {"n": n}
    if kept:
        yield _("Lịch làm việc đã đổi, nhưng ngày đã hẹn được giữ nguyên.")


def _version(rule: Rule, row: DueDate) -> str:
    if row.rule_from is None:
        return _("Quy định “%(rule)s”.") % {"rule": rule.label}
    words = _("Quy định “%(rule)s”, cam kết từ ngày %(day)s.") if row.pledge else _("Quy định “%(rule)s”, bản áp dụng từ ngày %(day)s.")
    return words % {"rule": rule.label, "day": written(row.rule_from)}


def _days_off(calendar: WorkCalendar, start: date, due: date) -> Iterable[DayOff]:
    days = (date.fromordinal(n) for n in range(start.toordinal() + 1, due.toordinal()))
    return (DayOff(day, _(why)) for day in days if (why := calendar.why_off(day)))
