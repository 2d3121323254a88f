"""What an office did on a case, as its timeline tells it."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gandan.core import events
from gandan.opinions.enums import Deed
from gandan.opinions.models import Case, Step
from gandan.opinions.web.case_happened import Happened


def steps(c: Case, today: date) -> Iterator[Happened]:
    """What was done with a reason, or to another office."""
    for step in c.steps.all():
        yield Happened(step.given_at, _done(step, today), step.reason, step.law)


# what was done without words, so that its event alone tells of it
PLAIN = {
    "opinions.classified": gettext_lazy("Phân loại"),
    "opinions.accepted": gettext_lazy("Nhận giải quyết"),
    "opinions.asked_back": gettext_lazy("Hỏi lại người gửi"),
    "opinions.replied": gettext_lazy("Người gửi bổ sung"),
    "opinions.gone_on": gettext_lazy("Làm tiếp, không chờ bổ sung"),
    "opinions.resumed": gettext_lazy("Làm tiếp"),
    "opinions.split": gettext_lazy("Tách ra một việc"),
    "opinions.published": gettext_lazy("Công khai"),
    "opinions.closed": gettext_lazy("Khép lại, người gửi không nói thêm"),
    "opinions.person_named": gettext_lazy("Giao người phụ trách"),
    "opinions.confirmed": gettext_lazy("Người gửi xác nhận"),
}


def deeds(c: Case) -> Iterator[Happened]:
    """What was done without words."""
    for event in events.of(c).filter(verb__in=PLAIN):
        yield Happened(event.at, str(PLAIN[event.verb]))


def _done(step: Step, today: date) -> str:
    if step.deed == Deed.FORWARD and step.to_office is not None:
        return _("Chuyển đến %(office)s") % {"office": step.to_office.called(today)}
    return {
        Deed.REFUSE: _("Không thụ lý"),
        Deed.PAUSE: _("Tạm dừng"),
        Deed.REPORT_DONE: _("Cơ quan báo đã xong"),
        Deed.REOPEN: _("Người gửi nói chưa xong, việc mở lại"),
        Deed.ORDER_REOPEN: _("Yêu cầu giải quyết lại"),
        Deed.ESCALATE: _("Đưa lên cấp trên"),
        Deed.CLOSE: _("Cấp trên khép lại, người gửi không đồng ý"),
        Deed.WITHDRAW: _("Người gửi rút ý kiến"),
        Deed.JOIN: _("Gộp"),
        Deed.UNPUBLISH: _("Thôi công khai"),
    }.get(Deed(step.deed), str(Deed(step.deed).label))
