"""READ what is posted, what was objected, and what was decided: open to everybody but for the words of objections."""

from datetime import date

from django.db.models import Count, Q, QuerySet

from gandan.appraisals.codes import digest
from gandan.appraisals.enums import ObjectionState
from gandan.appraisals.models import Decision, Objection, Posting
from gandan.appraisals.queries.visible import offices_of, places_led
from gandan.core import codes
from gandan.core.access import Actor


def open_postings(today: date) -> QuerySet[Posting]:
    """Those to which people may object today, the one that ends first on top."""
    rows = Posting.objects.filter(taken_down_on=None, posted_on__lte=today, until__gte=today)
    return counted(rows).select_related("office", "unit").prefetch_related("office__names").order_by("until", "pk")


def past_postings(today: date) -> QuerySet[Posting]:
    """Those whose time is over, the newest first."""
    rows = Posting.objects.filter(Q(until__lt=today) | Q(taken_down_on__isnull=False))
    return counted(rows).select_related("office", "unit").prefetch_related("office__names").order_by("-until", "-pk")


def counted(rows: QuerySet[Posting]) -> QuerySet[Posting]:
    """With how many objections there are, and how they were answered: numbers only."""
    of = {state.value: Count("objections", filter=Q(objections__state=state)) for state in ObjectionState}
    return rows.annotate(objected=Count("objections"), **{f"objected_{name}": count for name, count in of.items()})


def of_objection_code(typed: str) -> Objection | None:
    """The objection whose code was typed, in any spelling; None when it opens nothing."""
    code = codes.read(typed)
    rows = Objection.objects.select_related("posting__office", "posting__unit").prefetch_related("posting__office__names")
    return rows.filter(code_digest=digest(code)).first() if code else None


def heard_by(actor: Actor) -> QuerySet[Posting]:
    """Postings whose objections the actor's office hears; of an office that is gone, whoever leads at or above its unit."""
    led, day = places_led(actor), next((h.on for h in actor.holdings), None)
    mine = Q(office__in=offices_of(actor))
    if led and day is not None:
        mine |= Q(office__unit__in=led, office__existed__endswith__lte=day)
    return Posting.objects.filter(mine) if actor.holdings else Posting.objects.none()


def to_answer(actor: Actor) -> QuerySet[Objection]:
    """Objections that wait for the actor's office, the oldest first."""
    rows = Objection.objects.filter(state=ObjectionState.OPEN, posting__in=heard_by(actor))
    return rows.select_related("posting__office").order_by("filed_at", "pk")


def decisions() -> QuerySet[Decision]:
    """What was decided, the newest first."""
    return Decision.objects.select_related("office", "unit", "document").prefetch_related("office__names").order_by("-decided_on", "-pk")
