"""READ what everybody may read."""

from django.db.models import QuerySet

from gandan.opinions.models import Publication
from gandan.opinions.queries.by_office import said_done_so


def published() -> QuerySet[Publication]:
    """Questions and answers that an office made public, newest first, with their case (topic, place, state, number).
    `by_office`: a PIN that an office had made helped to confirm it."""
    rows = Publication.objects.filter(is_shown=True).select_related("case__unit", "case__made_in", "case__hamlet", "case__office")
    return rows.annotate(by_office=said_done_so("case", "case__round")).order_by("-published_on", "-pk")
