""" "Việc của tôi": what somebody owes today, and what waits for their yes or their choice."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Count, Min, Q, QuerySet

from gandan.commitments.calc.lateness import latest_due_late_by
from gandan.commitments.enums import TO_PEOPLE, Kind, State
from gandan.commitments.models import Commitment, PendingHandover
from gandan.commitments.queries.visible import READS_BELOW, below, choosing_places, past_of
from gandan.core import legal
from gandan.core.access import Actor, Role
from gandan.core.calendar.queries import work_calendar

ABOVE = "commitment.remind_above"
FAR = timedelta(days=45)  # further than so many working days of a rule, over Tết


@dataclass(frozen=True)
class Escalated:
    """How many of a unit's are late beyond the rule, of each kind, and since when. No contents."""

    unit: UUID
    late: int
    oldest: date
    promises: int = 0
    requests: int = 0
    tasks: int = 0


def _offices(actor: Actor, *roles: Role) -> set[UUID]:
    return {h.office for h in actor.holdings if h.role in roles and h.office is not None}


def _units(actor: Actor, *roles: Role) -> set[UUID]:
    return {h.unit for h in actor.holdings if h.role in roles and h.unit is not None}


def owed_by(actor: Actor, *, today: date) -> QuerySet[Commitment]:
    """Open ones: to officers those of their office, to leaders those of their unit; late first. Specialists owe none (see `escalated`)."""
    mine = Q(lead__in=_offices(actor, Role.OFFICER, Role.LEADER)) | Q(unit__in=_units(actor, Role.LEADER))
    return Commitment.objects.filter(mine, state=State.OPEN).select_related("lead").order_by("due", "id")


def to_accept(actor: Actor) -> QuerySet[Commitment]:
    """Tasks reported done that wait for the office which assigned them."""
    mine = _offices(actor, Role.OFFICER, Role.LEADER, Role.SPECIALIST)
    return (
        Commitment.objects.filter(kind=Kind.TASK, state=State.REPORTED, assigned_by__in=mine).select_related("lead").order_by("due", "id")
    )


def to_confirm(actor: Actor) -> QuerySet[Commitment]:
    """What was reported done and waits for the supervision board where it was promised, or for the office that asked for it.

    Who had a part in the work is refused at the deed; a list cannot ask that of each row, so it leaves out what the office's own unit owes.
    """
    seats = [(h.unit, h.hamlet) for h in actor.holdings if h.role == Role.SUPERVISOR and h.unit is not None]
    offices = _offices(actor, Role.OFFICER, Role.LEADER)
    if not (seats or offices):
        return Commitment.objects.none()
    watched = Q(pk=None)
    for unit, hamlet in seats:  # as `permissions.supervises` says
        here = Q(made_in__in={unit, *past_of([unit])})
        watched |= here & Q(hamlet=hamlet) if hamlet is not None else here
    asked = Q(asked_by__in=offices) & ~Q(unit__in=_units(actor, Role.OFFICER, Role.LEADER))
    rows = Commitment.objects.filter(watched | asked, kind__in=sorted(TO_PEOPLE), state__in=(State.REPORTED, State.UNOPPOSED))
    return rows.order_by("due", "id")


def to_choose(actor: Actor) -> QuerySet[PendingHandover]:
    """Handovers that wait for a person: to leaders of a unit that may take it, and leaders and specialists above one."""
    waiting = PendingHandover.objects.filter(settled_on=None, candidates__in=choosing_places(actor)).distinct()
    return waiting.select_related("commitment", "commitment__lead").prefetch_related("candidates").order_by("since", "id")


def escalated(actor: Actor, *, today: date) -> list[Escalated]:
    """To leaders and specialists: how much is late beyond the rule in each unit beneath theirs, most first."""
    places: set[UUID] = set()
    for h in actor.holdings:
        if h.role in READS_BELOW and h.unit is not None:
            places |= below(h.unit, on=h.on) - {h.unit}
    if not places:
        return []
    days = legal.rule(ABOVE, on=today).days
    latest = latest_due_late_by(days, today, work_calendar(today - FAR - timedelta(days=2 * days), today))
    late = Commitment.objects.filter(state=State.OPEN, due__lte=latest).order_by()
    found: dict[UUID, list[tuple[str, int, date]]] = defaultdict(list)
    for place in ("unit", "pending_handovers__candidates"):  # what waits for an office is told of each unit that may take it
        open_choice = {} if place == "unit" else {"pending_handovers__settled_on": None}
        here = late.filter(**{f"{place}__in": places}, **open_choice)
        for unit, kind, n, oldest in here.values_list(place, "kind").annotate(n=Count("pk", distinct=True), oldest=Min("due")):
            found[unit].append((kind, n, oldest))
    return sorted((_told(unit, rows) for unit, rows in found.items()), key=lambda e: (-e.late, e.unit))


def _told(unit: UUID, rows: list[tuple[str, int, date]]) -> Escalated:
    kinds = Counter[str]()
    for kind, n, _oldest in rows:
        kinds[kind] += n
    oldest = min(day for _kind, _n, day in rows)
    return Escalated(unit, kinds.total(), oldest, kinds[Kind.PROMISE], kinds[Kind.REQUEST], kinds[Kind.TASK])
