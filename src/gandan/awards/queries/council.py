"""READ what a council did in a call, as its minutes tell it: who sat, who took no part in what, and what it said of each."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, F, Q

from gandan.appraisals.enums import Part, State
from gandan.appraisals.models import Appraisal, Conflict, Scorecard, Seat
from gandan.appraisals.permissions import SCORING
from gandan.awards.enums import CallState, NomineeState
from gandan.awards.models import Call, Nominee
from gandan.core import events
from gandan.core.events import Event

ORDER = (Part.CHAIR, Part.MEMBER, Part.SECRETARY)


@dataclass(frozen=True)
class Sat:
    """A person, in the part they had last: `cards` handed in of `owed`, both of what is closed; `tied` the appraisals in which they took no
    part. Cards and ties are the person's, whoever was put out and seated again is there once."""

    name: str
    part: Part
    cards: int
    owed: int
    tied: frozenset[UUID]

    @property
    def scores(self) -> bool:
        """A secretary does not; whoever scored and became it afterwards did."""
        return self.part in SCORING or self.cards > 0

    @property
    def is_absent(self) -> bool:
        """Owed cards and gave none."""
        return self.scores and self.owed > 0 and self.cards == 0


@dataclass(frozen=True)
class Session:
    """From the first card sheet to the last result; `last` is None while something is open."""

    first: date | None
    last: date | None
    seats: tuple[Sat, ...]


def came_to(call: Call) -> dict[UUID, NomineeState]:
    """What the council said of each before its list was posted, for good; while no list stands, what it said so far. What an objection or
    the decision changed afterwards is told by their own papers, so minutes printed a year later are those of the day."""
    ids = [str(pk) for pk in Nominee.objects.filter(nomination__call=call).values_list("pk", flat=True)]
    said = Event.objects.filter(thing_type=Nominee._meta.label_lower, thing_id__in=ids, verb__startswith="awards.nominee_").exclude(now="")
    posted = events.of(call).filter(verb="awards.call_posted").order_by("seq").last()
    if posted is not None and call.state != CallState.COUNCIL:
        said = said.filter(seq__lt=posted.seq)
    return {UUID(key): NomineeState(state) for key, state in said.order_by("seq").values_list("thing_id", "now")}


def session(call: Call, appraisals: Collection[Appraisal]) -> Session:
    """Who sat while these were before the council. Whoever left before or came afterwards is not among them, nor who left on the first day
    without a card."""
    if not appraisals or call.council is None:
        return Session(None, None, ())
    first = min(a.opened_on for a in appraisals)
    ends = [a.ended_on for a in appraisals]
    last = None if None in ends else max(day for day in ends if day)
    closed = {a.pk for a in appraisals if a.state == State.CLOSED}
    ties: dict[UUID, set[UUID]] = {}
    for user, appraisal in Conflict.objects.filter(appraisal__in=[a.pk for a in appraisals]).values_list("seat__user", "appraisal"):
        ties.setdefault(user, set()).add(appraisal)
    rows = Scorecard.objects.filter(appraisal__in=closed, round=F("appraisal__round"))
    cards = dict(rows.values_list("seat__user").annotate(n=Count("appraisal", distinct=True)))
    there = Q(until=None) | Q(until__gt=first) | Q(until=first, cards__appraisal__in=[a.pk for a in appraisals])
    found = Seat.objects.filter(there, council=call.council).select_related("user").order_by("since", "pk").distinct()
    last_seats: dict[UUID, Seat] = {}
    for seat in found.filter(since__lte=last) if last else found:
        last_seats[seat.user_id] = seat
    seats = sorted(last_seats.values(), key=lambda s: (ORDER.index(Part(s.part)), s.since))
    return Session(first, last, tuple(_sat(s, cards.get(s.user_id, 0), closed, ties.get(s.user_id, set())) for s in seats))


def _sat(seat: Seat, cards: int, closed: set[UUID], tied: set[UUID]) -> Sat:
    return Sat(seat.user.full_name, Part(seat.part), cards, len(closed - tied), frozenset(tied))
