"""READ: which rule held on a day, and the date that follows from it."""

from collections.abc import Iterable
from datetime import date, timedelta
from fractions import Fraction

from django.db.models import Case, QuerySet, Value, When
from django.utils.translation import gettext

from gandan.core.calendar.calc import WorkCalendar
from gandan.core.calendar.queries import work_calendar
from gandan.core.legal.adapters import groups
from gandan.core.legal.answers import DayOff, Due, Rule
from gandan.core.legal.enums import Bound, Measure
from gandan.core.legal.models import LegalRule
from gandan.core.text import fold

LAST_DAY_MOVES = "deadline.last_day_off_moves"


class UnknownRule(LookupError):
    """No version of the rule held on the day: a defect of the table, which a leader must see, so it is never guessed."""


def as_rule(row: LegalRule) -> Rule:
    """The answer form of a row; `valid_to` is the last day it holds. Shipped sentences are translated, others stay as written."""
    upper = row.valid.upper
    return Rule(
        code=row.code,
        label=gettext(row.label),
        value=Fraction(row.numerator, row.denominator),
        measure=Measure(row.measure),
        bound=Bound(row.bound),
        source=row.source,
        article=row.article,
        checked=row.checked,
        valid_from=row.valid.lower,
        valid_to=upper - timedelta(days=1) if upper else None,
        note=gettext(row.note),
        group=gettext(row.group),
    )


def words_of(row: LegalRule) -> str:
    """What a rule is found by, folded: its sentences as written and in the reader's language, act, article and code."""
    said = (row.label, row.group, row.note)
    return fold(" ".join([*said, *map(gettext, said), row.source, row.article, row.code]))


def rule(code: str, *, on: date) -> Rule:
    """The version of the rule that held on the day. Raises UnknownRule where none did."""
    row = LegalRule.objects.filter(code=code, valid__contains=on).first()
    if row is None:
        raise UnknownRule(f"{code} on {on.isoformat()}")
    return as_rule(row)


def due(code: str, *, start: date, on: date | None = None, calendar: WorkCalendar | None = None) -> Due:
    """The last day to do something: the days of the rule, counted from the day after `start`.

    `on` is the day whose law holds (the day of the deed, `start` unless said). Working days pass over days off; a period of
    calendar days that ends on a day off runs to the next working day where the rule `deadline.last_day_off_moves` says so.
    """
    held = rule(code, on=on or start)
    calendar = calendar or work_calendar(start, start + timedelta(days=held.days * 2 + 30))
    if held.measure == Measure.WORKING_DAYS:
        last = calendar.add_working_days(start, held.days)
        return Due(last, start, held, days_off=tuple(_days_off(calendar, start, last)))
    if held.measure != Measure.CALENDAR_DAYS:
        raise ValueError(f"{code} does not count days")
    last = start + timedelta(days=held.days)
    moved = calendar.next_working_day(last) if rule(LAST_DAY_MOVES, on=on or start).value else last
    return Due(moved, start, held, moved_from=last if moved != last else None)


def _days_off(calendar: WorkCalendar, start: date, last: date) -> Iterable[DayOff]:
    day = start + timedelta(days=1)
    while day <= last:
        if not calendar.is_working(day):
            yield DayOff(day, gettext(calendar.why_off(day)))
        day += timedelta(days=1)


def current(*, on: date) -> QuerySet[LegalRule]:
    """Every rule in the version that holds on the day, groups in the order of the file; a group it does not know comes last."""
    order = Case(*[When(group=name, then=Value(n)) for n, name in enumerate(groups())], default=Value(len(groups())))
    return LegalRule.objects.filter(valid__contains=on).order_by(order, "group", "code")


def versions(code: str) -> QuerySet[LegalRule]:
    """All versions of one rule, newest first."""
    return LegalRule.objects.filter(code=code).order_by("-valid")
