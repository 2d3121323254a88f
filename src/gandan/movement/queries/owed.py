"""What waits at somebody's desk: forms sent back, registrations, signs of life that are due, reviews, models without an office."""

from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet

from gandan.core import legal
from gandan.core.access import Actor, Role
from gandan.movement import hands
from gandan.movement.enums import Deed, State
from gandan.movement.models import PendingPractice, Practice, Review, Step
from gandan.movement.permissions import OVERSEERS, OWNERS
from gandan.movement.policies.life import NOTICE
from gandan.movement.queries.visible import dan_van_units, overseen, visible_to


def own(actor: Actor) -> Q:
    """Models that the actor answers for: of their offices, and of the hamlets they head."""
    offices = {h.office for h in actor.holdings if h.role in OWNERS and h.office is not None}
    hamlets = {h.hamlet for h in actor.holdings if h.role == Role.HAMLET_HEAD and h.hamlet is not None}
    return Q(office__in=offices) | Q(hamlet__in=hamlets)


def registering(actor: Actor) -> Q:
    """What the actor registers and reviews; says for lists what `permissions.registers` says of one model.

    At their own units and in those beneath; never what they have a part in (`hands.has_part`).
    """
    offices, hamlets = hands.belonging(actor)
    led = {h.unit for h in actor.holdings if h.role in OVERSEERS and h.unit is not None}
    beneath = overseen(actor, itself=False)
    here = Q(unit__in=dan_van_units(actor) | led)
    whole = Q(pk__isnull=False) if beneath is None else Q(unit__in=beneath)
    mine = (
        Q(written_by=actor.key)
        | Q(submitted_by=actor.key)
        | Q(office__in=offices, is_light=False)
        | Q(hamlet__in=hamlets, hamlet__isnull=False)
    )
    return (here | whole) & ~mine & Q(is_told=False)


def sent_back(actor: Actor) -> QuerySet[Practice]:
    """Drafts that came back and wait for who wrote them."""
    back = Step.objects.filter(practice=OuterRef("pk"), deed=Deed.SEND_BACK)
    return visible_to(actor).filter(own(actor), Exists(back), state=State.DRAFT).order_by("changed_at", "pk")


def to_register(actor: Actor) -> QuerySet[Practice]:
    """Forms that were sent in, oldest first."""
    return visible_to(actor).filter(registering(actor), state=State.SUBMITTED).order_by("submitted_on", "pk")


def signs_due(actor: Actor, *, today: date) -> QuerySet[Practice]:
    """Models whose year is over soon."""
    rows = visible_to(actor).filter(own(actor), state=State.REGISTERED, is_told=False)
    if not rows.exists():  # most people own none: nothing more is asked for their page
        return rows.none()
    last = today + timedelta(days=legal.rule(NOTICE, on=today).days)
    return rows.filter(alive_until__lte=last).order_by("alive_until", "pk")


def to_review(actor: Actor, *, today: date) -> QuerySet[Practice]:
    """Models of earlier years that nobody reviewed this year."""
    done = Review.objects.filter(practice=OuterRef("pk"), year=today.year)
    rows = visible_to(actor).filter(registering(actor), ~Exists(done), state=State.REGISTERED, registered_on__year__lt=today.year)
    return rows.order_by("registered_on", "pk")


def to_choose(actor: Actor) -> QuerySet[PendingPractice]:
    """Models without an office since a reorganisation: to leaders of a unit that may take them, and those above one."""
    over = overseen(actor)
    waiting = PendingPractice.objects.filter(settled_on=None)
    if over is not None:
        waiting = waiting.filter(candidates__in=over).distinct()
    return waiting.select_related("practice").prefetch_related("candidates").order_by("since", "id")
