"""WHEN a case goes to another office after a reorganisation."""

from datetime import date

from django.utils.translation import gettext as _

from gandan.core.access import Refusal
from gandan.opinions.enums import LIVING
from gandan.opinions.models import Case, PendingCase
from gandan.opinions.policies.states import CONFLICT
from gandan.opinions.policies.words import BAD
from gandan.units.models import Office


def not_pending(case: Case) -> Refusal | None:
    """While it waits for an office after a reorganisation, nobody answers for it: its senders may speak, offices may not act."""
    if case.pending.filter(settled_on=None).exists():
        return Refusal(_("Việc này đang chờ chọn cơ quan nhận sau khi sắp xếp đơn vị. Xin chọn cơ quan nhận trước."), status=CONFLICT)
    return None


def choose_successor(pending: PendingCase, *, to: Office, today: date) -> Refusal | None:
    """Once, among the units that took over, an office that stands."""
    if pending.settled_on is not None or pending.case.state not in LIVING:
        return Refusal(_("Việc này đã có cơ quan nhận."), status=CONFLICT)
    if not pending.candidates.filter(pk=to.unit_id).exists():
        return Refusal(_("Xin chọn một cơ quan của các đơn vị nhận sau sắp xếp."), status=BAD)
    return stands(to, today=today)


def stands(office: Office, *, today: date) -> Refusal | None:
    """The office exists today."""
    if office.exists(today):
        return None
    return Refusal(_("Cơ quan này không còn hoặc chưa hoạt động. Xin chọn cơ quan khác."), status=BAD)
