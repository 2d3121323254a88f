"""The closed lists of this room, and which deed leads from which state to which."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Channel(TextChoices):
    """How an opinion came in. It decides by which rule an answer is owed (`calc/law.py`)."""

    PORTAL = "portal", _("Trang công khai")
    DESK = "desk", _("Bàn tiếp nhận")
    RECEPTION = "reception", _("Buổi tiếp công dân")
    OPEN311 = "open311", "Open311"
    IMPORT = "import", _("Bảng tính")
    GOVERNMENT = "government", _("Cổng Thông tin điện tử Chính phủ")


class Form(TextChoices):
    """What the sender did: said it in own words, or joined what others had said."""

    SAID = "said", _("Đã nói")
    ME_TOO = "me_too", _("Tôi cũng gặp")


class Content(TextChoices):
    """What a case is in the words of the law. An officer decides; a mixed one goes back to its sender to be split."""

    UNSORTED = "unsorted", _("Chưa phân loại")
    REMARK = "remark", _("Phản ánh")
    PROPOSAL = "proposal", _("Kiến nghị")
    COMPLAINT = "complaint", _("Khiếu nại")
    MIXED = "mixed", _("Nhiều nội dung")


class State(TextChoices):
    """How far a case has come. Late is no state: it follows from the date. Published, escalated and erased stand beside it."""

    RECEIVED = "received", _("Đã nhận")
    ASKED = "asked", _("Chờ người gửi bổ sung")
    ACCEPTED = "accepted", _("Đang giải quyết")
    PAUSED = "paused", _("Tạm dừng, có lý do")
    ANSWERED = "answered", _("Đã trả lời")
    DONE = "done", _("Báo đã xong")
    CONFIRMED = "confirmed", _("Người gửi xác nhận")
    CLOSED = "closed", _("Đã khép lại")
    REFUSED = "refused", _("Không thụ lý, có lý do")
    WITHDRAWN = "withdrawn", _("Người gửi đã rút")
    JOINED = "joined", _("Đã gộp")


class Deed(TextChoices):
    """Everything that may be done to a case. The words are those of a button."""

    CLASSIFY = "classify", _("Phân loại")
    FORWARD = "forward", _("Chuyển cơ quan")
    ACCEPT = "accept", _("Nhận giải quyết")
    ASK_BACK = "ask_back", _("Hỏi lại người gửi")
    REPLY = "reply", _("Bổ sung")
    GO_ON = "go_on", _("Làm tiếp, không chờ bổ sung")
    REFUSE = "refuse", _("Không thụ lý")
    PAUSE = "pause", _("Tạm dừng")
    RESUME = "resume", _("Làm tiếp")
    ANSWER_PARTLY = "answer_partly", _("Trả lời một phần")
    ANSWER = "answer", _("Trả lời")
    REPORT_DONE = "report_done", _("Báo đã xong")
    CONFIRM = "confirm", _("Đúng, đã xong")
    REOPEN = "reopen", _("Chưa xong, xin mở lại")
    ORDER_REOPEN = "order_reopen", _("Yêu cầu giải quyết lại")
    ESCALATE = "escalate", _("Đưa lên cấp trên")
    WITHDRAW = "withdraw", _("Rút ý kiến")
    CLOSE = "close", _("Khép lại")
    JOIN = "join", _("Gộp vào việc khác")
    SPLIT = "split", _("Tách ra")
    PUBLISH = "publish", _("Công khai")
    UNPUBLISH = "unpublish", _("Thôi công khai")
    ERASE = "erase", _("Xoá lời")


S, D = State, Deed
BACK = None  # the state from which the sender was asked: `Case.asked_from`

NEXT: dict[State, dict[Deed, State | None]] = {
    S.RECEIVED: {
        D.CLASSIFY: S.RECEIVED,
        D.FORWARD: S.RECEIVED,
        D.ACCEPT: S.ACCEPTED,
        D.ASK_BACK: S.ASKED,
        D.REFUSE: S.REFUSED,
        D.ESCALATE: S.RECEIVED,
        D.WITHDRAW: S.WITHDRAWN,
        D.JOIN: S.JOINED,
        D.SPLIT: S.RECEIVED,
    },
    S.ASKED: {
        D.REPLY: BACK,
        D.GO_ON: BACK,
        D.REFUSE: S.REFUSED,
        D.ESCALATE: S.ASKED,
        D.WITHDRAW: S.WITHDRAWN,
        D.JOIN: S.JOINED,
        D.SPLIT: S.ASKED,
    },
    S.ACCEPTED: {
        D.CLASSIFY: S.ACCEPTED,
        D.FORWARD: S.RECEIVED,
        D.ASK_BACK: S.ASKED,
        D.REFUSE: S.REFUSED,
        D.PAUSE: S.PAUSED,
        D.ANSWER_PARTLY: S.ACCEPTED,
        D.ANSWER: S.ANSWERED,
        D.REPORT_DONE: S.DONE,
        D.ESCALATE: S.ACCEPTED,
        D.WITHDRAW: S.WITHDRAWN,
        D.JOIN: S.JOINED,
        D.SPLIT: S.ACCEPTED,
    },
    S.PAUSED: {D.RESUME: S.ACCEPTED, D.ESCALATE: S.PAUSED, D.WITHDRAW: S.WITHDRAWN},
    S.ANSWERED: {
        D.REPORT_DONE: S.DONE,
        D.CONFIRM: S.CONFIRMED,
        D.REOPEN: S.ACCEPTED,
        D.ORDER_REOPEN: S.ACCEPTED,
        D.ESCALATE: S.ANSWERED,
        D.CLOSE: S.CLOSED,
        D.PUBLISH: S.ANSWERED,
        D.UNPUBLISH: S.ANSWERED,
    },
    S.DONE: {
        D.CONFIRM: S.CONFIRMED,
        D.REOPEN: S.ACCEPTED,
        D.ORDER_REOPEN: S.ACCEPTED,
        D.ESCALATE: S.DONE,
        D.CLOSE: S.CLOSED,
        D.PUBLISH: S.DONE,
        D.UNPUBLISH: S.DONE,
    },
    S.CONFIRMED: {
        D.REOPEN: S.ACCEPTED,  # one of several senders whom nobody asked: their no stands
        D.PUBLISH: S.CONFIRMED,
        D.UNPUBLISH: S.CONFIRMED,
        D.ERASE: S.CONFIRMED,
    },
    S.CLOSED: {
        D.REOPEN: S.ACCEPTED,
        D.ORDER_REOPEN: S.ACCEPTED,
        D.ESCALATE: S.CLOSED,
        D.PUBLISH: S.CLOSED,
        D.UNPUBLISH: S.CLOSED,
        D.ERASE: S.CLOSED,
    },
    S.REFUSED: {
        D.REOPEN: S.ACCEPTED,
        D.ORDER_REOPEN: S.ACCEPTED,
        D.ESCALATE: S.REFUSED,
        D.PUBLISH: S.REFUSED,
        D.UNPUBLISH: S.REFUSED,
        D.ERASE: S.REFUSED,
    },
    S.WITHDRAWN: {D.ERASE: S.WITHDRAWN},
    S.JOINED: {},
}

ENDED = frozenset({S.CONFIRMED, S.CLOSED, S.REFUSED, S.WITHDRAWN, S.JOINED})
LIVING = frozenset(State) - ENDED  # what a merger hands over
TICKING = frozenset({S.RECEIVED, S.ACCEPTED})  # an answer is owed and the clock runs
OWED = TICKING | {S.ASKED, S.PAUSED}  # an answer is owed, now or once the clock goes on


class Stage(TextChoices):
    """What the date is for."""

    ACCEPT = "accept", _("Thông báo thụ lý")
    PASS_ON = "pass", _("Chuyển đến cơ quan có thẩm quyền")
    ANSWER = "answer", _("Trả lời")


class Cause(TextChoices):
    """Why a date was set anew. Every earlier date stays on record."""

    RECEIVED = "received", _("Nhận ý kiến")
    ACCEPTED = "accepted", _("Nhận giải quyết")
    CLASSIFIED = "classified", _("Phân loại lại")
    PAUSED = "paused", _("Thời gian tạm dừng được cộng vào")
    LAW = "law", _("Quy định mới")
    REOPENED = "reopened", _("Mở lại")


class LetterKind(TextChoices):
    """What passes between an office and a sender, always through the system."""

    ASK = "ask", _("Cơ quan hỏi lại")
    REPLY = "reply", _("Người gửi bổ sung")
    NEWS = "news", _("Tin của cơ quan")
    WORD = "word", _("Lời của người gửi")


class Wish(TextChoices):
    """How a sender wants to be told."""

    NONE = "none", _("Tự xem bằng mã")
    MAIL = "mail", _("Thư điện tử")
    GATEWAY = "gateway", _("Tin nhắn")


class Moved(TextChoices):
    """Why a case went to another office without anybody forwarding it."""

    MERGER = "merger", _("Sáp nhập")
    SPLIT = "split", _("Chia tách")
    ABOLITION = "abolition", _("Kết thúc hoạt động")
    OFFICE_END = "office_end", _("Cơ quan kết thúc")


class RowState(TextChoices):
    """How far one row of a spreadsheet is."""

    READY = "ready", _("Chờ nhận")
    WRONG = "wrong", _("Cần sửa")
    SAME = "same", _("Trùng dòng khác")
    TAKEN = "taken", _("Đã nhận")
