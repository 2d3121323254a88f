"""One search over what rooms register: accents or not, the last word unfinished, one typing error. Start reading in source.py.

`SearchSource`, `Document` and `register` load without tables, for `apps.ready`; the names in `_HOMES` come when first called.
"""

from typing import TYPE_CHECKING

from gandan.core.search.source import Document, SearchSource, register

if TYPE_CHECKING:
    from gandan.core.search.index import drop, put, reindex
    from gandan.core.search.queries import find, matching

_HOMES = {
    "find": "gandan.core.search.queries",
    "matching": "gandan.core.search.queries",
    "put": "gandan.core.search.index",
    "drop": "gandan.core.search.index",
    "reindex": "gandan.core.search.index",
}

__all__ = ["Document", "SearchSource", "drop", "find", "matching", "put", "register", "reindex"]


def __getattr__(name: str) -> object:
    """Load a name from the file where it lives, once models are there."""
    if name not in _HOMES:
        raise AttributeError(name)
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
