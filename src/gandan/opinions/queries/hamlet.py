"""READ: a hamlet's numbers for whoever heads it: how far its opinions are, how many late, and not a word that anybody said."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from gandan.opinions.enums import State
from gandan.opinions.models import Case
from gandan.opinions.queries import lateness
from gandan.opinions.queries.by_office import CONFIRMED_SO
from gandan.units.models import Hamlet


@dataclass(frozen=True)
class HamletNumbers:
    """Cases about a place in the hamlet, side by side. `late` and `open` are owed now; `standing` waits. What was joined is counted where
    it lies now; what its sender took back is nobody's number. `confirmed_by_office`: by a PIN that an office had made (`by_office.py`)."""

    received: int = 0
    open: int = 0
    late: int = 0
    standing: int = 0
    answered: int = 0
    done: int = 0
    confirmed: int = 0
    confirmed_by_office: int = 0
    closed: int = 0
    refused: int = 0


def hamlet(place: Hamlet, *, today: date) -> HamletNumbers:
    """One question, whatever was said."""
    late = lateness.late(today)
    ended = {name: Count("pk", filter=Q(state=name)) for name in (State.ANSWERED, State.DONE, State.CLOSED, State.REFUSED)}
    return HamletNumbers(
        **Case.objects.filter(hamlet=place)
        .exclude(state__in=[State.JOINED, State.WITHDRAWN])
        .annotate(by_office=CONFIRMED_SO)
        .aggregate(
            received=Count("pk"),
            open=Count("pk", filter=lateness.RUNS & ~late),
            late=Count("pk", filter=late),
            standing=Count("pk", filter=lateness.STANDS & ~late),
            confirmed=Count("pk", filter=Q(state=State.CONFIRMED, by_office=False)),
            confirmed_by_office=Count("pk", filter=Q(state=State.CONFIRMED, by_office=True)),
            **{name.value: found for name, found in ended.items()},
        )
    )
