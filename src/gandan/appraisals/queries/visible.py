"""READ which councils, appraisals and sheets an actor sees. Nothing of them is public; what is posted is (`postings.py`)."""

from datetime import date
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet

from gandan.appraisals.hands import user_of
from gandan.appraisals.models import Appraisal, Conflict, Council, ScoreSheet, Seat
from gandan.appraisals.permissions import HEADS, STAFF
from gandan.core.access import Actor
from gandan.units import queries as units


def offices_of(actor: Actor) -> set[UUID]:
    """Offices in which the actor works today."""
    return {h.office for h in actor.holdings if h.role in STAFF and h.office is not None}


def places_led(actor: Actor) -> set[UUID]:
    """Units the actor leads, with everything beneath them and what went into these: for offices that are gone."""
    led = [h for h in actor.holdings if h.role in HEADS and h.unit is not None]
    now = {unit for h in led if h.unit for unit in {h.unit} | units.descendant_ids(h.unit, on=h.on)}
    return now | {part.place.id for unit in now for part in units.predecessors(unit)}


def _papers(actor: Actor, *, council: str = "") -> Q:
    """Councils whose papers the actor keeps or in which they sit; `council` is the way to one from another row."""
    at = f"{council}__" if council else ""
    mine = Q(**{f"{at}office__in": offices_of(actor)})
    led, day = places_led(actor), next((h.on for h in actor.holdings), None)
    if led and day is not None:
        mine |= Q(**{f"{at}office__unit__in": led, f"{at}office__existed__endswith__lte": day})
    user = user_of(actor)
    if user is not None:
        sitting = Seat.objects.filter(user=user, until=None).values("council")
        mine |= Q(**{f"{at}pk__in": sitting})
    return mine


def councils_visible_to(actor: Actor) -> QuerySet[Council]:
    """Those whose papers the own office keeps, and those in which one sits."""
    return Council.objects.filter(_papers(actor)) if actor.holdings else Council.objects.none()


def visible_to(actor: Actor) -> QuerySet[Appraisal]:
    """Appraisals of these councils, and those of the own office's work."""
    if not actor.holdings:
        return Appraisal.objects.none()
    return Appraisal.objects.filter(_papers(actor, council="council") | Q(owner_office__in=offices_of(actor)))


def whole(rows: QuerySet[Appraisal]) -> QuerySet[Appraisal]:
    """With what a page of one appraisal tells besides its cards, in a constant number of queries."""
    return rows.select_related("unit", "owner_office", "council__office", "sheet", "grade").prefetch_related(
        "sheet__criteria",
        "sheet__grades",
        "own_marks__criterion",
        Prefetch("conflicts", Conflict.objects.select_related("seat__user")),
        Prefetch("council__seats", Seat.objects.select_related("user")),
    )


def sheets_visible_to(actor: Actor) -> QuerySet[ScoreSheet]:
    """What is in force, or was, everybody reads who works somewhere; drafts only those of the unit."""
    own = {h.unit for h in actor.holdings if h.role in STAFF and h.unit is not None}
    return ScoreSheet.objects.filter(Q(valid_from__isnull=False) | Q(unit__in=own)) if actor.holdings else ScoreSheet.objects.none()


def sheet_in_force(unit: UUID, code: str, *, on: date) -> ScoreSheet | None:
    """The version of a series that holds on a day: the unit's own, else that of a unit that went wholly into it."""
    earlier = [part.place.id for part in units.predecessors(unit) if part.share == 1]
    rows = ScoreSheet.objects.filter(Q(unit=unit) | Q(unit__in=earlier), code=code, valid_from__lte=on)
    rows = rows.filter(Q(valid_to=None) | Q(valid_to__gte=on))
    found = sorted(rows, key=lambda s: (s.unit_id == unit, s.valid_from or on, s.pk.hex))
    return found[-1] if found else None
