"""How it went with a message, whoever it was for: the same fields, the same tries. Parts of deeds, never one by themselves."""

from datetime import datetime

from gandan.notices.calc.moments import again_after
from gandan.notices.enums import State
from gandan.notices.models import Message, News


def end(row: Message | News, state: State, *, now: datetime, error: str = "") -> None:
    """It will not be tried again."""
    row.state, row.ended_at, row.error = state, now, error
    row.save(update_fields=["state", "ended_at", "error", "attempts"])


def later(row: Message | News, code: str, *, now: datetime) -> bool:
    """Plan the next try; False after the last one."""
    row.attempts += 1
    wait = again_after(row.attempts)
    if wait is None:
        return False
    row.planned_at, row.error = now + wait, code
    row.save(update_fields=["attempts", "planned_at", "error"])
    return True
