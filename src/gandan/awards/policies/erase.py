"""WHEN dossiers go."""

from datetime import date

from django.utils.translation import gettext as _

from gandan.awards.enums import CallState
from gandan.awards.models import Call
from gandan.core import legal
from gandan.core.access import Refusal
from gandan.core.text.days import written

KEEP = "awards.keep_dossier"


def erase(call: Call, *, today: date) -> Refusal | None:
    """Once, of a call that has ended as long ago as the rule says."""
    if call.erased_on is not None:
        return Refusal(_("Hồ sơ của đợt này đã xoá."))
    if call.state not in {CallState.DECIDED, CallState.CANCELLED} or call.ended_on is None:
        return Refusal(_("Đợt xét chưa kết thúc nên hồ sơ còn phải giữ."))
    last = legal.due(KEEP, start=call.ended_on, on=today)
    if today <= last.date:
        return Refusal(_("Hồ sơ còn phải giữ đến ngày %(day)s.") % {"day": written(last.date)}, law=last.rule.cite())
    return None
