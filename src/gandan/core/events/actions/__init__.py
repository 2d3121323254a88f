"""WRITE: `record` an event inside its deed; `checkpoint` closes the record up to a number."""

from gandan.core.events.actions.checkpoint import checkpoint
from gandan.core.events.actions.event import record

__all__ = ["checkpoint", "record"]
