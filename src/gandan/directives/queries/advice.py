"""Who advised a document."""

from django.db.models import F, Prefetch, QuerySet

from gandan.directives.models import Advice, Document
from gandan.units.models import OfficeName


def advice_of(document: Document) -> QuerySet[Advice]:
    """Advice on a document with the offices' names, oldest first."""
    return (
        Advice.objects.filter(document=document)
        .select_related("office")
        .prefetch_related(Prefetch("office__names", OfficeName.objects.order_by("during")))
        .order_by(F("given_on").asc(nulls_last=True), "pk")
    )
