"""Which reminders of a date are to go out on a day."""

from dataclasses import dataclass
from datetime import date

from gandan.commitments.calc.lateness import working_days_before, working_days_late
from gandan.core.calendar.calc import WorkCalendar


@dataclass(frozen=True)
class Pace:
    """The numbers of the rules, in working days: before the date, every so many days after it, to the leader, to the unit above."""

    before: int
    after: int
    leader: int
    above: int


@dataclass(frozen=True)
class Step:
    """One reminder: its stage, and the day for which it goes out (the same however late the clock is asked, so that it goes out once)."""

    stage: str
    for_day: date


def steps(due: date, today: date, pace: Pace, calendar: WorkCalendar) -> list[Step]:
    """What a date asks for today. Days without a clock are caught up on, but of several reminders of lateness only the newest goes."""
    if today < due:
        first = working_days_before(due, pace.before, calendar)
        return [Step("before", first)] if pace.before and first <= today else []
    if today == due:
        return [Step("on_day", due)]
    late = working_days_late(due, today, calendar)
    out = []
    if pace.after and late >= pace.after:
        out.append(Step("after", calendar.add_working_days(due, late // pace.after * pace.after)))
    if late >= max(1, pace.leader):
        out.append(Step("leader", calendar.add_working_days(due, max(1, pace.leader))))
    if late >= max(1, pace.above):
        out.append(Step("above", calendar.add_working_days(due, max(1, pace.above))))
    return out
