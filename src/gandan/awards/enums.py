"""The closed lists of this room, and which deed leads from which state to which."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Form(TextChoices):
    """What kind of commendation it is."""

    MEDAL = "medal", _("Kỷ niệm chương")
    MERIT = "merit", _("Bằng khen")
    COMMENDATION = "commendation", _("Giấy khen")
    TITLE = "title", _("Danh hiệu")


class Whom(TextChoices):
    """Who may be given it; the two are counted apart."""

    PERSON = "person", _("Cá nhân")
    COLLECTIVE = "collective", _("Tập thể")


class CallState(TextChoices):
    """How far a call is."""

    PLANNED = "planned", _("Đang chuẩn bị")
    OPEN = "open", _("Đang nhận hồ sơ")
    COUNCIL = "council", _("Hội đồng đang xét")
    POSTED = "posted", _("Đang công khai lấy ý kiến")
    DECIDED = "decided", _("Đã có quyết định")
    CANCELLED = "cancelled", _("Đã huỷ")


class CallDeed(TextChoices):
    """What may be done to a call. The words are those of a button."""

    OPEN = "open", _("Mở nhận hồ sơ")
    CLOSE = "close", _("Thôi nhận, đưa ra hội đồng")
    POST = "post", _("Công khai danh sách dự kiến")
    TAKE_DOWN = "take_down", _("Gỡ danh sách, xét lại")
    DECIDE = "decide", _("Ghi quyết định")
    CANCEL = "cancel", _("Huỷ đợt xét")


C, CD = CallState, CallDeed

CALL_NEXT: dict[CallState, dict[CallDeed, CallState]] = {
    C.PLANNED: {CD.OPEN: C.OPEN, CD.CANCEL: C.CANCELLED},
    C.OPEN: {CD.CLOSE: C.COUNCIL, CD.CANCEL: C.CANCELLED},
    C.COUNCIL: {CD.POST: C.POSTED, CD.CANCEL: C.CANCELLED},
    C.POSTED: {CD.TAKE_DOWN: C.COUNCIL, CD.DECIDE: C.DECIDED, CD.CANCEL: C.CANCELLED},
    C.DECIDED: {},
    C.CANCELLED: {},
}


class NominationState(TextChoices):
    """How far an office's dossier is."""

    DRAFT = "draft", _("Đang lập")
    SUBMITTED = "submitted", _("Đã gửi")
    RETURNED = "returned", _("Trả lại để bổ sung")
    WITHDRAWN = "withdrawn", _("Đã rút")


class NomineeState(TextChoices):
    """How far somebody who is proposed is. Nobody outside the offices learns of one who is not chosen."""

    PROPOSED = "proposed", _("Được đề nghị")
    EXCLUDED = "excluded", _("Không đưa vào xét, có lý do")
    CHOSEN = "chosen", _("Hội đồng chọn")
    NOT_CHOSEN = "not_chosen", _("Hội đồng không chọn")
    CONFERRED = "conferred", _("Đã được tặng")
    WITHDRAWN = "withdrawn", _("Đã rút")


class NomineeDeed(TextChoices):
    """What may be done to somebody who is proposed."""

    EXCLUDE = "exclude", _("Không đưa vào xét")
    READMIT = "readmit", _("Đưa lại vào xét")
    CHOOSE = "choose", _("Chọn")
    PASS_OVER = "pass_over", _("Không chọn")
    CONFER = "confer", _("Ghi đã tặng")
    WITHDRAW = "withdraw", _("Rút khỏi danh sách")


N, ND = NomineeState, NomineeDeed

NOMINEE_NEXT: dict[NomineeState, dict[NomineeDeed, NomineeState]] = {
    N.PROPOSED: {ND.EXCLUDE: N.EXCLUDED, ND.CHOOSE: N.CHOSEN, ND.PASS_OVER: N.NOT_CHOSEN, ND.WITHDRAW: N.WITHDRAWN},
    N.EXCLUDED: {ND.READMIT: N.PROPOSED, ND.WITHDRAW: N.WITHDRAWN},
    N.CHOSEN: {ND.CONFER: N.CONFERRED, ND.PASS_OVER: N.NOT_CHOSEN, ND.WITHDRAW: N.WITHDRAWN},
    N.NOT_CHOSEN: {ND.CHOOSE: N.CHOSEN},
    N.CONFERRED: {},
    N.WITHDRAWN: {},
}


class CheckKind(TextChoices):
    """What is looked at before the council. Each answers with its rule, the rule's source, and whether that was read."""

    ONCE = "once", _("Chưa từng được tặng")
    YEARS = "years", _("Số năm công tác")
    QUOTA = "quota", _("Chỉ tiêu của đơn vị")
    DEADLINE = "deadline", _("Thời hạn gửi hồ sơ")
    FORM = "form", _("Đúng đối tượng")
    PAPERS = "papers", _("Đủ giấy tờ")


class Outcome(TextChoices):
    """What a check says. Never "đủ điều kiện": only that this rule, from this source, is met by what the office declared."""

    MEETS = "meets", _("Khớp với quy định đã ghi")
    FAILS = "fails", _("Không khớp")
    UNKNOWN = "unknown", _("Chưa rõ, cần người xem")


class NameSource(TextChoices):
    """How a roll entry came here."""

    DECISION = "decision", _("Quyết định trong hệ thống")
    TEXT = "text", _("Đọc từ văn bản")
    ENTERED = "entered", _("Nhập từ sổ cũ")
