"""Whether messages arrive, in numbers, for who runs the system."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from gandan.core.access import guarded
from gandan.notices import queries
from gandan.notices.models import News


@require_GET
@guarded("notices.see_delivery")
def delivery(request: HttpRequest) -> HttpResponse:
    """Counts by channel, state and code; no names, no addresses."""
    parts = ((_("Cho người có tài khoản"), queries.delivery()), (_("Cho người gửi ý kiến"), queries.delivery(News)))
    context = {
        "parts": [(title, rows) for title, rows in parts if rows],
        "mail_is_on": bool(settings.MAIL),
        "gateway_is_on": bool(settings.GATEWAY),
    }
    return render(request, "notices/staff/delivery.html", context)
