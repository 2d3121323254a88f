"""Codes of a proposal in the words people use."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from gandan.ingest.proposal import ActivityKind, Bound, Level, Measure

KINDS = {
    ActivityKind.MEETING: _("Họp, gặp mặt"),
    ActivityKind.INSPECTION: _("Kiểm tra, giám sát"),
    ActivityKind.SURVEY: _("Khảo sát"),
    ActivityKind.DIALOGUE: _("Đối thoại"),
    ActivityKind.RECEPTION: _("Tiếp công dân"),
    ActivityKind.CEREMONY: _("Lễ"),
    ActivityKind.CONFERENCE: _("Hội nghị"),
    ActivityKind.WORKS: _("Công trình"),
    ActivityKind.GIFT: _("Trao quà, hỗ trợ"),
    ActivityKind.TRAINING: _("Tập huấn"),
    ActivityKind.CONTEST: _("Hội thi"),
    ActivityKind.SIGNING: _("Ký kết"),
    ActivityKind.OTHER: _("Việc khác"),
}
BOUNDS = {Bound.EXACT: "", Bound.OVER: _("hơn"), Bound.UNDER: _("dưới"), Bound.ABOUT: _("khoảng")}
NEARLY = {"gần": _("gần"), "ngót": _("ngót"), "chưa đến": _("chưa đến"), "chưa tới": _("chưa tới")}
"""Words that set the bound "under" but say nearly as much; "dưới" would say something else than the text."""
MEASURES = {Measure.VND: _("đồng"), Measure.KG: "kg", Measure.M2: "m²", Measure.M: "m", Measure.PERCENT: "%", Measure.COUNT: ""}
LEVELS = {
    Level.PROVINCE: pgettext_lazy("cấp", "Tỉnh"),
    Level.DISTRICT: pgettext_lazy("cấp", "Huyện (đến 30/6/2025)"),
    Level.COMMUNE: pgettext_lazy("cấp", "Xã"),
}
