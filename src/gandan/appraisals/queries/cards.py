"""READ cards: which one owes, and what they say once they are shown. Nothing here reads a card of a round that is still being scored."""

from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.db.models import Count, Exists, F, OuterRef, Prefetch, Q, QuerySet

from gandan.appraisals.enums import State
from gandan.appraisals.hands import of_office, owners, user_of
from gandan.appraisals.models import Appraisal, Conflict, Mark, Scorecard, Seat
from gandan.appraisals.permissions import SCORING
from gandan.core.access import Actor, may


@dataclass(frozen=True)
class Card:
    """One member's card. `who` is empty for readers outside of the council and its office: nobody is asked for the marks they gave."""

    round: int
    who: str
    part: str
    total: Decimal
    marks: tuple[Decimal, ...]  # in the order of the sheet's lines
    reason: str


@dataclass(frozen=True)
class Progress:
    """How many cards of the round are in. No number on them."""

    handed_in: int
    owing: tuple[Seat, ...]
    tied: int


def mine(actor: Actor) -> QuerySet[Appraisal]:
    """Appraisals to which the actor owes a card, the most pressing first."""
    user = user_of(actor)
    if user is None or not actor.holdings:
        return Appraisal.objects.none()
    seat = Seat.objects.filter(council=OuterRef("council"), user=user, until=None, part__in=SCORING)
    tied = Conflict.objects.filter(appraisal=OuterRef("pk"), seat__user=user)
    given = Scorecard.objects.filter(appraisal=OuterRef("pk"), seat__user=user, round=OuterRef("round"))
    rows = Appraisal.objects.filter(Exists(seat), ~Exists(tied), ~Exists(given), state=State.SCORING)
    return rows.select_related("council", "sheet", "unit").order_by("closes_on", "pk")


def progress(appraisal: Appraisal) -> Progress:
    """Who still owes a card of this round."""
    seats = Seat.objects.filter(council=appraisal.council_id, until=None, part__in=SCORING).select_related("user")
    tied = Conflict.objects.filter(appraisal=appraisal, seat__user=OuterRef("user"))
    given = Scorecard.objects.filter(appraisal=appraisal, seat__user=OuterRef("user"), round=appraisal.round)
    owing = tuple(seats.filter(~Exists(tied), ~Exists(given)))
    return Progress(appraisal.cards.filter(round=appraisal.round).count(), owing, appraisal.conflicts.count())


def cards_shown(appraisal: Appraisal, actor: Actor) -> tuple[Card, ...] | None:
    """Cards of the rounds that were shown, oldest round first; None before, whoever asks.

    Named for the council and the office that keeps its papers; without names for the owner, once it is closed, and so for whoever works
    for the owner in a role that was put aside.
    """
    appraisal = Appraisal.objects.select_related("council__office").get(pk=appraisal.pk)
    if appraisal.shown_on is None:
        return None
    reads = may(actor, "appraisals.read_cards", appraisal)
    named = reads and not _works_for_owner(actor, appraisal)
    if not (named or (appraisal.state == State.CLOSED and (reads or may(actor, "appraisals.score_self", appraisal)))):
        return None
    shown = Q(round__lt=appraisal.round) if appraisal.state == State.SCORING else Q(round__lte=appraisal.round)
    marks = Prefetch("marks", Mark.objects.order_by("criterion__order"))
    rows = list(appraisal.cards.filter(shown, *_shown_at_all(appraisal)).select_related("seat__user").prefetch_related(marks))
    if not named:
        rows.sort(key=lambda card: (card.round, -card.total, card.pk.hex))
    return tuple(_card(row, named=named) for row in rows)


def _works_for_owner(actor: Actor, appraisal: Appraisal) -> bool:
    day = next((h.on for h in actor.holdings), None)
    owned = owners(appraisal.subject_type, appraisal.subject_id, appraisal.owner_office_id)
    return day is not None and of_office(actor, owned, today=day)


def _shown_at_all(appraisal: Appraisal) -> tuple[Q, ...]:
    """Set aside in the second round: its cards were never shown, the first ones were."""
    if appraisal.state != State.SET_ASIDE or appraisal.round == 1:
        return ()
    return (Q(round=1),)


def _card(row: Scorecard, *, named: bool) -> Card:
    marks = tuple(mark.points for mark in row.marks.all())
    who, part = (row.seat.user.full_name, row.seat.get_part_display()) if named else ("", "")
    return Card(row.round, who, part, row.total, marks, row.reason)


def to_show(rows: QuerySet[Appraisal]) -> QuerySet[Appraisal]:
    """Those being scored for which every card is in."""
    tied = Conflict.objects.filter(appraisal=OuterRef(OuterRef("pk")), seat__user=OuterRef("user"))
    given = Scorecard.objects.filter(appraisal=OuterRef(OuterRef("pk")), seat__user=OuterRef("user"), round=OuterRef(OuterRef("round")))
    owing = Seat.objects.filter(~Exists(tied), ~Exists(given), council=OuterRef("council"), until=None, part__in=SCORING)
    counted = rows.filter(state=State.SCORING).annotate(n=Count("cards", filter=Q(cards__round=F("round"))))
    return counted.filter(~Exists(owing), n__gt=0)


def sat_in(actor: Actor) -> set[UUID]:
    """Councils in which the actor sits today."""
    user = user_of(actor)
    return set(Seat.objects.filter(user=user, until=None).values_list("council", flat=True)) if user else set()
