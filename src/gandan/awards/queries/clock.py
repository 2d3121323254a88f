"""READ what the clock has to do."""

from datetime import date

from django.db.models import QuerySet

from gandan.awards.enums import CallState
from gandan.awards.models import Call
from gandan.core import legal

GRACE, KEEP = "awards.late_intake", "awards.keep_dossier"


def past_grace(*, today: date) -> list[Call]:
    """Open calls that still take dossiers although their last day, and the days of grace after it, are over."""
    rows = Call.objects.filter(state=CallState.OPEN, intake_ended_on=None, closes_on__lt=today).order_by("pk")
    return [call for call in rows if today > legal.due(GRACE, start=call.closes_on, on=today).date]


def to_forget(*, today: date) -> list[Call]:
    """Ended calls whose dossiers have lain as long as the rule says."""
    rows: QuerySet[Call] = Call.objects.filter(state__in=[CallState.DECIDED, CallState.CANCELLED], erased_on=None, ended_on__lt=today)
    return [call for call in rows.order_by("pk") if call.ended_on and today > legal.due(KEEP, start=call.ended_on, on=today).date]
