"""WHEN the clock speaks for itself."""

from datetime import date

from django.utils.translation import gettext as _

from gandan.core.access import Refusal
from gandan.opinions.models import Case


def remind(case: Case, *, today: date) -> Refusal | None:
    """Only of what is still owed and late, or runs: who answered a moment ago is left in peace."""
    if not (case.runs or case.is_late(today)) or case.received_on > today:
        return Refusal(_("Việc này không còn chờ trả lời."))
    return None
