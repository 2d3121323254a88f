"""READ: states and counts for those above. Unit by state and lateness, and nothing that anybody said."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Self
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from gandan.opinions.enums import ENDED, OWED, State
from gandan.opinions.models import Case
from gandan.opinions.queries import lateness
from gandan.opinions.queries.by_office import CONFIRMED_SO, withdrawn_so


@dataclass(frozen=True)
class Counts:
    """Cases of a unit by how far they are. `late` is a part of `open`, of which time runs; the others stand side by side.
    `confirmed_by_office`, and `withdrawn` (once late or escalated): by a PIN that an office had made (`by_office.py`)."""

    open: int = 0
    late: int = 0
    standing: int = 0
    answered: int = 0
    done: int = 0
    confirmed: int = 0
    confirmed_by_office: int = 0
    closed: int = 0
    refused: int = 0
    escalated: int = 0
    withdrawn: int = 0

    def __add__(self, other: Self) -> "Counts":
        return Counts(**{f.name: getattr(self, f.name) + getattr(other, f.name) for f in fields(self)})

    @property
    def any(self) -> bool:
        """Whether anything was said there."""
        return any(getattr(self, f.name) for f in fields(self))


_WHERE = {
    **dict.fromkeys(OWED, "open"),
    State.ANSWERED: "answered",
    State.DONE: "done",
    State.CONFIRMED: "confirmed",
    State.CLOSED: "closed",
    State.REFUSED: "refused",
}  # what was withdrawn or joined is nobody's number


def counts(under: Mapping[UUID, Iterable[UUID]], *, today: date) -> dict[UUID, Counts]:
    """For each unit of a table the units that are counted in its line, itself among them. Three GROUP BY for all."""
    into = {unit: line for line, units in under.items() for unit in units}
    found = dict.fromkeys(under, Counts())
    late = Count("pk", filter=lateness.late(today))
    still = Count("pk", filter=lateness.STANDS & ~lateness.late(today))
    up = Count("pk", filter=Q(escalated_on__isnull=False) & ~Q(state__in=sorted(ENDED)))
    for row in (
        Case.objects.filter(unit__in=list(into)).order_by().values("unit", "state").annotate(n=Count("pk"), late=late, up=up, still=still)
    ):
        where = _WHERE.get(State(row["state"]))
        if where is not None:
            line = into[row["unit"]]
            found[line] += Counts(**{where: row["n"] - row["still"]}, standing=row["still"], late=row["late"], escalated=row["up"])
    for unit, n in _by_unit(Case.objects.filter(CONFIRMED_SO, state=State.CONFIRMED), into):
        found[into[unit]] += Counts(confirmed=-n, confirmed_by_office=n)
    for unit, n in _by_unit(withdrawn_so(Case.objects.all()), into):
        found[into[unit]] += Counts(withdrawn=n)
    return found


def _by_unit(cases: QuerySet[Case], units: Iterable[UUID]) -> Iterable[tuple[UUID, int]]:
    return cases.filter(unit__in=list(units)).order_by().values_list("unit").annotate(n=Count("pk"))
