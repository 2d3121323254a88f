"""Whether messages arrive, in numbers, for who runs the system."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from gandan.core.access import guarded
from gandan.notices import queries


@require_GET
@guarded("notices.see_delivery")
def delivery(request: HttpRequest) -> HttpResponse:
    """Counts by channel, state and code; no names, no addresses."""
    context = {"rows": queries.delivery(), "mail_is_on": bool(settings.MAIL), "gateway_is_on": bool(settings.GATEWAY)}
    return render(request, "notices/staff/delivery.html", context)
