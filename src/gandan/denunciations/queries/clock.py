"""What the Law on Denunciations gives for each step, with the day and the article; counted from the day the letter was set aside."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from gandan.core import legal
from gandan.core.calendar.queries import work_calendar
from gandan.core.legal import Due, Rule
from gandan.core.legal.queries import as_rule, versions
from gandan.denunciations.enums import State
from gandan.denunciations.models import Denunciation
from gandan.denunciations.sealing import Noted

FIRST_HANDLING = "denunciation.first_handling"
FIRST = ("denunciation.passing_on", FIRST_HANDLING, "denunciation.first_handling_extended")
AFTER_TAKING = ("denunciation.telling", "denunciation.settling")


@dataclass(frozen=True)
class Deadline:
    """One step with its last day and the sentence that explains it."""

    label: str
    due: Due

    def is_late(self, today: date) -> bool:
        """The day has passed."""
        return self.due.date < today


def clock(denunciation: Denunciation, *, notes: list[Noted] | None = None) -> list[Deadline]:
    """While it waits: passing on and first handling. Once it was taken, telling and settling from the day of that document."""
    if denunciation.state == State.WAITING:
        return [_deadline(code, denunciation.set_aside_on) for code in FIRST]
    taken = next((n for n in reversed(notes or []) if n.outcome == State.TAKEN and n.day), None)
    if taken is None:
        return []
    return [_deadline(code, date.fromisoformat(taken.day)) for code in AFTER_TAKING]


def _deadline(code: str, start: date) -> Deadline:
    due = legal.due(code, start=start)
    return Deadline(due.rule.label, due)


def first_due(days: Iterable[date]) -> dict[date, date]:
    """By when first handling ends, for letters set aside on these days: a constant number of questions, however many days."""
    wanted = sorted(set(days))
    if not wanted:
        return {}
    known = [as_rule(row) for row in versions(FIRST_HANDLING)]
    calendar = work_calendar(wanted[0], wanted[-1] + timedelta(days=60))
    return {day: calendar.add_working_days(day, _held(known, day).days) for day in wanted}


def _held(known: list[Rule], day: date) -> Rule:
    return next(r for r in known if (r.valid_from is None or r.valid_from <= day) and (r.valid_to is None or day <= r.valid_to))
