"""Units as pages need them: found by any name, with what they are today."""

from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from gandan.core.search import words
from gandan.units import queries as units
from gandan.units.gazetteer import Became, Hit, Level, Place
from gandan.units.queries.order import in_order
from gandan.units.queries.picture import Picture, picture

SEVERAL = 12  # more parts than a reader can weigh at once: no drawing, no buttons, a list


def by_id(unit: UUID) -> Place | None:
    """The unit as it is, or was last; None for an id nobody has."""
    return units.one(unit)


def where(known: Picture, place: Place) -> str:
    """What stands around it: "quận Ninh Kiều, thành phố Cần Thơ"."""
    return ", ".join(f"{up.kind.lower()} {up.name}" for up in known.ancestors(place))


@dataclass(frozen=True)
class Held:
    """A unit of today and what it holds of an old district: its old communes, `partly` for one that was divided."""

    place: Place
    communes: tuple[tuple[Place, bool], ...]


@dataclass(frozen=True)
class Found:
    """A unit that answers to the typed name, and the units of today that hold it. `named`: by a name that was typed, not by one that only
    sounds or looks like it ("đèn đường" and Đơn Dương, "rác" and Rạch Giá)."""

    place: Place
    where: str
    today: tuple[Became, ...]
    held: tuple[Held, ...] = ()
    named: bool = True

    @property
    def province(self) -> Place | None:
        """The province of today that answers, for who looks for a commune in it."""
        places = [self.place] if self.place.is_open else [b.place for b in self.today]
        return next((p for p in places if p.level == Level.PROVINCE), None)

    @property
    def whole(self) -> bool:
        """Whether it lives on in one unit only."""
        return len(self.today) == 1

    @property
    def few(self) -> bool:
        """Whether its parts of today can be shown one by one."""
        return len(self.today) <= SEVERAL


def find(text: str, *, limit: int = 30) -> list[Found]:
    """Units by old or new name, best first."""
    known = picture()
    out = []
    for hit in known.find(text, limit=limit):
        today = () if hit.place.is_open else tuple(known.became(hit.place))
        out.append(Found(hit.place, where(known, hit.place), today, _held(known, hit.place), _named(hit, text)))
    return out


def _named(hit: Hit, text: str) -> bool:
    """Whether the unit bears the typed name, or one in which the typed words stand whole; with the accents, where some were typed."""
    plain = words.is_plain(text)
    if hit.how in ("exact", "code") or (plain and hit.how == "fold"):
        return True
    asked, name = (" ".join(words.folded(t) if plain else words.accented(t)) for t in (text, hit.place.full_name))
    return f" {asked} " in f" {name} "


def _held(known: Picture, district: Place) -> tuple[Held, ...]:
    """Which units of today hold which communes of a district that is no more."""
    if district.level != Level.DISTRICT or district.is_open:
        return ()
    places: dict[str, Place] = {}
    communes: dict[str, list[tuple[Place, bool]]] = defaultdict(list)
    for old in in_order(known.children(district)):
        for b in known.became(old):
            places[b.place.key] = b.place
            communes[b.place.key].append((old, b.share != 1))
    return tuple(Held(p, tuple(communes[p.key])) for p in in_order(places.values()))


def homes(text: str) -> list[Found]:
    """What one may choose as one's ward for a typed name: communes of today, or old ones with what they became; larger units last."""
    return sorted(find(text), key=lambda f: f.place.level != Level.COMMUNE)
