"""WHEN a deed is possible at all, by the state of a model. Every deed on one asks this first."""

from django.utils.translation import gettext as _

from gandan.core.access import Refusal
from gandan.movement.enums import NEXT, OTHERS, Deed, State
from gandan.movement.models import Practice


def possible(practice: Practice, deed: Deed) -> Refusal | None:
    """The table of states allows it, somebody answers for the model, and it does not wait for an office after a reorganisation."""
    state = State(practice.state)
    if deed not in NEXT[state]:
        return Refusal(_("Mô hình đang ở bước “%(state)s” nên chưa “%(deed)s” được.") % {"state": state.label, "deed": _deed(deed)})
    if deed in OTHERS:
        return None
    if practice.is_told:
        return Refusal(_("Mô hình này chỉ được biết qua bài viết, chưa cơ quan nào đăng ký ở đây. Xin đăng ký một phiếu mới."))
    return not_pending(practice)


def not_pending(practice: Practice) -> Refusal | None:
    """While it waits for an office after a reorganisation nobody answers for it: people may speak, no more."""
    if practice.pending.filter(settled_on=None).exists():
        return Refusal(_("Mô hình đang chờ chọn cơ quan nhận sau khi sắp xếp đơn vị. Xin chọn cơ quan nhận trước."))
    return None


def _deed(deed: Deed) -> str:
    label = str(deed.label)
    return label[:1].lower() + label[1:]
