"""One model with all that belongs to it, and lists with what their lines show, in a constant number of queries."""

from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet, Subquery

from gandan.core.access import Actor, Role
from gandan.movement.enums import DriveState
from gandan.movement.models import Aim, Drive, Evidence, Force, PendingPractice, Practice, Reading, Recognition, Review, Visit
from gandan.movement.queries.visible import visible_to
from gandan.units import queries as units
from gandan.units.models import Hamlet, Office, OfficeName

NAMES = OfficeName.objects.order_by("during")


def whole(rows: QuerySet[Practice]) -> QuerySet[Practice]:
    """With drive, field, place, office and its names, the newest review (`result`, `result_year`) and whether it waits (`is_pending`), and
    recognitions that stand (`standing`), for lines of a list."""
    newest = Review.objects.filter(practice=OuterRef("pk")).order_by("-year", "-given_at", "-id")
    waits = PendingPractice.objects.filter(practice=OuterRef("pk"), settled_on=None)
    stand = Recognition.objects.filter(revoked_by=None).order_by("recognised_on")
    return (
        rows.select_related("drive", "field", "unit", "office", "hamlet")
        .prefetch_related(Prefetch("office__names", NAMES), Prefetch("recognitions", stand, to_attr="standing"))
        .annotate(result=Subquery(newest.values("result")[:1]), result_year=Subquery(newest.values("year")[:1]), is_pending=Exists(waits))
    )


def one(key: UUID, actor: Actor) -> Practice | None:
    """A model that the actor may see, with the parts of its form; None otherwise."""
    living = Reading.objects.filter(statement__retraction=None, statement__corrected_by=None).select_related("statement")
    parts = (
        Prefetch("aims", Aim.objects.select_related("indicator").prefetch_related(Prefetch("readings", living))),
        Prefetch("forces", Force.objects.select_related("office").prefetch_related(Prefetch("office__names", NAMES))),
        "resources",
        "milestones",
    )
    return whole(visible_to(actor).filter(pk=key)).select_related("adopted_from", "made_in").prefetch_related(*parts).first()


def may_open_evidence(actor: Actor, key: str) -> bool:
    """Files of evidence: whoever sees the model."""
    return visible_to(actor).filter(evidence__in=Evidence.objects.filter(pk=key)).exists()


def may_open_visit(actor: Actor, key: str) -> bool:
    """Photographs of a visit: whoever sees the model."""
    return visible_to(actor).filter(visits__in=Visit.objects.filter(pk=key)).exists()


def drives_open_to(unit: UUID, *, on: date) -> QuerySet[Drive]:
    """Drives that run and reach a unit, the nearest stage first."""
    above = units.ancestor_ids(unit, on)
    return Drive.objects.filter(unit__in=above, state=DriveState.LAUNCHED).select_related("office", "unit").order_by("-starts_on", "-id")


def drives_visible_to(actor: Actor) -> QuerySet[Drive]:
    """Launched and summed up ones are everybody's to read; what is prepared or was cancelled, its own office's."""
    own = {h.office for h in actor.holdings if h.role in (Role.OFFICER, Role.LEADER, Role.SPECIALIST) and h.office is not None}
    told = Q(state__in=(DriveState.LAUNCHED, DriveState.SUMMED_UP))
    return Drive.objects.filter(told | Q(office__in=own)).select_related("office", "unit")


def owner_for(hamlet: Hamlet, *, on: date) -> Office | None:
    """The office under whose name the head of a hamlet writes: the one that holds dân vận work in the commune where it lies."""
    place = hamlet.places.filter(during__contains=on).first()
    return units.dan_van_owner(place.unit_id, on=on) if place is not None else None


def is_open(drive: Drive, *, on: date) -> bool:
    """Whether forms may be sent in today."""
    return drive.state == DriveState.LAUNCHED and drive.windows.filter(opens_on__lte=on, closes_on__gte=on).exists()
