"""What a promise that answers an opinion says of where it came from. The words of who spoke are not public; what an office published is."""

from collections.abc import Mapping, Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from gandan.commitments.origins import Origin
from gandan.core.access import Actor
from gandan.opinions import queries, topics
from gandan.opinions.models import Case
from gandan.units import queries as units

TYPE = "opinions.case"


def describe(ids: Sequence[str], actor: Actor) -> Mapping[str, Origin]:
    """By the title that everybody may read where there is one, else by topic and place alone. Whoever reads the case gets its page."""
    cases = list(Case.objects.filter(pk__in=ids).select_related("hamlet", "publication"))
    read = set(queries.visible_to(actor).filter(pk__in=ids).values_list("pk", flat=True)) if actor.holdings else set()
    places = {p.id: p.full_name for p in units.several({c.made_in_id for c in cases}) if p is not None}
    return {str(c.pk): Origin(_title(c, places.get(c.made_in_id, "")), _url(c, reads=c.pk in read)) for c in cases}


def _title(case: Case, unit: str) -> str:
    shown = getattr(case, "publication", None)
    if shown is not None and shown.is_shown and shown.title:
        return str(shown.title)
    said = {"topic": topics.name_of(case.topic), "place": str(case.hamlet) if case.hamlet else unit}
    return _("Ý kiến của người dân: %(topic)s, %(place)s") % said


def _url(case: Case, *, reads: bool) -> str:
    shown = getattr(case, "publication", None)
    if reads:
        return reverse("opinions:case", args=[case.pk])
    return reverse("opinions-public:one", args=[case.number]) if shown is not None and shown.is_shown else ""
