"""Which units answer for a unit today, and what lay in a unit before: everything from the picture that is read once."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import Any, TypeVar
from uuid import UUID
from weakref import WeakKeyDictionary

from gandan.units.gazetteer import Gazetteer, Level
from gandan.units.queries.picture import Picture, picture

T = TypeVar("T")
MOST_KEPT = 5000  # answers for one picture

_found: WeakKeyDictionary[Picture, dict[Hashable, Any]] = WeakKeyDictionary()


def once(tree: Picture, what: Hashable, find: Callable[[], T]) -> T:
    """What follows from the tree alone is worked out once for each picture of it, and forgotten with that picture."""
    known = _found.setdefault(tree, {})
    if len(known) > MOST_KEPT:
        known.clear()
    if what not in known:
        known[what] = find()
    found: T = known[what]
    return found


def before(tree: Gazetteer, key: str) -> Iterator[str]:
    """A unit and all that went into it, through every merger; parts in doubt (share nought) are left out."""
    seen, waiting = {key}, [key]
    while waiting:
        now = waiting.pop()
        yield now
        for link in tree.before.get(now, []):
            if link.share and link.old not in seen:
                seen.add(link.old)
                waiting.append(link.old)


def districts(tree: Gazetteer, keys: Iterable[str]) -> set[str]:
    """The districts in which units ever lay; none exists after 30/6/2025."""
    ups = {time.parent for key in keys for time in tree.times.get(key, []) if time.parent}
    return {up for up in ups if tree.times[up][-1].level == Level.DISTRICT}


def below(tree: Gazetteer, keys: Iterable[str]) -> set[str]:
    """Everything that lies below units now (or did in their last days), with what went into it."""
    found: set[str] = set()
    for key in keys:
        for child in tree.children(tree.times[key][-1]):
            if child.key not in found:
                lineage = set(before(tree, child.key))
                found |= lineage | below(tree, lineage)
    return found


def ids(tree: Picture, keys: Iterable[str]) -> frozenset[UUID]:
    """Ids of rows for keys of the picture."""
    return frozenset(tree.times[key][-1].id for key in keys)


def answering(unit: UUID, *, tree: Picture | None = None) -> frozenset[UUID]:
    """The units whose people answer for a unit today: itself while it exists, else those that hold (a part of) it."""
    tree = tree or picture()
    key = tree.keys.get(unit)
    if key is None:
        return frozenset({unit})
    return frozenset({unit, *(b.place.id for b in tree.became(tree.times[key][-1]))})


def above(units: Iterable[UUID]) -> frozenset[UUID]:
    """Units and all that stand above them now, or did in their last days."""
    tree, asked = picture(), frozenset(units)
    places = [tree.times[key][-1] for unit in asked if (key := tree.keys.get(unit))]
    return asked | {up.id for place in places for up in tree.ancestors(place)}
