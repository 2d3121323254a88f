"""Whoever gets news by mail or on the telephone ends that with the link in the message; nothing else is shown there."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from gandan.core.access import public
from gandan.notices import actions, queries
from gandan.notices.actor import Recipient


@csrf_exempt  # mail programs press it themselves (RFC 8058) without our cookie; the link is the whole right
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@public
def stop(request: HttpRequest, news: UUID, mac: str) -> HttpResponse:
    """A page with one button, because programs open links in mail to look at them; the button ends it."""
    row = queries.news_of_link(news, mac)
    if row is None:
        raise Http404
    if request.method == "POST":
        actions.stop_news(row, by=Recipient(row.pk, row.kind, row.key), now=timezone.now())
    return render(request, "notices/public/stop.html", {"stopped": request.method == "POST"})
