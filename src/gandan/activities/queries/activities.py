"""READ activities."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import F, Q, QuerySet

from gandan.activities.enums import State
from gandan.activities.models import Activity, ActivityPlace
from gandan.activities.queries import lineage
from gandan.activities.queries.reach import everywhere, reach
from gandan.core.access import Actor
from gandan.units.gazetteer import Level, Place
from gandan.units.queries.picture import Picture, picture

NEWEST = (F("starts_on").desc(nulls_last=True), F("id").desc())


def public() -> QuerySet[Activity]:
    """What everyone may see."""
    return Activity.objects.filter(is_public=True, state=State.RECORDED)


def visible_to(actor: Actor) -> QuerySet[Activity]:
    """Public ones; internal and withdrawn ones of units (where it happened, or that keep it) at or above which the actor works."""
    if everywhere(actor):
        return Activity.objects.all()
    mine = reach(actor)
    if not mine:
        return public()
    return Activity.objects.filter(Q(is_public=True, state=State.RECORDED) | Q(unit_id__in=mine) | Q(kept_by_id__in=mine))


def desk(actor: Actor) -> QuerySet[Activity]:
    """The diary of those who work somewhere: what happened in their units or was written down by them."""
    if everywhere(actor):
        return Activity.objects.all()
    mine = reach(actor)
    return Activity.objects.filter(Q(unit_id__in=mine) | Q(kept_by_id__in=mine))


def in_month(rows: QuerySet[Activity], first: date, after: date) -> QuerySet[Activity]:
    """Those that lasted on a day from `first` up to, not including, `after`."""
    return rows.filter(starts_on__lt=after).filter(Q(ends_on__gte=first) | Q(starts_on__gte=first))


def at(rows: QuerySet[Activity], units: frozenset[UUID]) -> QuerySet[Activity]:
    """Those that happened in one of the units, as the main one or a further place; two indexed looks, joined."""
    main = Activity.objects.filter(unit_id__in=units).values("pk")
    further = ActivityPlace.objects.filter(unit_id__in=units, removed_at=None).values("activity_id")
    return rows.filter(pk__in=main.union(further))


def done_in(unit: UUID, actor: Actor) -> QuerySet[Activity]:
    """What was done in a unit, newest first, through mergers: in it, in all that went into it, below it, and in the district around it.

    Those that were withdrawn are left out.
    """
    own, around = circles(unit)
    return at(visible_to(actor).filter(state=State.RECORDED), own | around).order_by(*NEWEST)


def circles(unit: UUID) -> tuple[frozenset[UUID], frozenset[UUID]]:
    """The units that are here (with predecessors and, for higher tiers, all below), and the abolished districts around."""
    tree = picture()
    key = tree.keys.get(unit)
    if key is None:
        return frozenset({unit}), frozenset()
    return lineage.once(tree, ("circles", key), lambda: _circles(tree, key))


def _circles(tree: Picture, key: str) -> tuple[frozenset[UUID], frozenset[UUID]]:
    own = set(lineage.before(tree, key))
    higher = tree.times[key][-1].level != Level.COMMUNE
    around = set() if higher else lineage.districts(tree, own)
    return lineage.ids(tree, own | (lineage.below(tree, own) if higher else set())), lineage.ids(tree, around)


@dataclass(frozen=True)
class Here:
    """An activity as one unit's page tells it. `place`: where it happened, as it was called then; `wider`: in the district around."""

    activity: Activity
    place: Place | None
    wider: bool


def told(activities: Sequence[Activity], unit: UUID) -> list[Here]:
    """Activities of `done_in` with where each happened and whether it only concerns the district around."""
    own, _around = circles(unit)
    tree = picture()
    inside: dict[UUID, UUID] = {}
    for key, place in ActivityPlace.objects.filter(activity__in=[a.pk for a in activities], unit_id__in=own, removed_at=None).values_list(
        "activity_id", "unit_id"
    ):
        inside.setdefault(key, place)
    out = []
    for activity in activities:
        where = activity.unit_id if activity.unit_id in own else inside.get(activity.pk)
        out.append(Here(activity, called(tree, where or activity.unit_id, activity.starts_on), where is None))
    return out


def called(tree: Picture, unit: UUID, on: date | None) -> Place | None:
    """A unit as it was on a day; as it was last where that day is unknown to the data."""
    key = tree.keys.get(unit)
    return (tree.at(key, on) or tree.at(key)) if key else None
