"""One unit's page: what it is, what it came from, what it became, what is in it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import groupby

from gandan.portal.drawing.history import Drawing, End, draw
from gandan.portal.queries.offices import Body, HamletRow, bodies, hamlets
from gandan.portal.queries.places import SEVERAL, where
from gandan.units import queries as units
from gandan.units.calc.dots import Spot, path, point
from gandan.units.gazetteer import Level, Place
from gandan.units.queries import History, Spell
from gandan.units.queries.country import spot, spots
from gandan.units.queries.order import in_order
from gandan.units.queries.picture import Picture, picture


@dataclass(frozen=True)
class Part:
    """A unit before or after, with the share that ties it to this one and the other units it also went to."""

    place: Place
    where: str
    share: Fraction | None
    basis: str
    decree: str = ""
    elsewhere: tuple[Place, ...] = ()

    @property
    def known(self) -> bool:
        """Whether the share is known at all."""
        return self.share is not None and self.basis not in ("doubt", "unknown")

    @property
    def estimated(self) -> bool:
        """Whether the share was computed from positions, not stated by a decree."""
        return self.basis == "estimate"

    @property
    def doubted(self) -> bool:
        """Whether the source seems to be wrong about it."""
        return self.basis == "doubt"


@dataclass(frozen=True)
class Group:
    """Units of one kind below this one."""

    kind: str
    units: tuple[Place, ...]


@dataclass(frozen=True)
class UnitPage:
    """Everything a page of a unit shows."""

    place: Place
    history: History
    chain: tuple[Place, ...]
    on: date | None
    before: tuple[Part, ...]
    after: tuple[Part, ...]
    before_drawing: Drawing | None
    after_drawing: Drawing | None
    children: tuple[Group, ...]
    communes: int
    dots: str
    spot: Spot | None
    bodies: tuple[Body, ...]
    hamlets: tuple[HamletRow, ...]

    @property
    def absent(self) -> bool:
        """Whether the page was asked for a day before this unit existed."""
        return not_yet(self.history, self.on)

    @property
    def parent_until(self) -> Spell | None:
        """The unit it belonged to before the present one, where that is known."""
        return self.history.parents[-2] if len(self.history.parents) > 1 else None

    @property
    def children_first(self) -> bool:
        """Whether the list of what is below stands beside the map: where no history takes that room."""
        return bool(self.children) and self.place.is_open and not self.before

    @property
    def districts(self) -> bool:
        """Whether what lies directly below are districts."""
        return any(c.level == Level.DISTRICT for g in self.children for c in g.units)

    @property
    def point(self) -> tuple[int, int] | None:
        """Where it lies on the drawing."""
        return point(self.spot.lat, self.spot.lon) if self.spot else None

    @property
    def divided(self) -> bool:
        """Whether a part of an old unit came here and the rest went elsewhere."""
        return any(p.elsewhere for p in self.before)

    @property
    def estimated(self) -> bool:
        """Whether any share on the page is an estimate."""
        return any(p.estimated for p in (*self.before, *self.after))

    @property
    def households(self) -> int:
        """Households of all hamlets that were counted."""
        return sum(h.households or 0 for h in self.hamlets)


def not_yet(history: History, on: date | None) -> bool:
    """Whether a unit did not exist yet on a day; where its beginning is unknown nothing says so."""
    return on is not None and history.began is not None and on < history.began


def unit_page(place: Place, *, today: date, on: date | None = None) -> UnitPage:
    """The page of a unit; what lies below it is told for the day `on`, for today, or for its own last day."""
    known, history = picture(), units.history(place)
    before = _before(known, history)
    after = () if place.is_open else tuple(Part(b.place, where(known, b.place), b.share, b.basis) for b in known.became(place))
    absent = not_yet(history, on)
    below = [] if absent else _communes(known, place, on)
    day = place.valid_to or on or today
    inner = place.level == Level.COMMUNE and not absent
    return UnitPage(
        place=place,
        history=history,
        chain=tuple(reversed(known.ancestors(place, None if absent or not place.is_open else on))),
        on=on,
        before=before,
        after=after,
        before_drawing=_draw(place, [p for p in before if not p.doubted]),
        after_drawing=_draw(place, after, flipped=True),
        children=() if absent else tuple(_groups(known.children(place, on))),
        communes=len(below),
        dots=path(spots(known, below)) if below else "",
        spot=spot(known, place),
        bodies=() if absent else bodies(place.id, on=day),
        hamlets=hamlets(place.id, on=day) if inner else (),
    )


def _before(known: Picture, history: History) -> tuple[Part, ...]:
    """Direct predecessors; of a divided one also where the rest went."""
    out = []
    for step in history.came_from:
        if step.other is None:
            continue
        links = known.after[step.other.key] if step.share != 1 else []
        rest = [known.at(x.new) for x in links if x.new and x.new != history.place.key and x.share]
        elsewhere = tuple(p for p in rest if p)
        out.append(Part(step.other, where(known, step.other), step.share, step.basis, step.decree, elsewhere))
    return tuple(out)


def _draw(place: Place, parts: Iterable[Part], *, flipped: bool = False) -> Drawing | None:
    ends = [End(p.place.full_name, None if p.share is None else float(p.share)) for p in parts]
    return draw(place.full_name, ends, flipped=flipped) if 0 < len(ends) <= SEVERAL else None


def _communes(known: Picture, place: Place, on: date | None) -> list[Place]:
    below: list[Place] = []
    for child in known.children(place, on):
        below += [child] if child.level == Level.COMMUNE else known.children(child, on or place.valid_to)
    return below


def _groups(children: list[Place]) -> list[Group]:
    ordered = in_order(children)
    return [Group(kind, tuple(same)) for kind, same in groupby(ordered, key=lambda c: c.kind)]
