"""One unit's page: what it is, what it came from, what it became, what is in it."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from gandan.portal.drawing.dots import path, point
from gandan.portal.drawing.history import Drawing, End, draw
from gandan.portal.queries.country import kinds, spots
from gandan.portal.queries.places import SEVERAL, places, where
from gandan.units.gazetteer import Became, Level, Place


@dataclass(frozen=True)
class Part:
    """A unit before or after, with the share that ties it to this one and the other units it also went to."""

    step: Became
    where: str
    elsewhere: tuple[Became, ...] = ()

    @property
    def known(self) -> bool:
        """Whether the share is known at all."""
        return self.step.share is not None and self.step.basis != "doubt"

    @property
    def estimated(self) -> bool:
        """Whether the share was computed from positions, not stated by a decree."""
        return self.step.basis == "estimate"

    @property
    def doubted(self) -> bool:
        """Whether the source seems to be wrong about it."""
        return self.step.basis == "doubt"


@dataclass(frozen=True)
class Group:
    """Units of one kind below this one."""

    kind: str
    units: tuple[Place, ...]


@dataclass(frozen=True)
class UnitPage:
    """Everything a page of a unit shows, except offices and hamlets."""

    place: Place
    times: tuple[Place, ...]
    chain: tuple[Place, ...]
    on: date | None
    before: tuple[Part, ...]
    after: tuple[Part, ...]
    before_drawing: Drawing | None
    after_drawing: Drawing | None
    children: tuple[Group, ...]
    communes: int
    dots: str
    point: tuple[int, int] | None


def unit_page(place: Place, *, on: date | None) -> UnitPage:
    """The page of a unit; what lies below it is told for the day `on`, for today, or for its own last day."""
    known = places()
    before = tuple(_from(b) for b in known.came_from(place))
    after = () if place.is_open else tuple(Part(b, where(b.place)) for b in known.became(place))
    children = known.children(place, on)
    below = _communes(place, on)
    return UnitPage(
        place=place,
        times=tuple(known.times[place.key]),
        chain=tuple(reversed(known.ancestors(place, on if place.is_open else None))),
        on=on,
        before=before,
        after=after,
        before_drawing=_draw(place, [p for p in before if not p.doubted]),
        after_drawing=_draw(place, list(after), flipped=True),
        children=tuple(_groups(children)),
        communes=len(below),
        dots=path(spots(below)) if below else "",
        point=point(place.lat, place.lon) if place.lat is not None and place.lon is not None else None,
    )


def _from(step: Became) -> Part:
    others = tuple(b for b in places().became(step.place) if not _same(b, step)) if step.share != 1 else ()
    return Part(step, where(step.place), others)


def _same(later: Became, step: Became) -> bool:
    return later.share == step.share and later.main == step.main


def _draw(place: Place, parts: list[Part], *, flipped: bool = False) -> Drawing | None:
    if not parts or len(parts) > SEVERAL:
        return None
    ends = [End(p.step.place.full_name, None if p.step.share is None else float(p.step.share)) for p in parts]
    return draw(place.full_name, ends, flipped=flipped)


def _communes(place: Place, on: date | None) -> list[Place]:
    below: list[Place] = []
    for child in places().children(place, on):
        below += [child] if child.level == Level.COMMUNE else places().children(child, on or place.valid_to)
    return below


def _groups(children: list[Place]) -> list[Group]:
    order = {kind: i for i, (kind, _count) in enumerate(kinds(children))}
    ordered = sorted(children, key=lambda c: order[c.kind])
    return [Group(kind, tuple(units)) for kind, units in groupby(ordered, key=lambda c: c.kind)]
