"""WHEN it goes to another office after a reorganisation."""

from datetime import date

from django.utils.translation import gettext as _

from gandan.core.access import Refusal
from gandan.movement.enums import LIVING, DriveState
from gandan.movement.models import Drive, PendingPractice
from gandan.movement.policies.words import BAD
from gandan.units import queries as units
from gandan.units.models import Office


def choose_successor(pending: PendingPractice, *, to: Office, today: date) -> Refusal | None:
    """Once, among the units that took over, an office that stands."""
    if pending.settled_on is not None or pending.practice.state not in LIVING:
        return Refusal(_("Mô hình này đã có cơ quan nhận."))
    if not pending.candidates.filter(pk=to.unit_id).exists():
        return Refusal(_("Xin chọn một cơ quan của các đơn vị nhận sau sắp xếp."), status=BAD)
    if not to.exists(today):
        return Refusal(_("Cơ quan này không còn hoặc chưa hoạt động. Xin chọn cơ quan khác."), status=BAD)
    return None


def take_drive(drive: Drive, *, office: Office, today: date) -> Refusal | None:
    """Its office is gone; the new one stands in a unit that took over, in the same unit, or above."""
    if drive.state not in {DriveState.PLANNED, DriveState.LAUNCHED}:
        return Refusal(_("Phong trào này đã kết thúc."))
    if drive.office.exists(today):
        return Refusal(_("Phong trào này đang có cơ quan chủ trì."))
    if not office.exists(today):
        return Refusal(_("Cơ quan này không còn hoặc chưa hoạt động. Xin chọn cơ quan khác."), status=BAD)
    end = units.ending_of(drive.unit_id)
    takers = {drive.unit_id} if end is None else {taker.pk for taker in end.takers}
    above = {up for unit in takers for up in units.ancestor_ids(unit, today)}
    if office.unit_id not in takers | above:
        return Refusal(_("Xin chọn một cơ quan của các đơn vị nhận sau sắp xếp."), status=BAD)
    return None
