"""The closed lists of this room, and which state may follow which."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Kind(TextChoices):
    """To whom something is owed. The three are counted apart, everywhere."""

    PROMISE = "promise", _("Lời hứa với dân")
    TASK = "task", _("Việc được giao")
    REQUEST = "request", _("Đề nghị đã nhận")


class State(TextChoices):
    """How far it has come. Being late is no state: it follows from the date."""

    OPEN = "open", _("Đang làm")
    REPORTED = "reported", _("Báo đã xong")
    UNOPPOSED = "unopposed", _("Chưa ai phản đối")
    CONFIRMED = "confirmed", _("Dân xác nhận")
    ACCEPTED = "accepted", _("Đã nhận kết quả")
    WITHDRAWN = "withdrawn", _("Đã rút, có lý do")


NEXT: dict[State, frozenset[State]] = {
    State.OPEN: frozenset({State.REPORTED, State.WITHDRAWN}),
    State.REPORTED: frozenset({State.OPEN, State.UNOPPOSED, State.CONFIRMED, State.ACCEPTED}),
    State.UNOPPOSED: frozenset({State.OPEN, State.CONFIRMED}),
    State.CONFIRMED: frozenset({State.OPEN}),  # only from codes, only by the supervision board, only while it is posted
    State.ACCEPTED: frozenset(),
    State.WITHDRAWN: frozenset(),
}

TO_PEOPLE = frozenset({Kind.PROMISE, Kind.REQUEST})  # these are public, posted, and ended by others than their unit
STATES_OF: dict[Kind, frozenset[State]] = {
    Kind.TASK: frozenset({State.OPEN, State.REPORTED, State.ACCEPTED, State.WITHDRAWN}),
    **dict.fromkeys(TO_PEOPLE, frozenset(State) - {State.ACCEPTED}),
}
ENDED = frozenset({State.CONFIRMED, State.ACCEPTED, State.WITHDRAWN})
LIVING = frozenset(State) - ENDED  # what a merger hands over


class EvidenceKind(TextChoices):
    """What shows that something was done."""

    PHOTO = "photo", _("Ảnh")
    FILE = "file", _("Tệp")
    LINK = "link", _("Liên kết")
    NOTE = "note", _("Ghi chú")


class How(TextChoices):
    """By whom a promise or a request was confirmed; never by the unit that owed it."""

    CODE = "code", _("Người giữ mã")
    SENDER = "sender", _("Người gửi ý kiến")
    HOUSEHOLDS = "households", _("Hai hộ dân có mặt")
    BOARD = "board", _("Ban giám sát")
    ASKER = "asker", _("Cơ quan đã đề nghị")


# Codes on paper pass through the hands of an office, and who typed an opinion nobody knows, so the supervision board may still object.
BY_CODE = frozenset({How.CODE, How.SENDER, How.HOUSEHOLDS})


class Issuer(TextChoices):
    """Who handed a code out: whoever owes the work, or who watches over it for the people. Nobody did where a sender's own code counts."""

    OFFICE = "office", _("Cơ quan chủ trì phát")
    BOARD = "board", _("Ban giám sát phát")
    SENDER = "sender", _("Mã của người gửi ý kiến")


class ErasedFor(TextChoices):
    """Why words are taken away. Nothing else is a reason."""

    PERSONAL_DATA = "personal_data", _("Có thông tin riêng của một người")
    EXPIRED = "expired", _("Hết thời gian lưu")


class CodeKind(TextChoices):
    """For whom a confirming code is: one for who was promised something, or one for each household that was there."""

    HOLDER = "holder", _("Người được hứa")
    HOUSEHOLD = "household", _("Hộ dân có mặt")


class Cause(TextChoices):
    """Why something went to another office."""

    DECISION = "decision", _("Lãnh đạo chuyển")
    MERGER = "merger", _("Sáp nhập đơn vị")
    SPLIT = "split", _("Chia tách đơn vị")
    ABOLITION = "abolition", _("Đơn vị kết thúc hoạt động")
    OFFICE_END = "office_end", _("Cơ quan kết thúc hoạt động")


class Stage(TextChoices):
    """Which reminder it is."""

    BEFORE = "before", _("Sắp đến hạn")
    ON_DAY = "on_day", _("Đến hạn hôm nay")
    AFTER = "after", _("Đã quá hạn")
    LEADER = "leader", _("Báo lãnh đạo")
    ABOVE = "above", _("Báo cấp trên (chỉ số lượng)")
    ASKED = "asked", _("Nhắc theo yêu cầu")
