"""READ: states and counts for those above. Unit by state and lateness, and nothing that anybody said."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Self
from uuid import UUID

from django.db.models import Count, Q

from gandan.opinions.enums import ENDED, TICKING, State
from gandan.opinions.models import Case


@dataclass(frozen=True)
class Counts:
    """Cases of a unit by how far they are. `late` is a part of `open`; the others stand side by side."""

    open: int = 0
    late: int = 0
    standing: int = 0
    answered: int = 0
    done: int = 0
    confirmed: int = 0
    closed: int = 0
    refused: int = 0
    escalated: int = 0

    def __add__(self, other: Self) -> "Counts":
        return Counts(**{f.name: getattr(self, f.name) + getattr(other, f.name) for f in fields(self)})

    @property
    def any(self) -> bool:
        """Whether anything was said there."""
        return any(getattr(self, f.name) for f in fields(self))


_WHERE = {
    **dict.fromkeys(TICKING, "open"),
    **dict.fromkeys((State.ASKED, State.PAUSED), "standing"),
    State.ANSWERED: "answered",
    State.DONE: "done",
    State.CONFIRMED: "confirmed",
    State.CLOSED: "closed",
    State.REFUSED: "refused",
}  # what was withdrawn or joined is nobody's number


def counts(under: Mapping[UUID, Iterable[UUID]], *, today: date) -> dict[UUID, Counts]:
    """For each unit of a table the units that are counted in its line, itself among them. One GROUP BY for all."""
    into = {unit: line for line, units in under.items() for unit in units}
    found = dict.fromkeys(under, Counts())
    late = Count("pk", filter=Q(state__in=sorted(TICKING), due__lt=today))
    up = Count("pk", filter=Q(escalated_on__isnull=False) & ~Q(state__in=sorted(ENDED)))
    for row in Case.objects.filter(unit__in=list(into)).order_by().values("unit", "state").annotate(n=Count("pk"), late=late, up=up):
        where = _WHERE.get(State(row["state"]))
        if where is not None:
            line = into[row["unit"]]
            found[line] += Counts(**{where: row["n"], "late": row["late"], "escalated": row["up"]})
    return found
