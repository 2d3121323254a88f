"""Numbers: three kinds apart, and who says that it is done apart. Nothing here adds a promise to a task."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Case, Count, Exists, F, OuterRef, Q, QuerySet, Subquery, When

from gandan.commitments.enums import How, Kind, State
from gandan.commitments.models import Commitment, Confirmation, DoneReport
from gandan.commitments.queries.places import counted_in


@dataclass(frozen=True)
class PromiseCounts:
    """What was owed to people, by who says that it is done. The numbers stand side by side; `open` are those still in time.

    `confirmed_…` say by whom, and together are `confirmed`; codes pass through the hands of an office, so they are never shown as the
    board's word. `done_late` are those of reported, unopposed and confirmed that were reported after their date; `withdrawn_late` those of
    withdrawn that were late then.
    """

    confirmed: int = 0
    unopposed: int = 0
    reported: int = 0
    open: int = 0
    late: int = 0
    withdrawn: int = 0
    confirmed_code: int = 0
    confirmed_sender: int = 0
    confirmed_households: int = 0
    confirmed_board: int = 0
    confirmed_asker: int = 0
    done_late: int = 0
    withdrawn_late: int = 0


@dataclass(frozen=True)
class TaskCounts:
    """What was assigned inside the system, ended by who assigned it."""

    accepted: int = 0
    reported: int = 0
    open: int = 0
    late: int = 0
    withdrawn: int = 0
    done_late: int = 0
    withdrawn_late: int = 0


@dataclass(frozen=True)
class Counts:
    """Three kinds of debt, side by side and never added."""

    promises: PromiseCounts = field(default_factory=PromiseCounts)
    tasks: TaskCounts = field(default_factory=TaskCounts)
    requests: PromiseCounts = field(default_factory=PromiseCounts)


def counts(unit_ids: Iterable[UUID], *, today: date) -> Counts:
    """Of several units together, a unit and its predecessors for example. One query, and one for the version of the tree of units."""
    return _side_by_side({row["kind"]: row for row in _grouped(Commitment.objects.filter(counted_in(unit_ids)), "kind", today=today)})


def board(unit_ids: Iterable[UUID], *, today: date, past: Mapping[UUID, UUID] | None = None) -> dict[UUID, Counts]:
    """Of each unit; one with nothing owed has zeros. One GROUP BY. `past` (see `past_of`) counts predecessors with who took them over."""
    wanted, past = list(unit_ids), past or {}
    ids = [*wanted, *past]
    place = Case(When(~Q(kind=Kind.TASK) & Q(made_in__in=ids), then=F("made_in")), default=F("unit"))
    rows: dict[UUID, dict[str, dict[str, Any]]] = {unit: {} for unit in wanted}
    for row in _grouped(Commitment.objects.filter(counted_in(ids)).annotate(place=place), "place", "kind", today=today):
        kinds = rows[past.get(row["place"], row["place"])]
        kinds[row["kind"]] = _sum(kinds.get(row["kind"]), row)
    return {unit: _side_by_side(kinds) for unit, kinds in rows.items()}


def _grouped(rows: QuerySet[Commitment], *by: str, today: date) -> Iterable[dict[str, Any]]:
    late, ended_well = Q(state=State.OPEN, due__lt=today), ~Q(state__in=(State.OPEN, State.WITHDRAWN))
    said = Confirmation.objects.filter(commitment=OuterRef("pk"), report__round=OuterRef("round")).order_by("-given_on", "-id")
    after = DoneReport.objects.filter(commitment=OuterRef("pk"), round=OuterRef("round"), reported_on__gt=OuterRef("due"))
    apart = {s.value: Count("pk", filter=Q(state=s)) for s in State if s != State.OPEN}
    apart |= {"late": Count("pk", filter=late), "open": Count("pk", filter=Q(state=State.OPEN) & ~late)}
    apart |= {f"confirmed_{how}": Count("pk", filter=Q(state=State.CONFIRMED, how=how)) for how in How}
    apart |= {"done_late": Count("pk", filter=ended_well & Q(after_due=True))}
    apart |= {"withdrawn_late": Count("pk", filter=Q(state=State.WITHDRAWN, due__lt=F("ended_on")))}
    read = rows.annotate(how=Subquery(said.values("how")[:1]), after_due=Exists(after))
    found: Iterable[dict[str, Any]] = read.order_by().values(*by).annotate(**apart)
    return found


def _sum(one: dict[str, Any] | None, other: dict[str, Any]) -> dict[str, Any]:
    """The same kind in a unit and in one that went into it."""
    return other if one is None else {k: v + other[k] if isinstance(v, int) else v for k, v in one.items()}


def _side_by_side(kinds: Mapping[str, Mapping[str, Any]]) -> Counts:
    promises, tasks, requests = (kinds.get(kind, {}) for kind in (Kind.PROMISE, Kind.TASK, Kind.REQUEST))
    return Counts(
        PromiseCounts(**_named(PromiseCounts, promises)),
        TaskCounts(**_named(TaskCounts, tasks)),
        PromiseCounts(**_named(PromiseCounts, requests)),
    )


def _named(made: type[PromiseCounts | TaskCounts], row: Mapping[str, Any]) -> dict[str, int]:
    return {f.name: row.get(f.name, 0) for f in fields(made)}
