"""The bell in the masthead of the workspace: how many notices wait. The room that knows them registers; core does not."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db import DatabaseError
from django.urls import NoReverseMatch, reverse

from gandan.core.access import Actor


@dataclass(frozen=True)
class Bell:
    """Where the notices are, and how many nobody has read yet."""

    url: str
    unread: int


_given: list[tuple[str, Callable[[Actor], int]]] = []


def provide(url_name: str, unread: Callable[[Actor], int]) -> None:
    """Called from `apps.ready` by the one room that keeps notices; `unread` is asked on every page, so it is one indexed query."""
    _given[:] = [(url_name, unread)]


def of(actor: Actor) -> Bell | None:
    """None for who did not sign in, and on the page that says that the database is away."""
    if not _given or not actor.key.startswith("user:"):
        return None
    url_name, unread = _given[0]
    try:
        return Bell(reverse(url_name), unread(actor))
    except (DatabaseError, NoReverseMatch):
        return None
