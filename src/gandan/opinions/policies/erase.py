"""WHEN words are taken away: by the rule of retention alone."""

from datetime import date, timedelta

from django.utils.translation import gettext as _

from gandan.core import legal
from gandan.core.access import Refusal
from gandan.core.text.days import written
from gandan.opinions.enums import Deed
from gandan.opinions.models import Case
from gandan.opinions.policies.states import CONFLICT, possible

KEEP = "opinion.keep_ended"


def erase(case: Case, *, today: date) -> Refusal | None:
    """Once, so many days after the end as the rule of today says."""
    if (refusal := possible(case, Deed.ERASE)) is not None:
        return refusal
    if case.erased_on is not None or case.ended_on is None:
        return Refusal(_("Nội dung này đã được xoá."), status=CONFLICT)
    held = legal.rule(KEEP, on=today)
    last = case.ended_on + timedelta(days=held.days)
    if today <= last:
        return Refusal(_("Nội dung được giữ đến hết ngày %(day)s.") % {"day": written(last)}, law=held.cite(), status=CONFLICT)
    return None
