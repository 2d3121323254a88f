"""The closed lists of this room, and which deed leads from which state to which."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from gandan.units import enums as units


class Part(TextChoices):
    """What somebody is in a council. A secretary keeps its papers and does not score."""

    CHAIR = "chair", _("Chủ tịch hội đồng")
    MEMBER = "member", _("Thành viên")
    SECRETARY = "secretary", _("Thư ký")


class State(TextChoices):
    """How far an appraisal is. While it is scored nobody sees anybody else's marks, the secretary included."""

    PREPARED = "prepared", _("Chờ đơn vị tự chấm")
    SCORING = "scoring", _("Đang chấm, chưa ai xem điểm của nhau")
    SHOWN = "shown", _("Đã mở điểm")
    CLOSED = "closed", _("Đã chốt")
    SET_ASIDE = "set_aside", _("Không xét nữa")


class Deed(TextChoices):
    """Everything that may be done to an appraisal. The words are those of a button."""

    SCORE_SELF = "score_self", _("Tự chấm điểm")
    BEGIN = "begin", _("Cho chấm điểm")
    DECLARE_CONFLICT = "declare_conflict", _("Tôi có liên quan, xin không chấm")
    HAND_IN = "hand_in", _("Nộp phiếu điểm")
    SHOW = "show", _("Mở điểm")
    SCORE_AGAIN = "score_again", _("Chấm lại lần hai")
    CLOSE = "close", _("Chốt kết quả")
    SET_ASIDE = "set_aside", _("Không xét nữa")


S, D = State, Deed

NEXT: dict[State, dict[Deed, State]] = {
    S.PREPARED: {D.SCORE_SELF: S.PREPARED, D.BEGIN: S.SCORING, D.DECLARE_CONFLICT: S.PREPARED, D.SET_ASIDE: S.SET_ASIDE},
    S.SCORING: {D.DECLARE_CONFLICT: S.SCORING, D.HAND_IN: S.SCORING, D.SHOW: S.SHOWN, D.SET_ASIDE: S.SET_ASIDE},
    S.SHOWN: {D.SCORE_AGAIN: S.SCORING, D.CLOSE: S.CLOSED, D.SET_ASIDE: S.SET_ASIDE},
    S.CLOSED: {},
    S.SET_ASIDE: {},
}
ENDED = frozenset({S.CLOSED, S.SET_ASIDE})
LIVING = frozenset(State) - ENDED


class Tie(TextChoices):
    """Why a member takes no part in scoring one subject."""

    OWN_UNIT = "own_unit", _("Công tác tại đơn vị được xét")
    TOOK_PART = "took_part", _("Đã tham gia làm việc được xét")
    KIN = "kin", _("Là người thân của người được xét")
    OTHER = "other", _("Lý do khác")


class ObjectionState(TextChoices):
    """What became of an objection to something posted."""

    OPEN = "open", _("Đang xem xét")
    UPHELD = "upheld", _("Có cơ sở")
    DISMISSED = "dismissed", _("Không có cơ sở")


class Level(TextChoices):
    """The level that decides. Districts decided until 30/6/2025."""

    BASE = "base", _("Cấp cơ sở")
    DISTRICT = "district", _("Cấp huyện (cũ)")
    PROVINCE = "province", _("Cấp tỉnh")
    CENTRE = "centre", _("Cấp trung ương")


AT = {units.Level.COMMUNE: Level.BASE, units.Level.DISTRICT: Level.DISTRICT, units.Level.PROVINCE: Level.PROVINCE}
"""The level that offices and councils of a unit decide and score for by themselves; a province hands up what goes to the centre."""


class DecisionKind(TextChoices):
    """What a decision does."""

    RECOGNISE = "recognise", _("Công nhận")
    COMMEND = "commend", _("Khen thưởng")
    REVOKE = "revoke", _("Thu hồi")
