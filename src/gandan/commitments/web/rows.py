"""Commitments as lists show them: names, state and origin found in bulk, so that thirty rows cost what one does."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Exists, F, OuterRef, Prefetch, Q, QuerySet
from django.utils.translation import gettext as _

from gandan.commitments import origins, permissions
from gandan.commitments.enums import State
from gandan.commitments.models import Commitment, PendingHandover
from gandan.commitments.origins import Origin
from gandan.commitments.web import words
from gandan.core.access import Actor
from gandan.units import queries as units
from gandan.units.gazetteer import Place
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
    moved: str = ""
    waiting: bool = False

    @property
    def place(self) -> str:
        """The office, and its unit where the name of the office does not say it."""
        return self.office if self.office.casefold().endswith(self.unit.casefold()) else f"{self.office} · {self.unit}"


def named(things: QuerySet[Commitment]) -> QuerySet[Commitment]:
    """With what rows need, in one question more."""
    return things.select_related("lead").prefetch_related(NAMES)


def with_proofs(things: QuerySet[Commitment]) -> QuerySet[Commitment]:
    """With the number of pieces of evidence of the round that counts, and whether it waits for an office."""
    waiting = Exists(PendingHandover.objects.filter(commitment=OuterRef("pk"), settled_on=None))
    return things.annotate(waiting=waiting, proofs=Count("evidence", filter=Q(evidence__round=F("round"))))


def rows(things: Iterable[Commitment], *, actor: Actor, today: date, here: UUID | None = None, past: Container[UUID] = ()) -> list[Row]:
    """The rows of commitments that were read by `named`, in their order. `here` and `past`: the unit of the page, and those before it."""
    found = list(things)
    if not found:
        return []
    calendar = words.calendar_for(found, today=today)
    places = {p.id: p for p in units.several({u for c in found for u in (c.unit_id, c.made_in_id)}) if p is not None}
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
            moved=_moved(c, places, here, past) if here is not None else "",
            waiting=getattr(c, "waiting", False),
            picked=c.state == State.OPEN and works_on(actor, c),
        )
        for c in found
    ]


def _moved(c: Commitment, places: Mapping[UUID, Place], here: UUID, past: Container[UUID]) -> str:
    """On a unit's page: what was promised there and is done elsewhere now, or the other way round."""
    made, works = (u == here or u in past for u in (c.made_in_id, c.unit_id))
    if made and not works and c.unit_id in places:
        return _("nay do %(unit)s thực hiện") % {"unit": places[c.unit_id].full_name}
    if works and not made and c.made_in_id in places:
        return _("hứa ở %(unit)s") % {"unit": places[c.made_in_id].full_name}
    return ""


def works_on(actor: Actor, c: Commitment) -> bool:
    """Whether something can be done for it among many: by the lead office, its unit's leader, or those above. Asks the database nothing."""
    return any(allowed(actor, c) for allowed in (permissions.AT_LEAD, permissions.LEADER, permissions.ABOVE))


def row(thing: Commitment, *, actor: Actor, today: date) -> Row:
    """One."""
    return rows([thing], actor=actor, today=today)[0]


def office_name(commitment: Commitment, today: date) -> str:
    """The name of the lead office: of today, or the last it had."""
    return commitment.lead.called(today)
