"""The closed lists of this room."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Kind(TextChoices):
    """What sort of thing was done: the same thirteen words that the reading of prose uses."""

    MEETING = "meeting", _("Họp")
    INSPECTION = "inspection", _("Kiểm tra")
    SURVEY = "survey", _("Khảo sát")
    DIALOGUE = "dialogue", _("Đối thoại")
    RECEPTION = "reception", _("Tiếp công dân, tiếp đoàn")
    CEREMONY = "ceremony", _("Lễ, họp mặt")
    CONFERENCE = "conference", _("Hội nghị")
    WORKS = "works", _("Công trình")
    GIFT = "gift", _("Thăm, tặng quà")
    TRAINING = "training", _("Tập huấn")
    CONTEST = "contest", _("Hội thi")
    SIGNING = "signing", _("Ký kết")
    OTHER = "other", _("Việc khác")


class State(TextChoices):
    """An activity is written down; what was written down wrongly is withdrawn with a reason, never deleted."""

    RECORDED = "recorded", _("Đã ghi")
    WITHDRAWN = "withdrawn", _("Đã rút")


class Point(TextChoices):
    """Where people took part. One line of each per activity; TOTAL is the number the text gives for all together."""

    VENUE = "venue", _("Tại nơi tổ chức")
    CENTRE = "centre", _("Điểm cầu Trung ương")
    PROVINCE = "province", _("Điểm cầu cấp tỉnh")
    DISTRICT = "district", _("Điểm cầu cấp huyện")
    COMMUNE = "commune", _("Điểm cầu cấp xã")
    OTHER = "other", _("Điểm khác")
    TOTAL = "total", _("Tổng cộng")


class RequestState(TextChoices):
    """A request stays one until an office takes it up as a commitment, or says publicly why it does not."""

    NOTED = "noted", _("Chưa trả lời")
    TAKEN_UP = "taken_up", _("Đã nhận làm")
    DECLINED = "declined", _("Không nhận, có lý do")
    WITHDRAWN = "withdrawn", _("Đã gỡ")


NEXT: dict[RequestState, frozenset[RequestState]] = {
    RequestState.NOTED: frozenset({RequestState.TAKEN_UP, RequestState.DECLINED, RequestState.WITHDRAWN}),
    RequestState.TAKEN_UP: frozenset(),  # from here on the commitment has the states
    RequestState.DECLINED: frozenset({RequestState.TAKEN_UP}),  # an office may still change its mind for the better
    RequestState.WITHDRAWN: frozenset(),
}
