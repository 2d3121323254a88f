"""What the Law on Denunciations gives for each step, with the day and the article; counted from the day the letter was set aside."""

from dataclasses import dataclass
from datetime import date

from gandan.core import legal
from gandan.core.legal import Due
from gandan.denunciations.enums import State
from gandan.denunciations.models import Denunciation
from gandan.denunciations.sealing import Noted

FIRST = ("denunciation.passing_on", "denunciation.first_handling", "denunciation.first_handling_extended")
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
