"""WHEN the rows of a form fit: forces, measurable criteria, resources."""

from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from gandan.core.access import Refusal
from gandan.indicators.adapters import refused_kind
from gandan.indicators.enums import Measure
from gandan.movement.enums import ForcePart, ResourceKind
from gandan.movement.policies.words import BAD
from gandan.movement.written import AimGiven, ForceGiven, ResourceGiven

LARGEST = Decimal(10) ** 15


def forces(given: tuple[ForceGiven, ...], *, today: date) -> Refusal | None:
    """Exactly one leads at most, each is named, and offices among them stand."""
    if sum(f.part == ForcePart.LEAD for f in given) > 1:
        return Refusal(_("Chỉ một lực lượng chủ trì; các lực lượng khác xin ghi là phối hợp hoặc tham gia."), status=BAD)
    for force in given:
        if force.part not in ForcePart.values or (force.office is None and not force.name.strip()):
            return Refusal(_("Xin ghi tên từng lực lượng và phần việc: chủ trì, phối hợp hay tham gia."), status=BAD)
        if force.office is not None and not force.office.exists(today):
            return Refusal(_("Một cơ quan trong danh sách lực lượng không còn hoạt động. Xin chọn lại."), status=BAD)
        if len(force.name) > 200 or len(force.task) > 500:
            return Refusal(_("Tên hoặc phần việc của một lực lượng dài quá. Xin viết gọn lại."), status=BAD)
    return None


def aim(given: AimGiven) -> Refusal | None:
    """It says what is measured and in which unit, and is nothing that is never counted."""
    if not given.name.strip() or len(given.name) > 200 or len(given.noun) > 60:
        return Refusal(_("Xin ghi mỗi tiêu chí đo cái gì, gọn trong một dòng."), status=BAD)
    if given.measure not in Measure.values or (given.measure == Measure.COUNT and not given.noun.strip()):
        return Refusal(_("Tiêu chí “%(name)s” đếm cái gì? Xin ghi đơn vị, ví dụ: hộ, mét, buổi.") % {"name": given.name}, status=BAD)
    kind = refused_kind(given.name, given.noun)
    if kind is not None:
        return Refusal(str(kind.kind.label), status=BAD)
    return _amount(given.target) or (_amount(given.before) if given.before is not None else None)


def resource(given: ResourceGiven) -> Refusal | None:
    """A kind, a measure, and how much."""
    if given.kind not in ResourceKind.values or given.measure not in Measure.values or len(given.noun) > 60:
        return Refusal(_("Xin chọn loại nguồn lực và đơn vị đo trong danh sách."), status=BAD)
    if given.planned is None and given.used is None:
        return Refusal(_("Xin ghi mỗi nguồn lực bao nhiêu: dự kiến hoặc đã dùng."), status=BAD)
    return next((r for n in (given.planned, given.used) if n is not None and (r := _amount(n)) is not None), None)


def _amount(number: Decimal) -> Refusal | None:
    """A number of people's work: not negative, and one that a column holds."""
    if not number.is_finite() or not 0 <= number < LARGEST:
        return Refusal(_("Con số này không đọc được. Xin ghi bằng chữ số, ví dụ 1.250 hoặc 74,5."), status=BAD)
    return None
