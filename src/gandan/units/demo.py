"""What the demo needs of this room: all units."""

from datetime import datetime

from gandan.core.access import Actor
from gandan.units import actions


def fill(*, by: Actor, now: datetime) -> None:
    """Load the shipped units; again changes nothing. Offices and hamlets of the demo's communes are filled by those who know its people."""
    actions.load(by=by, now=now)
