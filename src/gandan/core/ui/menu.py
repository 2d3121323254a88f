"""The workspace menu: rooms register what they offer at start, each person sees what they may open."""

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise

from gandan.core.access import Actor, may


@dataclass(frozen=True)
class MenuEntry:
    """One line of the menu. `label` is lazily translated; `permission` is asked without an object; smaller `order` stands first.

    What is `aside` is opened seldom: on a wide screen it stands under "Khác", so that the daily work fits one line.
    """

    label: str | Promise
    url_name: str
    permission: str
    order: int = 100
    aside: bool = False


@dataclass(frozen=True)
class MenuLink:
    """An entry as one person sees it on one page."""

    label: str
    url: str
    current: bool
    aside: bool = False


_entries: dict[str, MenuEntry] = {}


def register(entry: MenuEntry) -> None:
    """Add an entry; called from a room's `apps.ready`. The same address twice is kept once."""
    _entries[entry.url_name] = entry


def links(actor: Actor, path: str) -> list[MenuLink]:
    """What this actor may open, in order; the entry whose address is the longest beginning of `path` is the current one."""
    mine = sorted((e for e in _entries.values() if may(actor, e.permission)), key=lambda e: (e.order, e.url_name))
    urls = [(e, reverse(e.url_name)) for e in mine if _exists(e.url_name)]
    here = max((u for _, u in urls if path.startswith(u)), key=len, default=None)
    return [MenuLink(str(e.label), u, u == here, e.aside) for e, u in urls]


def _exists(url_name: str) -> bool:
    """A room may be installed without its pages (a part of the system run apart): then its line is left out."""
    try:
        return bool(reverse(url_name))
    except NoReverseMatch:
        return False
