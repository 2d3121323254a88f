"""Pages of the answer."""

from django.utils.translation import gettext_lazy as _

from gandan.opinions import actions, policies
from gandan.opinions.enums import Deed
from gandan.opinions.web import deeds_done, desk
from gandan.opinions.web.deeds.page import ANY, of_state
from gandan.opinions.web.forms import case as forms

ANSWERS = (
    of_state(
        Deed.ANSWER,
        "tra-loi",
        _("Đã trả lời. Mọi người gửi đọc được."),
        desk.answer,
        lambda c, by, today: policies.answer(c, text=ANY, law="", partial=False),
        deeds_done.answer,
        button=_("Gửi câu trả lời"),
    ),
    of_state(
        Deed.ANSWER_PARTLY,
        "tra-loi-mot-phan",
        _("Đã trả lời một phần. Phần còn lại vẫn giữ hạn."),
        desk.answer,
        lambda c, by, today: policies.answer(c, text=ANY, law="", partial=True),
        deeds_done.answer_partly,
        explain=_("Trả lời điều đã rõ trước; việc vẫn mở và hạn vẫn giữ cho phần còn lại."),
        button=_("Gửi phần này"),
    ),
    of_state(
        Deed.REPORT_DONE,
        "bao-xong",
        _("Đã báo xong. Đúng hay chưa là do người gửi nói."),
        desk.plain(forms.ReportForm),
        lambda c, by, today: policies.report_done(c, summary=ANY),
        lambda c, f, by, now: actions.report_done(c, summary=f.cleaned_data["summary"], by=by, now=now),
        explain=_("Đây là lời của cơ quan. Người gửi xác nhận, hoặc nói chưa xong thì việc mở lại."),
    ),
)
