"""What an actor sees: lists and single rows go through here."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from gandan.commitments.queries import past_of
from gandan.core.access import Actor, Role
from gandan.movement.enums import PUBLIC, State, Subject
from gandan.movement.models import PendingPractice, Practice, Recognition
from gandan.movement.permissions import OVERSEERS, OWNERS, STAFF
from gandan.units import queries as units
from gandan.units.models import DanVanOwner

UNSENT = Q(is_light=True, submitted_on=None)  # begun on a phone by the head of a hamlet and never sent in
OWN_AGAIN = (State.DRAFT, State.WITHDRAWN)  # sent in once, then given or taken back: nobody above reads it any more


def open_to_all() -> Q:
    """Registered once; of a single person only while it is recognised, because who was only proposed is nobody's business."""
    recognised = Exists(Recognition.objects.filter(practice=OuterRef("pk"), revoked_by=None))
    return Q(state__in=sorted(PUBLIC)) & (~Q(subject=Subject.PERSON) | Q(recognised))


def public() -> QuerySet[Practice]:
    """What everybody may read."""
    return Practice.objects.filter(open_to_all())


def visible_to(actor: Actor) -> QuerySet[Practice]:
    """The public ones; everything of one's own office and hamlet; drafts of a unit also to the office that holds dân vận work there; what
    was sent in also to leaders and specialists of the unit and above, and to who chooses an office for it after a reorganisation. What the
    head of a hamlet has never sent in is read by the head alone: the form promises it."""
    seen = open_to_all()
    offices = {h.office for h in actor.holdings if h.role in STAFF and h.office is not None}
    hamlets = {h.hamlet for h in actor.holdings if h.role == Role.HAMLET_HEAD and h.hamlet is not None}
    if offices:
        seen |= Q(office__in=offices)
    if hamlets:
        seen |= Q(hamlet__in=hamlets)
    registering = dan_van_units(actor)
    if registering:
        seen |= Q(unit__in=registering | set(past_of(registering)))
    over = overseen(actor)
    if over is None:
        seen |= Q(submitted_on__isnull=False) & ~Q(state__in=OWN_AGAIN)
    elif over:
        seen |= Q(submitted_on__isnull=False, unit__in=over | set(past_of(over))) & ~Q(state__in=OWN_AGAIN)
        seen |= waiting_for(over)
    own = Q(hamlet__in=hamlets) if hamlets else Q(pk__in=())
    return Practice.objects.filter(seen, ~UNSENT | own | (waiting_for(over) if over else Q(pk__in=())))


def dan_van_units(actor: Actor) -> set[UUID]:
    """Units for whose dân vận work an office of the actor stands: there they read drafts and register."""
    found: set[UUID] = set()
    by_day: dict[date, set[UUID]] = {}
    for h in actor.holdings:
        if h.role in OWNERS and h.office is not None:
            by_day.setdefault(h.on, set()).add(h.office)
    for day, offices in by_day.items():
        found |= set(DanVanOwner.objects.filter(office__in=offices, during__contains=day).values_list("unit", flat=True))
    return found


def overseen(actor: Actor, *, itself: bool = True) -> set[UUID] | None:
    """Units at or below (without `itself`: only below) those that the actor leads or works for as a specialist; None: the whole country."""
    found: set[UUID] = set()
    for h in actor.holdings:
        if h.role in OVERSEERS:
            if h.unit is None:
                return None
            found |= units.descendant_ids(h.unit, on=h.on) - {h.unit}
            found |= {h.unit} if itself else set()
    return found


def waiting_for(unit_ids: Iterable[UUID]) -> Q:
    """What nobody answers for since a reorganisation, and one of these units may take."""
    return Q(Exists(PendingPractice.objects.filter(practice=OuterRef("pk"), settled_on=None, candidates__in=list(unit_ids))))


def of_units(unit_ids: Iterable[UUID]) -> Q:
    """What is or was these units' own, through mergers: lives there, ended in a unit that went wholly into one of them, or was registered
    there and is theirs now."""
    ids = set(unit_ids)
    return Q(unit__in=ids | set(past_of(ids))) | waiting_for(ids)
