"""How a letter that was none comes back: the room above registers at start who takes it as an ordinary opinion with the same code."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from gandan.core.access import Actor
from gandan.denunciations.sealing import Attached, Letter


@dataclass(frozen=True)
class Returned:
    """The whole of it. `id` is the one over which `pin_mac` was made: who takes it keeps it, so that the sender's PIN goes on working."""

    id: UUID
    letter: Letter
    files: tuple[Attached, ...]
    code_digest: str
    pin_mac: str
    said_on: date


class Taker(Protocol):
    """What the room above does with it, in the transaction of the deed."""

    def __call__(self, returned: Returned, /, *, by: Actor, now: datetime) -> None:
        """Take it as an opinion."""


PinCheck = Callable[[UUID, str, str], bool]
_takers: list[Taker] = []
_checks: list[PinCheck] = []


def register(taker: Taker) -> None:
    """Called from `apps.ready` of the one room that keeps opinions."""
    _takers[:] = [taker]


def hand_over(returned: Returned, *, by: Actor, now: datetime) -> None:
    """Give it to who registered; without anybody a defect that must not lose a letter. `by`: the handler, or the sender who agreed."""
    if not _takers:
        raise RuntimeError("no room takes back what was no denunciation")
    _takers[0](returned, by=by, now=now)


def register_pin_check(check: PinCheck) -> None:
    """`check(id, pin, mac)`: whether somebody typed the PIN of a receipt; the room that hands receipts out knows how it was made."""
    _checks[:] = [check]


def pin_fits(key: UUID, pin: str, mac: str) -> bool:
    """Whether this is the PIN; never without a check."""
    return bool(mac) and bool(_checks) and _checks[0](key, pin, mac)
