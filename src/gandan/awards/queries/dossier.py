"""READ one sealed dossier, for those entitled to it, and what its checks and steps say."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gandan.awards import permissions
from gandan.awards.enums import CheckKind, Outcome
from gandan.awards.models import Check, Nominee, Step
from gandan.awards.sealing import Dossier, opened
from gandan.core.access import Actor, may


@dataclass(frozen=True)
class CheckShown:
    """One finding as a page tells it: never more than that this rule, from this source, is met by what the office declared."""

    kind: str
    outcome: str
    label: str
    sentence: str
    source: str
    is_read: bool


def dossier(nominee: Nominee, actor: Actor) -> Dossier | None:
    """The dossier opened; None for whoever may not, and when its time is over."""
    if nominee.is_erased or not nominee.key or not may(actor, "awards.open_dossier", nominee):
        return None
    return opened(nominee.sealed, key=nominee.key)


def dossiers(nominees: Sequence[Nominee], actor: Actor) -> dict[UUID, Dossier]:
    """Those of a list that the actor may open, opened; the same questions for one and for thirty."""
    allowed = permissions.opened_by(actor, nominees)
    return {n.pk: opened(n.sealed, key=n.key) for n in nominees if n.pk in allowed and n.key}


def checks(nominee: Nominee) -> tuple[CheckShown, ...]:
    """What was found, each with its rule and source."""
    order = list(CheckKind)
    rows = sorted(nominee.checks.all(), key=lambda c: order.index(CheckKind(c.kind)))
    return tuple(_shown(row) for row in rows)


def steps(nominee: Nominee) -> tuple[Step, ...]:
    """What was decided on the way, with reasons; read by the offices of the dossier."""
    return tuple(nominee.steps.all())


def _shown(row: Check) -> CheckShown:
    source = row.source if row.checked else _("%(source)s (chưa đối chiếu văn bản gốc)") % {"source": row.source}
    outcome = Outcome(row.outcome)
    return CheckShown(
        row.kind, row.outcome, str(outcome.label), f"{outcome.label}: {_said(row)}", source if row.source else "", row.checked
    )


def _said(row: Check) -> str:
    needed, found = row.needed or 0, row.found
    match CheckKind(row.kind):
        case CheckKind.YEARS if found is None:
            return _("cần ít nhất %(needed)s năm; cơ quan chưa khai số năm.") % {"needed": needed}
        case CheckKind.YEARS:
            return _("cần ít nhất %(needed)s năm; cơ quan khai %(found)s năm.") % {"needed": needed, "found": found}
        case CheckKind.QUOTA:
            return _("chỉ tiêu %(needed)s; đơn vị đề nghị %(found)s.") % {"needed": needed, "found": found}
        case CheckKind.DEADLINE if found:
            return ngettext("gửi muộn %(n)s ngày.", "gửi muộn %(n)s ngày.", found) % {"n": found}
        case CheckKind.DEADLINE:
            return _("gửi trong hạn.")
        case CheckKind.PAPERS:
            return _("cần %(needed)s loại giấy tờ; đã gửi %(found)s tệp, cần người xem đúng loại.") % {"needed": needed, "found": found}
        case CheckKind.FORM if row.outcome == Outcome.UNKNOWN:
            return _("đúng đối tượng; có điều kiện bằng lời, cần người xem.")
        case CheckKind.FORM:
            return _("đối tượng được tặng.") if row.outcome == Outcome.MEETS else _("hình thức này không tặng cho đối tượng ấy.")
        case CheckKind.ONCE:
            return _once(row)


def _once(row: Check) -> str:
    if row.outcome == Outcome.MEETS:
        return _("chưa thấy người này trong danh sách đã tặng đang giữ ở đây.")
    if row.outcome == Outcome.FAILS:
        return _("người cùng tên, cùng ngày sinh đã có trong danh sách đã tặng.")
    if row.needed:
        return _("có người cùng tên, cùng năm sinh trong hồ sơ khác của đợt này.")
    if row.found:
        return _("có người cùng tên, cùng năm sinh đã được tặng hoặc được nơi khác đề nghị; cần xem ngày sinh.")
    return _("chưa khai năm sinh nên chưa tìm được trong danh sách đã tặng.")
