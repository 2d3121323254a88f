"""What a decision names, and where it is taken: rooms above say it at start, so that its paper can be written here.

    decided.register("movement", said=said, record="movement:recognise")

This room keeps number, day and signer; to whom or what something was given stands in the rows of the rooms above.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from gandan.appraisals.models import Decision
from gandan.core.access import Actor
from gandan.core.word.blocks import Listing


@dataclass(frozen=True)
class Said:
    """What one room says of a decision.

    `grounds`: sentences "Căn cứ …". `gives`: what Article 1 does ("Công nhận 12 mô hình …"). `listings`: to whom or what, tables of the
    annexe. `carries_out`: who is named in the last article. `recipients`: who gets a copy.
    """

    gives: str
    listings: Sequence[Listing]
    grounds: Sequence[str] = ()
    proposal: str = ""
    carries_out: str = ""
    recipients: Sequence[str] = ()
    links: Sequence[tuple[str, str]] = field(default_factory=tuple)
    """(words, address) of what it names, for the page of the decision."""


Say = Callable[[Decision, Actor], Said | None]


@dataclass(frozen=True)
class Way:
    """Where a decision of a kind is recorded: a button of the register."""

    label: Any
    url_name: str
    permission: str


_rooms: dict[str, Say] = {}
_ways: dict[str, Way] = {}


def register(room: str, *, said: Say, ways: Sequence[Way] = ()) -> None:
    """Called from `apps.ready`. `said(decision, actor)` answers None for a decision that names nothing of the room."""
    if _rooms.setdefault(room, said) is not said:
        raise ValueError(f"decisions of {room} are registered twice")
    _ways.update({way.url_name: way for way in ways})


def of(decision: Decision, actor: Actor) -> list[Said]:
    """What every room says of it."""
    return [words for say in _rooms.values() if (words := say(decision, actor)) is not None]


def ways() -> tuple[Way, ...]:
    """Where decisions are recorded."""
    return tuple(_ways.values())
