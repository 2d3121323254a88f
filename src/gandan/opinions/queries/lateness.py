"""READ: what is late, and what the clock runs for: one definition for every list, number and job. `Case.is_late` says the same of one."""

from datetime import date

from django.db.models import F, Q

from gandan.opinions.enums import OWED

RUNS = Q(state__in=sorted(OWED), stopped_on=None)
"""An answer is owed and time counts."""
STANDS = Q(state__in=sorted(OWED), stopped_on__isnull=False)
"""An answer is owed and the clock stands still."""


def late(today: date) -> Q:
    """An answer is owed, and its date has passed or had when the clock was stopped: who stops it takes no lateness away."""
    return Q(state__in=sorted(OWED)) & (Q(stopped_on=None, due__lt=today) | Q(stopped_on__isnull=False, due__lt=F("stopped_on")))
