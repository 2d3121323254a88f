"""The sheet for a hamlet's notice board: its picture, and the short address beside it, open the form with the place filled in."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from gandan.core.access import actor_of, guarded, public, require
from gandan.opinions.queries.clock import pledge_of
from gandan.opinions.web import short_address
from gandan.opinions.web.receipt import picture
from gandan.units import queries as units
from gandan.units.models import Hamlet, Unit


@require_safe
@public
def poster(request: HttpRequest, hamlet: UUID) -> HttpResponse:
    """One A4 page. Nothing on it is private: whoever likes may hang one up."""
    found = Hamlet.objects.filter(pk=hamlet).first()
    if found is None:
        raise Http404
    return render(request, "opinions/public/poster.html", {"posters": _posters(request, found.unit_id, [found]), "one": found})


@require_safe
@guarded("opinions.print_posters")
def posters(request: HttpRequest, unit: UUID) -> HttpResponse:
    """Every hamlet of a commune, one page each, for those who hang them up."""
    found = Unit.objects.filter(pk=unit).first()
    if found is None:
        raise Http404
    require(actor_of(request), "opinions.print_posters", found)
    hamlets = list(units.hamlets(found.pk, on=timezone.localdate()))
    place = units.one(found)
    return render(request, "opinions/public/poster.html", {"posters": _posters(request, found.pk, hamlets), "place_of": place})


def _posters(request: HttpRequest, unit: UUID, hamlets: list[Hamlet]) -> list[dict[str, object]]:
    place, beside = units.one(unit), list(units.hamlets(unit, on=timezone.localdate()))
    say = request.build_absolute_uri(reverse("opinions-public:say"))
    home = reverse("opinions-public:home")
    short = short_address.addresses(place, beside) if place else {}
    days = pledge_of(Unit.objects.get(pk=unit), on=timezone.localdate()).days

    def one(h: Hamlet) -> dict[str, object]:
        address = request.build_absolute_uri(short.get(h.pk, home)).split("://", 1)[-1]
        return {
            "hamlet": str(h), "unit": place, "picture": picture(f"{say}?thon={h.pk}"), "address": address,
            "is_named": h.pk in short, "days": days,
        }  # fmt: skip

    return [one(h) for h in hamlets]
