"""Units as pages need them: found by any name, with what they are today."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from uuid import UUID

from gandan.units.gazetteer import Became, Gazetteer, Level, Place

SEVERAL = 12  # more parts than a reader can weigh: they choose from the list instead


def places() -> Gazetteer:
    """All units of this installation through time."""
    return Gazetteer.load()


@lru_cache(maxsize=2)
def _ids(known: Gazetteer) -> dict[UUID, str]:
    return {times[-1].id: key for key, times in known.times.items()}


def by_id(unit: UUID) -> Place | None:
    """The unit as it is, or was last."""
    known = places()
    key = _ids(known).get(unit)
    return known.at(key) if key else None


def where(place: Place) -> str:
    """What stands around it: "quận Ninh Kiều, thành phố Cần Thơ"."""
    return ", ".join(f"{up.kind.lower()} {up.name}" for up in places().ancestors(place))


@dataclass(frozen=True)
class Found:
    """A unit that answers to the typed name, and the units of today that hold it."""

    place: Place
    where: str
    today: tuple[Became, ...]

    @property
    def whole(self) -> bool:
        """Whether it lives on in one unit only."""
        return len(self.today) == 1


def find(text: str, *, on: date | None = None, limit: int = 30) -> list[Found]:
    """Units by old or new name, best first."""
    known = places()
    out = []
    for hit in known.find(text, on=on, limit=limit):
        today = () if hit.place.is_open else tuple(known.became(hit.place))
        out.append(Found(hit.place, where(hit.place), today))
    return out


def homes(text: str) -> list[Found]:
    """What one may choose as one's ward for a typed name: communes of today, or old ones with what they became; provinces last."""
    found = find(text)
    communes = [f for f in found if f.place.level == Level.COMMUNE]
    rest = [f for f in found if f.place.level != Level.COMMUNE]
    return [*communes, *rest]
