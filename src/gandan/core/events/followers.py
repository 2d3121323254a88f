"""Who else hears of a deed: an upper room registers at start and is told each event inside the deed's transaction.

A follower only notes down what to do later (it defers a job): what it writes is rolled back with the deed, and what it raises stops it.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gandan.core.events.models.event import Event

Follower = Callable[["Event"], None]
_followers: dict[str, Follower] = {}


def register(name: str, follower: Follower) -> None:
    """Called from `apps.ready`. A name that is taken by another follower stops the start."""
    if _followers.setdefault(name, follower) is not follower:
        raise ValueError(f"follower {name} is registered twice")


@contextmanager
def pausing(*names: str) -> Iterator[None]:
    """While a whole past is filled in these hear of nothing: whoever fills it in does afterwards, once, what they would have done."""
    kept = {name: _followers[name] for name in names}
    _followers.update(dict.fromkeys(names, lambda event: None))
    try:
        yield
    finally:
        _followers.update(kept)


def tell(event: "Event") -> None:
    """Every follower, in the order in which they registered. Called by `events.record` alone, after the event was saved."""
    for follower in _followers.values():
        follower(event)
