"""Offices of a unit, the one that holds dân vận work, hamlets and their households."""

from datetime import date
from uuid import UUID

from django.db.models import Case, Count, OuterRef, Prefetch, QuerySet, Subquery, When

from gandan.units.enums import PROTOCOL
from gandan.units.models import DanVanOwner, Hamlet, HouseholdCount, Office, OfficeName


def in_protocol(kind: str = "kind") -> Case:
    """For `order_by`: Party committee, council, committee, Front, mass organisations, boards. `kind`: the field that says what it is."""
    return Case(*(When(**{kind: one}, then=place) for place, one in enumerate(PROTOCOL)), default=len(PROTOCOL))


def offices(unit: UUID, *, on: date) -> QuerySet[Office]:
    """Offices of a unit on a day in the order of protocol, with their names."""
    rows = Office.objects.filter(unit_id=unit, existed__contains=on).order_by(in_protocol(), "pk")
    return rows.prefetch_related(Prefetch("names", OfficeName.objects.order_by("during")))


def dan_van_owner(unit: UUID, *, on: date) -> Office | None:
    """The office that holds dân vận work in a unit on a day; None when the unit has not said so."""
    held = DanVanOwner.objects.filter(unit_id=unit, during__contains=on).select_related("office").first()
    return held.office if held else None


def counted(on: date) -> QuerySet[HouseholdCount]:
    """Counts that hold on a day, newest first: those made by then and not corrected. Of a count and its correction the last word holds."""
    return HouseholdCount.objects.filter(counted_on__lte=on, corrected_by=None).order_by("-counted_on", "-pk")


def hamlets(unit: UUID, *, on: date) -> QuerySet[Hamlet]:
    """Hamlets of a commune on a day by kind and name, each with `households` (None when nobody has counted) and `households_on`."""
    newest = counted(on).filter(hamlet=OuterRef("pk"))
    return (
        Hamlet.objects.filter(existed__contains=on, places__unit_id=unit, places__during__contains=on)
        .annotate(
            households=Subquery(newest.values("households")[:1]),
            households_on=Subquery(newest.values("counted_on")[:1]),
            times_counted=Count("counts", distinct=True),
        )
        .order_by("kind", "key")
    )
