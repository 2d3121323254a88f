"""What a merger, a split or an end hands over (roles, open promises, funds): rooms above register deeds at start, this room calls them."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

from gandan.core.access import Actor
from gandan.units.models import Hamlet, Office, Succession


class Deed(Protocol):
    """What a room does at a reorganisation."""

    def __call__(self, steps: Sequence[Succession], first_day: date, /, *, by: Actor, now: datetime) -> None:
        """Hand over."""


class End(Protocol):
    """What a room does when one hamlet or one office ends."""

    def __call__(self, place: Hamlet | Office, first_day_without: date, /, *, by: Actor, now: datetime) -> None:
        """End what stands in it."""


_deeds: dict[str, Deed] = {}
_ends: dict[str, End] = {}
_last: set[str] = set()


def register(name: str, deed: Deed, *, last: bool = False) -> None:
    """`deed(successions, first_day, by=, now=)` runs in the reorganisation's transaction, once for all its steps. One for each name.

    `last`: of a room whose rows other rooms' deeds hold after their own; taken before those, two deeds could wait for each other."""
    if _deeds.setdefault(name, deed) is not deed:
        raise ValueError(f"handover {name} is registered twice")
    if last:
        _last.add(name)


def register_end(name: str, deed: End) -> None:
    """`deed(place, first_day_without, by=, now=)` runs in the transaction that ends one hamlet or one office of a living unit, in the order
    of `run`."""
    if _ends.setdefault(name, deed) is not deed:
        raise ValueError(f"end {name} is registered twice")


def run(steps: Sequence[Succession], *, first_day: date, by: Actor, now: datetime) -> None:
    """Let every room hand over what it keeps."""
    for name in sorted(_deeds, key=_order):
        deed = _deeds[name]
        deed(steps, first_day, by=by, now=now)


def run_end(place: Hamlet | Office, *, first_day_without: date, by: Actor, now: datetime) -> None:
    """Let every room end what stands in a hamlet or an office."""
    for name in sorted(_ends, key=_order):
        deed = _ends[name]
        deed(place, first_day_without, by=by, now=now)


def _order(name: str) -> tuple[bool, str]:
    return name in _last, name
