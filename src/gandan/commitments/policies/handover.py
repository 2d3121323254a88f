"""WHEN it goes to another office."""

from datetime import date

from django.utils.translation import gettext as _

from gandan.commitments.enums import ENDED, State
from gandan.commitments.models import Commitment, PendingHandover
from gandan.commitments.policies.start import stands
from gandan.commitments.policies.words import BAD, SHORTEST_REASON, fits
from gandan.core.access import Refusal
from gandan.units.models import Office


def not_pending(commitment: Commitment) -> Refusal | None:
    """While it waits for an office after a reorganisation, nobody answers for it: people may speak, progress may be noted, no more."""
    if commitment.pending_handovers.filter(settled_on=None).exists():
        return Refusal(_("Việc này đang chờ chọn cơ quan nhận sau khi sắp xếp đơn vị. Xin chọn cơ quan nhận trước."))
    return None


def movable(commitment: Commitment) -> Refusal | None:
    """Open work that waits for no office."""
    if commitment.state != State.OPEN:
        return Refusal(_("Chỉ chuyển việc đang làm sang cơ quan khác."))
    return not_pending(commitment)


def hand_over(commitment: Commitment, *, to: Office, reason: str, today: date) -> Refusal | None:
    """To another office that stands, with a reason everybody can read."""
    if (refusal := movable(commitment)) is not None:
        return refusal
    if to.pk == commitment.lead_id:
        return Refusal(_("Cơ quan này đang chủ trì việc đó rồi."), status=BAD)
    return stands(to, today=today) or fits(reason, what="reason", least=SHORTEST_REASON)


def choose_successor(pending: PendingHandover, *, to: Office, today: date) -> Refusal | None:
    """Once, among the units that took over, an office that stands."""
    if pending.settled_on is not None or pending.commitment.state in ENDED:
        return Refusal(_("Việc này đã có cơ quan nhận."))
    if not pending.candidates.filter(pk=to.unit_id).exists():
        return Refusal(_("Xin chọn một cơ quan của các đơn vị nhận sau sắp xếp."), status=BAD)
    return stands(to, today=today)
