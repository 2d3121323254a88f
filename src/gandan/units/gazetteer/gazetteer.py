"""The questions one asks of places through time."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from functools import cache

from gandan.units.gazetteer import lineage, source
from gandan.units.gazetteer.names import Name, pieces, readings, squeeze, toned
from gandan.units.gazetteer.place import Became, Level, Link, Place
from gandan.units.gazetteer.ranking import Hit, matches, score, typos

LONGEST = 14  # words of a place with its district and province


class Gazetteer:
    """All places and what became of them, in memory: from the shipped file (`load`) or from rows of a database."""

    def __init__(self, places: Iterable[Place], links: Iterable[Link]) -> None:
        self.times: dict[str, list[Place]] = defaultdict(list)
        self.codes: dict[str, list[Place]] = defaultdict(list)
        self._names: dict[str, list[Place]] = defaultdict(list)
        for place in places:
            self.times[place.key].append(place)
            self._names[squeeze(place.name)].append(place)
            if place.code:
                self.codes[place.code].append(place)
        for times in self.times.values():
            times.sort(key=lambda p: p.valid_from or date.min)
        self._known = list(self._names)
        self.after: dict[str, list[Link]] = defaultdict(list)
        self.before: dict[str, list[Link]] = defaultdict(list)
        for link in links:
            self.after[link.old].append(link)
            if link.new is not None:
                self.before[link.new].append(link)
        self._children: dict[str, list[Place]] = defaultdict(list)
        for times in self.times.values():
            for place in times:
                if place.parent:
                    self._children[place.parent].append(place)

    @classmethod
    @cache
    def load(cls) -> "Gazetteer":
        """The shipped places; read once in a process."""
        return cls(*source.read())

    def at(self, key: str, on: date | None = None) -> Place | None:
        """A unit as it was on a day; without a day as it is, or was last."""
        times = self.times.get(key, [])
        if on is None:
            return times[-1] if times else None
        return next((p for p in reversed(times) if p.holds(on)), None)

    def by_code(self, code: str, on: date | None = None, level: Level | str | None = None) -> Place | None:
        """The unit that bore a code on a day; without a day the one that bears it, or bore it last."""
        found = [p for p in self.codes.get(code, []) if (level is None or p.level == level) and (on is None or p.holds(on))]
        return max(found, key=lambda p: (p.is_open, p.valid_from or date.min), default=None)

    def ancestors(self, place: Place, on: date | None = None) -> list[Place]:
        """Parent, grandparent … as they were on the day, or in the place's own last days."""
        day = on or place.valid_to
        out: list[Place] = []
        while place.parent and (up := self.at(place.parent, day)):
            out.append(up)
            place = up
        return out

    def province(self, place: Place, on: date | None = None) -> Place | None:
        """The province it belongs to; a province is its own."""
        chain = [place, *self.ancestors(place, on)]
        return chain[-1] if chain[-1].level == Level.PROVINCE else None

    def children(self, place: Place, on: date | None = None) -> list[Place]:
        """Units directly below on the day, or in its own last days."""
        day = on or place.valid_to
        found = (p for p in self._children.get(place.key, []) if (p.is_open if day is None else p.holds(day)))
        return sorted(found, key=lambda p: p.code or "")

    def tree(self, on: date, level: Level | str | None = None) -> list[Place]:
        """Every unit on a day, of one level or all, by code."""
        found = (p for times in self.times.values() for p in times if p.holds(on) and (level is None or p.level == level))
        return sorted(found, key=lambda p: (p.level != Level.PROVINCE, p.level == Level.COMMUNE, p.code or "", p.key))

    def became(self, what: Place | str, on: date | None = None, *, until: date | None = None) -> list[Became]:
        """Which units hold a place (or the bearer of a code on `on`) later: today, or on the day `until`. The largest share first."""
        place = what if isinstance(what, Place) else self.by_code(what, on)
        return lineage.became(self, place, until) if place else []

    def came_from(self, place: Place) -> list[Became]:
        """The units that went into it, with the share of each that did. Parts in doubt are among them, marked."""
        return lineage.came_from(self, place)

    def find(
        self, text: str, *, on: date | None = None, level: Level | str | None = None, province: str | None = None, limit: int = 20
    ) -> list[Hit]:
        """Places by old or new name, any accents, abbreviations, a part, one typing error; "phường X, quận Y, tỉnh Z" narrows.

        `province` (name or code) keeps only places in it. Ranked; equal ones by code.
        """
        found: dict[str, Hit] = {}
        for parts in pieces(text):
            found = found or self._find(parts, on, level, province)
        words = text.split()
        for i in range(len(words) - 1, 0, -1):  # "xuan khanh ninh kieu": without a comma, the last words may be the place around it
            if found or len(words) > LONGEST:
                break
            tried = self._find([" ".join(words[:i]), " ".join(words[i:])], on, level, province)
            found = {k: h for k, h in tried.items() if h.how in ("exact", "fold")}
        if any(h.how in ("exact", "fold") for h in found.values()):  # a name that exists is no misspelling
            found = {k: h for k, h in found.items() if h.how != "typo"}
        return sorted(found.values(), key=lambda h: (-h.score, h.place.code or "", h.place.key))[:limit]

    def _find(self, parts: list[str], on: date | None, level: Level | str | None, province: str | None) -> dict[str, Hit]:
        around = [readings(p) for p in parts[1:]]
        if province is not None:
            around.append(readings(province))
        best: dict[str, Hit] = {}
        for place, name, how in self._candidates(parts[0]):
            if level is not None and place.level != level:
                continue
            place_on = self.at(place.key, on) if on or how == "code" else place
            if place_on is not place and not (place_on and on is None):
                continue
            points, how = score(place, toned(place.name), name, how)
            known = best.get(place.key)
            if known is not None and (known.score, known.place.valid_from or date.min) >= (points, place.valid_from or date.min):
                continue
            lost = self._misfit(place, around, on)
            if lost is not None:
                best[place.key] = Hit(place, points - lost, how)
        return best

    def _candidates(self, piece: str) -> Iterable[tuple[Place, Name, str]]:
        for name in readings(piece):
            if name.squeezed.isdigit():
                yield from ((p, name, "code") for p in self.codes.get(piece.strip(), []))
            for how, known in matches(name, self._known):
                yield from ((p, name, how) for p in self._names.get(known, []))

    def _misfit(self, place: Place, around: list[list[Name]], on: date | None) -> int | None:
        """None when a place around it is not the right one; else the points to take off: 0 for its own, 4 for those before or after."""
        if not around:
            return 0
        own = self.ancestors(place, on)
        lost = 0
        for wanted in around:
            if any(fits(p, wanted) for p in own) or (place.level == Level.PROVINCE and fits(place, wanted)):
                continue
            if any(fits(p, wanted) for p in self._relatives(place)):
                lost = 4
            else:
                return None
        return lost

    def _relatives(self, place: Place) -> list[Place]:
        """Districts and provinces before and after it: people go on saying the old province, and soon the new one of an old ward."""
        near = [b.place for b in lineage.came_from(self, place)] + [b.place for b in lineage.became(self, place, None)]
        return [up for p in [*near, *self.times[place.key]] for up in self.ancestors(p)]


def fits(place: Place, wanted: list[Name]) -> bool:
    """Whether a place bears the name, without accents, with one letter wrong in a longer name, or has the code."""
    name = squeeze(place.name)
    return any(w.squeezed in (name, place.code) or typos(w.squeezed, [name]) for w in wanted)
