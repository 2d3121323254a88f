"""The closed lists of this room, and which deed leads from which state to which."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class State(TextChoices):
    """How far a letter that was set aside has come. What happens in it by the Law on Denunciations happens outside this system."""

    WAITING = "waiting", _("Chờ người xử lý")
    TAKEN = "taken", _("Đã vào sổ, xử lý theo Luật Tố cáo")
    SENT_ON = "sent_on", _("Đã chuyển nơi có thẩm quyền")
    NOT_TAKEN = "not_taken", _("Không xử lý theo Luật Tố cáo, có lý do")
    GIVEN_BACK = "given_back", _("Không phải tố cáo, đã thành ý kiến")
    WITHDRAWN = "withdrawn", _("Người gửi đã rút")


class Deed(TextChoices):
    """Everything that may be done to it. The words are those of a button."""

    OPEN = "open", _("Mở thư")
    NOTE = "note", _("Ghi chú")
    RAISE = "raise", _("Chuyển lên một cấp")
    HANDLE = "handle", _("Ghi kết quả xử lý")
    GIVE_BACK = "give_back", _("Đây không phải tố cáo")
    AGREE = "agree", _("Đồng ý chuyển thành ý kiến")
    DECLINE = "decline", _("Không đồng ý")
    WITHDRAW = "withdraw", _("Rút lời đã gửi")
    ERASE = "erase", _("Xoá lời")


class Accused(TextChoices):
    """Where the one works who is accused: it decides how high the letter goes."""

    BELOW = "below", _("Người của xã, phường, đặc khu")
    HANDLER = "handler", _("Người của tỉnh, thành phố")


S, D = State, Deed
OUTCOMES = (State.TAKEN, State.SENT_ON, State.NOT_TAKEN)
NEXT: dict[State, dict[Deed, frozenset[State]]] = {
    S.WAITING: {
        D.OPEN: frozenset({S.WAITING}),
        D.NOTE: frozenset({S.WAITING}),
        D.RAISE: frozenset({S.WAITING}),
        D.HANDLE: frozenset(OUTCOMES),
        D.GIVE_BACK: frozenset({S.WAITING, S.GIVEN_BACK}),  # what its sender called a denunciation goes back only with their yes
        D.AGREE: frozenset({S.GIVEN_BACK}),
        D.DECLINE: frozenset({S.WAITING}),
        D.WITHDRAW: frozenset({S.WITHDRAWN}),
    },
    S.TAKEN: {D.OPEN: frozenset({S.TAKEN}), D.NOTE: frozenset({S.TAKEN}), D.ERASE: frozenset({S.TAKEN})},
    S.SENT_ON: {D.OPEN: frozenset({S.SENT_ON}), D.NOTE: frozenset({S.SENT_ON}), D.ERASE: frozenset({S.SENT_ON})},
    S.NOT_TAKEN: {D.OPEN: frozenset({S.NOT_TAKEN}), D.NOTE: frozenset({S.NOT_TAKEN}), D.ERASE: frozenset({S.NOT_TAKEN})},
    S.GIVEN_BACK: {},
    S.WITHDRAWN: {},
}
ENDED = frozenset(State) - {State.WAITING}
