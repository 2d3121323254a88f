"""The closed lists of this room, and which deed leads from which state to which."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Kind(TextChoices):
    """Two things that are counted apart: a way of working that others can copy, and an exemplary collective or person."""

    MODEL = "model", _("Mô hình")
    EXEMPLAR = "exemplar", _("Điển hình")


class Subject(TextChoices):
    """Whose it is."""

    COLLECTIVE = "collective", _("Tập thể")
    PERSON = "person", _("Cá nhân")


class Host(TextChoices):
    """Where a model lives; the form asks for it."""

    COMMUNITY = "community", _("Khu dân cư")
    OFFICE = "office", _("Cơ quan, trường học, đơn vị khác")


class State(TextChoices):
    """How far a model is. Effective and recognised are no states: they stand beside it and are counted apart (`Review`, `Recognition`)."""

    DRAFT = "draft", _("Đang viết")
    SUBMITTED = "submitted", _("Chờ nhận đăng ký")
    REGISTERED = "registered", _("Đã đăng ký")
    LAPSED = "lapsed", _("Không còn tin hoạt động")
    STOPPED = "stopped", _("Đã dừng")
    WITHDRAWN = "withdrawn", _("Đã rút")


class Deed(TextChoices):
    """Everything that may be done to a model. The words are those of a button."""

    WRITE = "write", _("Sửa phiếu")
    SUBMIT = "submit", _("Gửi đăng ký")
    SEND_BACK = "send_back", _("Trả lại để bổ sung")
    REGISTER = "register", _("Nhận đăng ký")
    WITHDRAW = "withdraw", _("Rút phiếu")
    READ_MEASURE = "read_measure", _("Ghi kết quả đo")
    ADD_EVIDENCE = "add_evidence", _("Thêm bằng chứng")
    TIE = "tie", _("Gắn việc liên quan")
    COMPLETE = "complete", _("Ghi thêm phần còn trống")
    NOTE_USE = "note_use", _("Ghi nguồn lực đã dùng, mốc đã đạt")
    ISSUE_CODE = "issue_code", _("Phát mã cho người dân")
    GIVE_VOICE = "give_voice", _("Nói về mô hình")
    VISIT = "visit", _("Ghi buổi thăm")
    REVIEW = "review", _("Rà soát")
    GIVE_SIGN = "give_sign", _("Báo còn hoạt động")
    LAPSE = "lapse", _("Ghi là không còn tin")
    REVIVE = "revive", _("Hoạt động trở lại")
    STOP = "stop", _("Dừng mô hình")
    APPRAISE = "appraise", _("Đưa ra hội đồng")
    POST = "post", _("Niêm yết kết quả")
    RECOGNISE = "recognise", _("Công nhận")
    REVOKE = "revoke", _("Thu hồi công nhận")
    ADOPT = "adopt", _("Học theo mô hình này")
    JUDGE_ADOPTION = "judge_adoption", _("Nhận xét mô hình gốc")


S, D = State, Deed

NEXT: dict[State, dict[Deed, State]] = {
    S.DRAFT: {D.WRITE: S.DRAFT, D.SUBMIT: S.SUBMITTED, D.WITHDRAW: S.WITHDRAWN},
    S.SUBMITTED: {D.SEND_BACK: S.DRAFT, D.REGISTER: S.REGISTERED, D.WITHDRAW: S.WITHDRAWN},
    S.REGISTERED: {
        D.READ_MEASURE: S.REGISTERED,
        D.ADD_EVIDENCE: S.REGISTERED,
        D.TIE: S.REGISTERED,
        D.NOTE_USE: S.REGISTERED,
        D.COMPLETE: S.REGISTERED,
        D.ISSUE_CODE: S.REGISTERED,
        D.GIVE_VOICE: S.REGISTERED,
        D.VISIT: S.REGISTERED,
        D.REVIEW: S.REGISTERED,
        D.GIVE_SIGN: S.REGISTERED,
        D.LAPSE: S.LAPSED,
        D.STOP: S.STOPPED,
        D.APPRAISE: S.REGISTERED,
        D.POST: S.REGISTERED,
        D.RECOGNISE: S.REGISTERED,
        D.REVOKE: S.REGISTERED,
        D.ADOPT: S.REGISTERED,
        D.JUDGE_ADOPTION: S.REGISTERED,
    },
    S.LAPSED: {
        D.ADD_EVIDENCE: S.LAPSED,
        D.VISIT: S.LAPSED,
        D.REVIVE: S.REGISTERED,
        D.STOP: S.STOPPED,
        D.REVOKE: S.LAPSED,
        D.JUDGE_ADOPTION: S.LAPSED,
    },
    S.STOPPED: {D.REVOKE: S.STOPPED, D.JUDGE_ADOPTION: S.STOPPED},
    S.WITHDRAWN: {},
}
PUBLIC = frozenset({S.REGISTERED, S.LAPSED, S.STOPPED})
LIVING = frozenset({S.DRAFT, S.SUBMITTED, S.REGISTERED, S.LAPSED})  # what a merger hands over
OTHERS = frozenset({D.GIVE_VOICE, D.ADOPT, D.LAPSE, D.REVOKE, D.JUDGE_ADOPTION})  # deeds that need no office to answer for it


class DriveState(TextChoices):
    """How far an emulation drive is."""

    PLANNED = "planned", _("Đang chuẩn bị")
    LAUNCHED = "launched", _("Đang phát động")
    SUMMED_UP = "summed_up", _("Đã tổng kết")
    CANCELLED = "cancelled", _("Đã huỷ")


class Meeting(TextChoices):
    """When a drive is looked at as a whole; its counts are frozen with it."""

    YEAR = "year", _("Sơ kết năm")
    MIDTERM = "midterm", _("Sơ kết giữa giai đoạn")
    CLOSING = "closing", _("Tổng kết")


class ForcePart(TextChoices):
    """What a force does in a model. Exactly one leads."""

    LEAD = "lead", _("Chủ trì")
    COORDINATE = "coordinate", _("Phối hợp")
    TAKE_PART = "take_part", _("Tham gia")


class ResourceKind(TextChoices):
    """What a model takes, each with a measure of its own: never added up across kinds."""

    BUDGET = "budget", _("Kinh phí ngân sách")
    SOCIALISED = "socialised", _("Kinh phí xã hội hoá")
    GOODS = "goods", _("Vật chất")
    PEOPLE = "people", _("Nhân lực")
    LABOUR = "labour", _("Ngày công")
    LAND = "land", _("Đất hiến")


class EvidenceKind(TextChoices):
    """What shows that it lives."""

    PHOTO = "photo", _("Ảnh, tệp")
    LINK = "link", _("Liên kết")
    NOTE = "note", _("Ghi chú")


class Result(TextChoices):
    """What a review found. Registered is not effective."""

    EFFECTIVE = "effective", _("Hiệu quả, nên nhân rộng")
    WEAK = "weak", _("Cần củng cố")
    FORMAL = "formal", _("Hình thức, chưa có kết quả")


class FindingKind(TextChoices):
    """What a team saw."""

    GOOD = "good", _("Điểm tốt")
    LACK = "lack", _("Còn thiếu")
    ADVICE = "advice", _("Góp ý")


class Helps(TextChoices):
    """What somebody who holds a code says of the model this year."""

    YES = "yes", _("Có ích, vẫn đang làm")
    PARTLY = "partly", _("Có ích một phần")
    NO = "no", _("Không thấy làm")


class Worked(TextChoices):
    """What an adopter says of the original."""

    WORKED = "worked", _("Làm theo được")
    PARTLY = "partly", _("Làm theo được một phần")
    NOT = "not", _("Không hợp nơi chúng tôi")


class LikeKind(TextChoices):
    """Why a new model looks like something that stands already."""

    MOVEMENT = "movement", _("Giống một phong trào sẵn có")
    NEIGHBOUR = "neighbour", _("Giống phiếu của nơi khác")
    OWN = "own", _("Giống mô hình nơi này đã có")


class ErasedFor(TextChoices):
    """Why words are taken away. Nothing else is a reason."""

    PERSONAL_DATA = "personal_data", _("Có thông tin riêng của một người")
    EXPIRED = "expired", _("Hết thời gian lưu")


class Moved(TextChoices):
    """Why a model went to another office without anybody handing it over."""

    MERGER = "merger", _("Sáp nhập")
    SPLIT = "split", _("Chia tách")
    ABOLITION = "abolition", _("Kết thúc hoạt động")
    OFFICE_END = "office_end", _("Cơ quan kết thúc")
