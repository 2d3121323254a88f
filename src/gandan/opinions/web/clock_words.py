"""A case's state and date in the words and shapes of pages: offices promise in working days, so lateness is counted in them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gandan.core.calendar.calc import WorkCalendar
from gandan.core.calendar.queries import work_calendar
from gandan.core.text.days import written
from gandan.opinions.enums import State
from gandan.opinions.models import Case

NEAR = 3  # working days before the date in which a case is near it
AHEAD = timedelta(days=30)  # no run of holidays is longer than this
SHAPES = {
    State.RECEIVED: "soon",
    State.ASKED: "unsure",
    State.ACCEPTED: "soon",
    State.PAUSED: "unsure",
    State.ANSWERED: "done",
    State.DONE: "done",
    State.CONFIRMED: "kept",
    State.CLOSED: "past",
    State.REFUSED: "past",
    State.WITHDRAWN: "past",
    State.JOINED: "past",
}


@dataclass(frozen=True)
class Shape:
    """A state for a reader: the shape beside it, its words, and what the date says."""

    kind: str
    text: str
    clock: str = ""
    late: bool = False


def calendar_for(cases: Iterable[Case], *, today: date) -> WorkCalendar:
    """The working days that the words of these need, in one question."""
    owed = [c.due for c in cases if c.due is not None]
    return work_calendar(min([*owed, today]), max([*owed, today + AHEAD]))


def soon_day(today: date) -> date:
    """The last day that counts as near."""
    return work_calendar(today, today + AHEAD).add_working_days(today, NEAR)


def shape(case: Case, *, today: date, calendar: WorkCalendar) -> Shape:
    """What a list says of one case today."""
    state = State(case.state)
    late = case.is_late(today)
    if (case.runs or late) and case.due is not None:
        return Shape("late" if late else SHAPES[state], str(state.label), clock(case.due, today, calendar), late)
    if state in (State.ASKED, State.PAUSED):
        return Shape(SHAPES[state], str(state.label), _("Thời gian này không tính vào hạn"))
    day = case.ended_on or case.answered_on
    return Shape(SHAPES[state], str(state.label), written(day) if day else "")


def clock(due: date, today: date, calendar: WorkCalendar) -> str:
    """How far the date is. One missed over a weekend only is late as well, though by no working day."""
    if due < today:
        n = calendar.working_days_between(due, today)
        return (
            ngettext("Quá hạn %(n)s ngày làm việc", "Quá hạn %(n)s ngày làm việc", n) % {"n": n}
            if n
            else _("Quá hạn từ %(day)s") % {"day": written(due)}
        )
    if due == today:
        return _("Hạn hôm nay")
    n = calendar.working_days_between(today, due)
    if not n:
        return _("Hạn %(day)s, trước đó không còn ngày làm việc") % {"day": written(due)}
    return ngettext("Còn %(n)s ngày làm việc", "Còn %(n)s ngày làm việc", n) % {"n": n}
