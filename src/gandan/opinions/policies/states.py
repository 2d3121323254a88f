"""WHEN a deed is possible at all: one table over states and deeds (`enums.NEXT`), with a sentence for every pair that is not in it."""

from django.utils.translation import gettext as _

from gandan.core.access import Refusal
from gandan.opinions.enums import NEXT, Deed, State
from gandan.opinions.models import Case

CONFLICT = 409  # the case is in another state than whoever asks believes: perhaps somebody was faster
AFTER_ERASING = frozenset({Deed.ERASE, Deed.UNPUBLISH})  # housekeeping: words that nobody would erase again are not begun


def possible(case: Case, deed: Deed) -> Refusal | None:
    """None when the table of states knows the deed here; else where the case stands, and what to do first where there is something."""
    state = State(case.state)
    if case.erased_on is not None and deed not in AFTER_ERASING:
        return Refusal(_("Nội dung của việc này đã được xoá theo thời hạn lưu nên không làm thêm gì được."), status=CONFLICT)
    if deed in NEXT[state]:
        return None
    said = {"stands": _stands(state), "deed": deed.label}
    return Refusal(_first(state, deed) or _("%(stands)s Lúc này không thể: %(deed)s.") % said, status=CONFLICT)


def deeds(case: Case) -> tuple[Deed, ...]:
    """What the state allows, in the order of the list of deeds."""
    ways = NEXT[State(case.state)]
    return tuple(deed for deed in Deed if deed in ways and (case.erased_on is None or deed in AFTER_ERASING))


def _first(state: State, deed: Deed) -> str:
    """Where another deed comes first, which."""
    if state == State.RECEIVED and deed in {Deed.ANSWER, Deed.ANSWER_PARTLY, Deed.REPORT_DONE, Deed.PAUSE}:
        return _("Xin nhận giải quyết trước.")
    if state == State.RECEIVED and deed in {Deed.CONFIRM, Deed.REOPEN}:
        return _("Cơ quan chưa trả lời. Ông/Bà xem hạn trả lời ở trang này.")
    if state == State.ASKED and deed in {
        Deed.ANSWER,
        Deed.ANSWER_PARTLY,
        Deed.REPORT_DONE,
        Deed.PAUSE,
        Deed.FORWARD,
        Deed.CLASSIFY,
        Deed.ACCEPT,
    }:
        return _("Việc này đang chờ người gửi bổ sung. Nếu không chờ nữa, xin chọn “%(deed)s” trước.") % {"deed": Deed.GO_ON.label}
    if state == State.PAUSED and deed not in {Deed.CONFIRM, Deed.REOPEN, Deed.CLOSE, Deed.ERASE}:
        return _("Việc này đang tạm dừng. Xin chọn “%(deed)s” trước.") % {"deed": Deed.RESUME.label}
    return ""


def _stands(state: State) -> str:
    return {
        State.RECEIVED: _("Việc này chưa được nhận giải quyết."),
        State.ASKED: _("Việc này đang chờ người gửi bổ sung."),
        State.ACCEPTED: _("Việc này đang được giải quyết."),
        State.PAUSED: _("Việc này đang tạm dừng."),
        State.ANSWERED: _("Việc này đã được trả lời."),
        State.DONE: _("Việc này đã được báo xong."),
        State.CONFIRMED: _("Người gửi đã xác nhận việc này."),
        State.CLOSED: _("Việc này đã khép lại."),
        State.REFUSED: _("Việc này không được thụ lý."),
        State.WITHDRAWN: _("Người gửi đã rút ý kiến này."),
        State.JOINED: _("Việc này đã gộp vào việc khác. Xin mở việc ấy."),
    }[state]
