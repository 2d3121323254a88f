"""Requests: asked for by anyone, sent with a key."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from gandan.opinions.queries import open311 as queries
from gandan.opinions.web.open311 import asked, sending, shown, wire
from gandan.opinions.web.open311.faults import call, missing

ROOT = "service_requests"


@call("GET", "POST")
def requests(request: HttpRequest, *, fmt: str) -> HttpResponse:
    """GET: of the last 90 days or as asked, newest first, a thousand at most. POST: somebody says something."""
    if request.method == "POST":
        return wire.answer(ROOT, [sending.send(request, now=timezone.now())], fmt, status=201)
    now = timezone.now()
    wanted = asked.read(request, now=now)
    if wanted.ids:
        found = queries.several(wanted.ids)
        if not found:
            raise missing(_("Không có yêu cầu nào mang service_request_id ấy."))
    else:
        found = queries.asked(
            start=wanted.start, end=wanted.end, topics=wanted.topics, statuses=wanted.statuses, units=wanted.units, most=asked.MOST
        )
    return wire.answer(ROOT, [shown.request(case) for case in found], fmt)


@call("GET")
def one(request: HttpRequest, *, fmt: str, key: str) -> HttpResponse:
    """One request, still inside a list."""
    asked.jurisdiction_of(request.GET)
    found = queries.several([key]) if key.isprintable() else []
    if not found:
        raise missing(_("Không có yêu cầu nào mang service_request_id ấy."))
    return wire.answer(ROOT, [shown.request(case) for case in found], fmt)
