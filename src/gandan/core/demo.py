"""What the demo needs of this room: the rules of law."""

from datetime import datetime

from gandan.core.access import Actor, SystemActor
from gandan.core.legal import actions


def fill(*, by: Actor, now: datetime) -> None:
    """Load the shipped rules; again changes nothing."""
    actions.load(by=SystemActor("install"), now=now)
