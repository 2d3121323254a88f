"""Pages by which a case goes to those above, and of what these order."""

from django.utils.translation import gettext_lazy as _

from gandan.opinions import actions, policies
from gandan.opinions.enums import Deed
from gandan.opinions.web import desk
from gandan.opinions.web.deeds.page import ANY, DeedPage, of_state
from gandan.opinions.web.forms import case as forms

ABOVE = (
    of_state(
        Deed.ESCALATE,
        "dua-len",
        _("Đã đưa lên cấp trên. Cấp trên đọc được việc này."),
        desk.plain(forms.ReasonForm),
        lambda c, by, today: policies.escalate(c, reason=ANY, by=by, today=today),
        lambda c, f, by, now: actions.escalate(c, reason=f.cleaned_data["reason"], by=by, now=now),
        explain=_("Từ lúc này cấp trên đọc được lời của người gửi trong việc này. Việc vẫn do đơn vị giải quyết."),
        grave=True,
    ),
    of_state(
        Deed.ORDER_REOPEN,
        "giai-quyet-lai",
        _("Đã yêu cầu giải quyết lại. Việc mở lại với hạn mới."),
        desk.plain(forms.ReasonForm),
        lambda c, by, today: policies.order_reopen(c, reason=ANY),
        lambda c, f, by, now: actions.order_reopen(c, reason=f.cleaned_data["reason"], by=by, now=now),
        explain=_("Người gửi và cơ quan giải quyết đọc được lý do."),
        grave=True,
        button=_("Yêu cầu giải quyết lại"),
    ),
    DeedPage(
        "khep-lai",
        "opinions.end_objected",
        _("Khép lại, người gửi không đồng ý"),
        _("Đã khép lại. Trang theo dõi và các con số ghi rõ người gửi không đồng ý."),
        desk.plain(forms.ReasonForm),
        lambda c, by, today: policies.end_objected(c, reason=ANY),
        lambda c, f, by, now: actions.end_objected(c, reason=f.cleaned_data["reason"], by=by, now=now),
        explain=_("Người gửi nói chưa xong nên máy không tự khép. Người gửi và cơ quan giải quyết đọc được lý do Ông/Bà ghi ở đây."),
        grave=True,
        button=_("Khép lại"),
    ),
)
