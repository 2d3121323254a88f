"""Rows of the record: events, checkpoints over them, and the mixin for rows that hold a person's words."""

from gandan.core.events.models.bound import BoundContent
from gandan.core.events.models.checkpoint import Checkpoint
from gandan.core.events.models.event import Event

__all__ = ["BoundContent", "Checkpoint", "Event"]
