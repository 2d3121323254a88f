"""In which unit an activity will be written down, where that can be told beforehand without asking the tree of units."""

from collections.abc import Iterable

from gandan.core.text import fold
from gandan.ingest.decided import Activity
from gandan.ingest.places import Places
from gandan.ingest.proposal import Level, Place
from gandan.ingest.web.unit_search import named

_TIER = {Level.PROVINCE: 0, Level.DISTRICT: 1, Level.COMMUNE: 2}


def unit_words(one: Activity, places: Places, title: str, head: str = "") -> str:
    """The unit a person chose, the place of the sentence, of the heading or the head; empty where the action looks further."""
    if one.unit is not None:
        return named(one.unit)
    said, heading = fold(one.place or ""), fold(title)
    known = [place for place in places.mentioned if place.code is not None]
    exact = [place for place in known if said and said in (fold(place.mention), fold(place.name))]
    titled = _smallest(place for place in known if fold(place.mention) in heading or fold(place.name) in heading)
    issued = [place for place in known if fold(place.mention) in fold(head)]
    return _name(exact[:1] or titled or _smallest(issued))


def _smallest(places: Iterable[Place]) -> list[Place]:
    found = list(places)
    return [max(found, key=lambda place: _TIER[place.level])] if found else []


def _name(places: list[Place]) -> str:
    return ", ".join(f"{p.name}, {p.province}" if p.province and p.province not in p.name else p.name for p in places)
