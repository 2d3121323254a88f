"""What a merger or a split hands over: rooms above register their deed at start (roles, open promises, funds), this room calls them."""

from collections.abc import Callable, Sequence
from datetime import date, datetime

from gandan.core.access import Actor
from gandan.units.models import Succession

Deed = Callable[[Sequence[Succession], date, Actor, datetime], None]
_deeds: dict[str, Deed] = {}


def register(name: str, deed: Deed) -> None:
    """`deed(successions, first_day, by, now)` runs in the transaction of the reorganisation, once for all its steps. One for each name."""
    if _deeds.setdefault(name, deed) is not deed:
        raise ValueError(f"handover {name} is registered twice")


def run(steps: Sequence[Succession], *, first_day: date, by: Actor, now: datetime) -> None:
    """Let every room hand over what it keeps."""
    for _name, deed in sorted(_deeds.items()):
        deed(steps, first_day, by, now)
