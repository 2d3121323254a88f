"""Commitments as lists show them: names, state and origin found in bulk, so that thirty rows cost what one does."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, F, Prefetch, Q, QuerySet

from gandan.commitments import origins, permissions
from gandan.commitments.enums import State
from gandan.commitments.models import Commitment
from gandan.commitments.origins import Origin
from gandan.commitments.web import words
from gandan.core.access import Actor
from gandan.units import queries as units
from gandan.units.models import OfficeName

NAMES = Prefetch("lead__names", OfficeName.objects.order_by("during"))


@dataclass(frozen=True)
class Row:
    """One commitment in a list. `former`: its unit is another one than the page's, mostly one that was merged away."""

    thing: Commitment
    shape: words.Shape
    office: str
    unit: str
    origin: Origin | None
    former: bool = False
    proofs: int = 0
    picked: bool = False

    @property
    def place(self) -> str:
        """The office, and its unit where the name of the office does not say it."""
        return self.office if self.office.casefold().endswith(self.unit.casefold()) else f"{self.office} · {self.unit}"


def named(things: QuerySet[Commitment]) -> QuerySet[Commitment]:
    """With what rows need, in one question more."""
    return things.select_related("lead").prefetch_related(NAMES)


def with_proofs(things: QuerySet[Commitment]) -> QuerySet[Commitment]:
    """With the number of pieces of evidence of the round that counts."""
    return things.annotate(proofs=Count("evidence", filter=Q(evidence__round=F("round"))))


def rows(things: Iterable[Commitment], *, actor: Actor, today: date, here: UUID | None = None) -> list[Row]:
    """The rows of commitments that were read by `named`, in their order."""
    found = list(things)
    calendar = words.calendar_for(found, today=today)
    places = {p.id: p for p in units.several({c.unit_id for c in found}) if p is not None}
    came = origins.of(found, actor=actor)
    return [
        Row(
            thing=c,
            shape=words.shape(c, today=today, calendar=calendar),
            office=office_name(c, today),
            unit=places[c.unit_id].full_name if c.unit_id in places else "",
            origin=came.get(str(c.pk)),
            former=here is not None and c.unit_id != here,
            proofs=getattr(c, "proofs", 0),
            picked=c.state == State.OPEN and works_on(actor, c),
        )
        for c in found
    ]


def works_on(actor: Actor, c: Commitment) -> bool:
    """Whether something can be done for it among many: by the lead office, its unit's leader, or those above. Asks the database nothing."""
    return any(allowed(actor, c) for allowed in (permissions.AT_LEAD, permissions.LEADER, permissions.ABOVE))


def row(thing: Commitment, *, actor: Actor, today: date) -> Row:
    """One."""
    return rows([thing], actor=actor, today=today)[0]


def office_name(commitment: Commitment, today: date) -> str:
    """The name of the lead office: of today, or the last it had."""
    upper = commitment.lead.existed.upper
    return commitment.lead.name_on(today) if upper is None or today < upper else str(commitment.lead)
