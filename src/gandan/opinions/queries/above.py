"""READ: what waits for those above. Senders called it not done once more after it was opened again: neither they nor the office go on."""

from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from gandan.core.access import Actor
from gandan.opinions.enums import Form, State
from gandan.opinions.models import Case, Verdict
from gandan.opinions.permissions import OVERSEERS
from gandan.opinions.queries.single import senders_say
from gandan.units import queries as units

JUDGED = frozenset({State.ANSWERED, State.DONE})


def over(actor: Actor) -> frozenset[UUID]:
    """The units beneath those in which the actor leads or is a specialist; their own answers for itself."""
    above = [h for h in actor.holdings if h.role in OVERSEERS and h.unit is not None]
    return frozenset(unit for h in above if h.unit is not None for unit in units.descendant_ids(h.unit, on=h.on) - {h.unit})


def waits_for(places: frozenset[UUID]) -> Q:
    """Escalated cases of these units in which a no of this round stands: until somebody above has it done again, or ends it with a reason.

    `waits` asks the same of one.
    """
    if not places:
        return Q(pk__in=())
    no = Verdict.objects.filter(case=OuterRef("pk"), round=OuterRef("round"), is_done=False, opinion__form=Form.SAID)
    return Q(Exists(no), unit__in=places, escalated_on__isnull=False, state__in=sorted(JUDGED))


def waits(case: Case) -> bool:
    """Whether the next word is that of those above."""
    return case.escalated_on is not None and case.state in JUDGED and bool(senders_say(case).no)
