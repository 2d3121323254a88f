"""People without an account who left a way to reach them: rooms above say who they are, this room keeps no name and no address.

    correspondents.register(correspondents.Room(kind="opinions.opinion", verbs=…, whom=…, reach=…, page=…, stop=…))

All that is ever told them is that there is news, and where it can be read by who holds the code. What happened, about what, in which place
is said on the page alone: mail lies open on the way, a telephone lies open on a table.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from gandan.core.access import Actor
from gandan.core.events import Event
from gandan.notices.enums import Channel


@dataclass(frozen=True)
class Reached:
    """How somebody is reached at this moment. An address for the gateway names its kind: `sms:+84912345678`."""

    channel: Channel
    address: str
    language: str


@dataclass(frozen=True)
class Room:
    """What one room says of its correspondents; `key` is the id of a row of its own, up to 64 signs, and means nothing to others.

    `whom(event)`: who is to be told of it, and by which channel each wishes it; who left no address is absent. `reach(key)` is asked when
    the message leaves, and opens the address for that moment: None when it was taken away, or nobody wishes to be told any more.
    `page(key)`: the path of the page where the news is read; it holds no code. `stop(key, by, now)` ends the telling, by its own deed.
    """

    kind: str
    verbs: frozenset[str]
    whom: Callable[[Event], Mapping[str, Channel]]
    reach: Callable[[str], Reached | None]
    page: Callable[[str], str]
    stop: Callable[[str, Actor, datetime], None]


_rooms: dict[str, Room] = {}


def register(room: Room) -> None:
    """Called from `apps.ready`. A kind that is registered by two rooms stops the start."""
    if _rooms.setdefault(room.kind, room) is not room:
        raise ValueError(f"correspondents of {room.kind} are declared twice")


def of(kind: str) -> Room | None:
    """The room that knows this kind; None when it is not installed any more."""
    return _rooms.get(kind)


def concerned(verb: str) -> list[Room]:
    """The rooms whose correspondents may be told of a verb."""
    return [room for room in _rooms.values() if verb in room.verbs]
