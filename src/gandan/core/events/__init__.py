"""Events: every change of state, written once, in the transaction that makes it. Start reading in actions.py.

Only names that load without the table of models stand here; `record` and the readers import them when called first.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gandan.core.events.actions import record
    from gandan.core.events.models.bound import BoundContent
    from gandan.core.events.models.event import Event
    from gandan.core.events.queries import of

_HOMES = {
    "record": "gandan.core.events.actions",
    "BoundContent": "gandan.core.events.models.bound",
    "Event": "gandan.core.events.models.event",
    "of": "gandan.core.events.queries",
}

__all__ = ["BoundContent", "Event", "of", "record"]


def __getattr__(name: str) -> object:
    """Load a name from the file where it lives, so that rooms may import this package while models are still loading."""
    if name not in _HOMES:
        raise AttributeError(name)
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
