"""What every door offers, and how it says no."""

from datetime import datetime
from typing import Protocol
from uuid import UUID

from gandan.accounts.models import User
from gandan.notices.enums import Channel
from gandan.notices.models import Preference
from gandan.notices.queries import Letter


class NotDelivered(Exception):
    """`code` is short and without anything personal; it is kept with the message."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code[:40]


class Refused(NotDelivered):
    """This message will never be taken: trying again is no use."""


class NotNow(NotDelivered):
    """This message was not taken; later it may be."""


class Unreachable(NotDelivered):
    """Nothing is taken now: the server is away, or does not let us in. The other messages are not even tried."""


class Door(Protocol):
    """One way out. Errors: Refused, NotNow, Unreachable; anything else is a defect of ours."""

    channel: Channel
    closed: bool  # True once it was Unreachable: nothing more goes out in this run

    def address(self, user: User, preference: Preference) -> str:
        """Where it reaches the person; empty when they do not want that any more."""

    def deliver(self, message_id: UUID, address: str, letter: Letter, *, at: datetime) -> None:
        """Returns when the other side has taken it."""
