"""The first page, the reader's own ward, and what this is."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from gandan.core import access
from gandan.core.ui import place as place_cookie
from gandan.portal.queries.places import by_id, homes
from gandan.portal.queries.record import heard, owed
from gandan.portal.queries.unit import unit_page
from gandan.portal.web import asked
from gandan.units.gazetteer import Level
from gandan.units.queries.country import country


@require_safe
@access.public
def home(request: HttpRequest) -> HttpResponse:
    """Saying something and following it lead; then one's own ward, once it is chosen."""
    mine = place_cookie.chosen(request)
    unit = by_id(mine.id) if mine else None
    day = timezone.localdate()
    today = country(day)
    context = {
        "country": today,
        "kinds": today.kinds,
        "mine": unit_page(unit, today=day) if unit else None,
        "owed": owed(unit, today=day) if unit else None,
        "heard": heard(unit, today=day) if unit else (),
    }
    return render(request, "portal/home.html", context)


@require_safe
@access.public
def choose(request: HttpRequest) -> HttpResponse:
    """Find one's ward by a name of today or of before."""
    typed = asked.text(request)
    return render(request, "portal/choose.html", {"typed": typed, "found": homes(typed) if typed else []})


@require_POST
@access.public
def remember(request: HttpRequest) -> HttpResponse:
    """Keep the chosen ward in this browser."""
    try:
        unit = by_id(UUID(request.POST.get("don-vi", "")))
    except ValueError:
        unit = None
    if unit is None or not unit.is_open or unit.level != Level.COMMUNE:
        raise Http404
    messages.success(request, _("Đã nhớ %(name)s trong trình duyệt này. Ông/Bà đổi lúc nào cũng được.") % {"name": unit.full_name})
    return place_cookie.remember(redirect("portal:unit", unit=unit.id), place_cookie.Place(unit.id, unit.full_name))


@require_POST
@access.public
def forget(request: HttpRequest) -> HttpResponse:
    """Take the chosen ward out of this browser."""
    messages.success(request, _("Đã bỏ nơi ở khỏi trình duyệt này."))
    return place_cookie.forget(redirect("portal:home"))


@require_safe
@access.public
def about(request: HttpRequest) -> HttpResponse:
    """What this is, what it never does, what it keeps."""
    return render(request, "portal/about.html")
