"""READ what everybody may read."""

from django.db.models import QuerySet

from gandan.opinions.models import Publication


def published() -> QuerySet[Publication]:
    """Questions and answers that an office made public, newest first, with their case (topic, place, state, number)."""
    rows = Publication.objects.filter(is_shown=True).select_related("case__unit", "case__made_in", "case__hamlet", "case__office")
    return rows.order_by("-published_on", "-pk")
