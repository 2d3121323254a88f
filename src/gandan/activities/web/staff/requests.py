"""Requests that wait for an answer: the list, taking one up, declining one."""

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from gandan.activities import actions, queries
from gandan.activities.models import Host, Request
from gandan.activities.permissions import answerer
from gandan.activities.web import forms
from gandan.activities.web.staff.deed import answer, posted, seen
from gandan.core.access import Actor, actor_of, guarded, may
from gandan.units.models import Office

PER_PAGE = 20


@require_GET
@guarded("activities.open_desk")
def waiting(request: HttpRequest) -> HttpResponse:
    """Every request that the reader's units have not answered, oldest first."""
    actor = actor_of(request)
    page = Paginator(queries.unanswered(actor), PER_PAGE).get_page(request.GET.get("trang"))
    may_answer = answerer(actor)
    rows = [(row, may_answer(row)) for row in page]
    return render(request, "activities/staff/waiting.html", {"page": page, "rows": rows})


@require_http_methods(["GET", "POST"])
@guarded("activities.take_up_request")
def take_up(request: HttpRequest, request_id: UUID) -> HttpResponse:
    """Make a commitment of it: lead, product, date."""
    row, actor, today = _answerable(request, request_id), actor_of(request), timezone.localdate()
    leads = _leads(actor, row)
    hosts = Host.objects.filter(removed_at=None, activity=row.activity, office__isnull=False)
    askers = [(str(h.office_id), h.name) for h in hosts if h.office_id not in {o.pk for o in leads}]
    form = forms.TakeUpForm(posted(request), leads=leads, askers=askers, today=today, initial={"title": row.text[:200]})

    def act(typed: dict[str, Any]) -> object:
        return actions.take_up_request(row, **typed, by=actor, now=timezone.now())

    done = _("Đã nhận làm. Việc này từ nay có người chủ trì, có hạn và hiện ở trang lời hứa.")
    return answer(
        request, row.activity, form, act, title=_("Nhận làm đề nghị"), deed=_("Nhận làm"), done=done, anchor="de-nghi", intro=row.text
    )


@require_http_methods(["GET", "POST"])
@guarded("activities.decline_request")
def decline(request: HttpRequest, request_id: UUID) -> HttpResponse:
    """Say why not."""
    row, actor = _answerable(request, request_id), actor_of(request)
    form = forms.DeclineForm(posted(request))

    def act(typed: dict[str, Any]) -> object:
        return actions.decline_request(row, **typed, by=actor, now=timezone.now())

    title = _("Trả lời: không nhận")
    return answer(
        request, row.activity, form, act, title=title, deed=_("Gửi trả lời"), done=_("Đã trả lời."), anchor="de-nghi", intro=row.text
    )


def _answerable(request: HttpRequest, pk: UUID) -> Request:
    """A request that the reader may answer; any other does not exist for them."""
    row = Request.objects.filter(removed_at=None).select_related("activity", "addressed").filter(pk=pk).first()
    if row is None or not may(actor_of(request), "activities.take_up_request", row):
        raise Http404
    seen(request, row.activity_id)
    return row


def _leads(actor: Actor, row: Request) -> list[Office]:
    """Offices of today of the units that answer and that the reader leads."""
    led = {h.unit: h.on for h in actor.holdings if h.unit in queries.answering(row.addressed_id or row.activity.unit_id)}
    on = next(iter(led.values()), timezone.localdate())
    return list(Office.objects.filter(unit_id__in=led, existed__contains=on).prefetch_related("names").order_by("unit_id", "kind"))
