"""READ who sees what. A list holds calls and dossiers; nobody is in a list by name."""

from django.db.models import Q, QuerySet

from gandan.awards import hands, permissions
from gandan.awards.enums import CallState, NominationState
from gandan.awards.models import Call, Nomination, Nominee
from gandan.core.access import Actor, Role
from gandan.units import queries as units

STAFF = (Role.OFFICER, Role.LEADER, Role.SPECIALIST)


def visible_to(actor: Actor) -> QuerySet[Call]:
    """Calls: of one's own office in every state, others once they are open. What is open concerns everybody who may propose."""
    mine = {h.office for h in actor.holdings if h.role in STAFF and h.office is not None}
    led = {h.unit for h in actor.holdings if h.role == Role.LEADER and h.unit is not None}
    seen = ~Q(state=CallState.PLANNED) & ~Q(state=CallState.CANCELLED, eligibility=None)
    rows = Call.objects.filter(seen | Q(office__in=mine) | Q(unit__in=led))
    return rows.select_related("kind", "unit", "office", "posting", "decision").prefetch_related("kind__names", "office__names")


def to_propose(actor: Actor) -> QuerySet[Call]:
    """Open calls in which an office of the actor may propose: of its unit and those above."""
    above = {a for h in actor.holdings if h.role in STAFF and h.unit is not None for a in units.ancestor_ids(h.unit, h.on)}
    return visible_to(actor).filter(state=CallState.OPEN, unit__in=above)


def nominations(actor: Actor, *, call: Call | None = None) -> QuerySet[Nomination]:
    """Dossiers: of one's own office in every state; for who runs the call, leads at its unit or above it, sits in its council: those that
    were handed in."""
    mine = {h.office for h in actor.holdings if h.role in STAFF and h.office is not None}
    handed_in = Q(state__in=[NominationState.SUBMITTED, NominationState.RETURNED]) & Q(call__in=judged(actor))
    rows = Nomination.objects.filter(Q(office__in=mine) | handed_in)
    if call is not None:
        rows = rows.filter(call=call)
    return rows.select_related("call__kind", "unit", "office").prefetch_related("office__names")


def judged(actor: Actor) -> QuerySet[Call]:
    """Calls in which the actor judges or scores."""
    mine = {h.office for h in actor.holdings if h.role in STAFF and h.office is not None}
    asked = Q(office__in=mine)
    for h in actor.holdings:
        if h.role == Role.LEADER and h.unit is not None:
            asked |= Q(unit=h.unit)
        if h.role in (Role.LEADER, Role.SPECIALIST):
            asked |= Q(unit__in=units.descendant_ids(h.unit, on=h.on)) if h.unit is not None else ~Q(pk=None)
    if actor.key.startswith("user:"):
        key = actor.key.removeprefix("user:")
        asked |= Q(council__seats__user=key, council__seats__until=None, state__in=[CallState.COUNCIL, CallState.POSTED])
    return Call.objects.filter(asked).distinct() if actor.holdings or actor.key.startswith("user:") else Call.objects.none()


def nominees(actor: Actor, nomination: Nomination) -> QuerySet[Nominee]:
    """Who is proposed in a dossier that the actor may open; nobody otherwise."""
    if not nominations(actor).filter(pk=nomination.pk).exists():
        return Nominee.objects.none()
    return nomination.nominees.select_related("appraisal").prefetch_related("checks", "steps").order_by("position", "pk")


def may_open_papers(actor: Actor, owner_id: str) -> bool:
    """Files of a dossier: whoever may open the dossier itself; of the council who scores somebody in it without a tie."""
    row = nominations(actor).filter(pk=owner_id).select_related("call__council").first()
    if row is None:
        return False
    if permissions.PROPOSES(actor, row) or permissions.judges(actor, row):
        return True
    return bool(hands.scoring(actor, list(row.nominees.select_related("nomination__call"))))
