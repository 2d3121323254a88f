"""Pages by cursor: the place after which the next page begins. A row added meanwhile is neither skipped nor shown twice."""

import base64
import binascii
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from gandan.core.rest.problems import BadCursor

T = TypeVar("T")
MOST = 200
LONGEST_CURSOR = 400


@dataclass(frozen=True)
class Page(Generic[T]):
    """Rows of one page and the cursor of the next; None after the last."""

    items: list[T]
    next: str | None


def cursor_after(key: str) -> str:
    """The cursor that begins after `key`."""
    return base64.urlsafe_b64encode(key.encode()).decode().rstrip("=")


def key_of(cursor: str) -> str:
    """What a cursor stands for. Raises BadCursor for anything this server did not give."""
    try:
        key = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True).decode()
    except (binascii.Error, UnicodeDecodeError, ValueError) as damaged:
        raise BadCursor(cursor) from damaged
    if not key or "\x00" in key or cursor_after(key) != cursor:
        raise BadCursor(cursor)
    return key


def page(rows: Sequence[T], *, key: Callable[[T], str], cursor: str | None, limit: int) -> Page[T]:
    """One page of rows that are sorted by `key`, whose values are unique."""
    after = key_of(cursor) if cursor else ""
    rest = [row for row in rows if key(row) > after]
    shown = rest[:limit]
    return Page(shown, cursor_after(key(shown[-1])) if len(rest) > limit else None)
