"""Pages beside the course of a case: news, who works on it, tags."""

from datetime import date

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from gandan.core.access import Actor, Refusal
from gandan.opinions import policies
from gandan.opinions.models import Case
from gandan.opinions.web import deeds_done, desk
from gandan.opinions.web.deeds.page import ANY, DeedPage


def _untags(c: Case, by: Actor, today: date) -> Refusal | None:
    if not desk.tags_on(c, by):
        return Refusal(gettext("Việc này không có nhãn nào của cơ quan Ông/Bà."), status=409)
    return None


BESIDE = (
    DeedPage(
        "gui-tin",
        "opinions.send_news",
        _("Gửi thêm tin, đính chính"),
        _("Đã gửi tin."),
        desk.letter,
        lambda c, by, today: policies.send_news(c, text=ANY, opinion=None),
        deeds_done.send_news,
        _(
            "Tin để người gửi biết việc đến đâu, hoặc sửa điều đã trả lời sai. Mọi người gửi đọc được; hạn không đổi, "
            "câu trả lời cũ vẫn còn đó."
        ),
        button=_("Gửi tin"),
    ),
    DeedPage(
        "phu-trach",
        "opinions.name_person",
        _("Giao người phụ trách"),
        _("Đã giao người phụ trách."),
        desk.person,
        lambda c, by, today: policies.name_person(c, person=None, today=today),
        deeds_done.name_person,
        _("Người của cơ quan đang giải quyết. Người gửi không thấy tên này."),
        button=_("Giao"),
    ),
    DeedPage(
        "gan-nhan",
        "opinions.tag",
        _("Gắn nhãn"),
        _("Đã gắn nhãn."),
        desk.tag,
        lambda c, by, today: policies.tag(c, label="họp giao ban"),
        deeds_done.tag,
        _("Nhãn chỉ cơ quan Ông/Bà thấy, để gom việc lại với nhau."),
    ),
    DeedPage("bo-nhan", "opinions.tag", _("Bỏ nhãn"), _("Đã bỏ nhãn."), desk.untag, _untags, deeds_done.untag),
)
