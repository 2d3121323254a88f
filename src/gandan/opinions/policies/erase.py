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
    """So many days after the end as the rule of today says; again only what was given as a reason since then, by its own day."""
    if (refusal := possible(case, Deed.ERASE)) is not None:
        return refusal
    since = last_word(case) if case.erased_on is not None else case.ended_on
    if since is None:
        return Refusal(_("Nội dung này đã được xoá."), status=CONFLICT)
    held = legal.rule(KEEP, on=today)
    last = since + timedelta(days=held.days)
    if today <= last:
        return Refusal(_("Nội dung được giữ đến hết ngày %(day)s.") % {"day": written(last)}, law=held.cite(), status=CONFLICT)
    return None


def last_word(case: Case) -> date | None:
    """The day of the last reason that came after the words were erased."""
    rows = case.steps.filter(content_salt__isnull=False).order_by("-given_on").values_list("given_on", flat=True)
    return rows.first()
