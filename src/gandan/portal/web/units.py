"""Units for everyone: the country on a day, and each unit with its history."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from gandan.core import access
from gandan.portal.queries.places import by_id, find
from gandan.portal.queries.record import record
from gandan.portal.queries.unit import unit_page
from gandan.portal.web import asked
from gandan.units.queries.country import country


@require_safe
@access.public
def units(request: HttpRequest) -> HttpResponse:
    """The country as dots and as a table, on a day; with `q` units by name."""
    day, typed = asked.day(request), asked.text(request)
    if typed:
        return render(request, "portal/units_found.html", {"typed": typed, "found": find(typed)})
    return render(request, "portal/units.html", {"day": day, "country": country(day.day)})


@require_safe
@access.public
def unit(request: HttpRequest, unit: UUID) -> HttpResponse:
    """One unit, today's or one that is no more."""
    place = by_id(unit)
    if place is None:
        raise Http404
    day = asked.day(request)
    page = unit_page(place, today=day.today, on=None if day.is_today or not place.is_open else day.day)
    known = None if page.absent else record(place, today=day.today)
    context = {"unit": page, "day": day, "today": day.today, "country": country(day.today), "record": known}
    return render(request, "portal/unit.html", context)
