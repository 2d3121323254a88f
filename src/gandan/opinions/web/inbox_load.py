"""Who has how much on the desk: each office of a unit and each person in it, how much of it late, and since when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from gandan.commitments.web import choices
from gandan.core.access import Actor, Role, actor_of, guarded
from gandan.opinions import queries
from gandan.opinions.queries import inbox
from gandan.opinions.queries.inbox import Load
from gandan.opinions.web import asked
from gandan.units.models import Office

BAR = 100  # units of length of the longest bar


@dataclass(frozen=True)
class Line:
    """One office, or one person of it; each number leads to those cases. `bar`, `late_bar`: lengths out of `BAR`."""

    name: str
    load: Load
    url: str
    late_url: str
    is_office: bool
    bar: int
    late_bar: int


@require_GET
@guarded("opinions.open_load")
def page(request: HttpRequest) -> HttpResponse:
    """The units that the reader leads. From a number one goes to the cases, and hands them on from there."""
    actor, today = actor_of(request), timezone.localdate()
    led = _led(actor)
    loads = inbox.load(queries.visible_to(actor).filter(unit__in=led), today=today)
    offices = {UUID(key): name for _unit, found in choices.in_units(led, today=today) for key, name in found}
    quiet = [name for key, name in offices.items() if key not in {x.office for x in loads}]
    return render(request, "opinions/staff/load.html", {"lines": _lines(loads, offices, today), "quiet": quiet})


def _led(actor: Actor) -> list[UUID]:
    return list(dict.fromkeys(h.unit for h in actor.holdings if h.role == Role.LEADER and h.unit))


def _lines(loads: list[Load], offices: Mapping[UUID, str], today: date) -> list[Line]:
    sums = inbox.together(loads)
    most = max((x.open for x in sums.values()), default=0) or 1
    people = inbox.people_of(sums, today=today)
    gone = {o.pk: str(o) for o in Office.objects.filter(pk__in=[k for k in sums if k not in offices]).prefetch_related("names")}
    plain = asked.Asked(today, today)

    def line(name: str, x: Load, *, is_office: bool, **who: str) -> Line:
        urls = plain.but(view=asked.ALL_OWED, **who), plain.but(view=asked.LATE, **who)
        return Line(name, x, *urls, is_office, round(x.open * BAR / most), round(x.late * BAR / most))

    found = []
    for key, whole in sums.items():
        found.append(line(offices.get(key) or gone.get(key, ""), whole, is_office=True, office=str(key)))
        named = people.get(key, {})
        for x in (x for x in loads if x.office == key):
            name = named.get(x.person, _("Người không còn ở cơ quan này")) if x.person else _("Chưa ai phụ trách")
            found.append(line(name, x, is_office=False, office=str(key), person=str(x.person or asked.NOBODY)))
    return found
