"""One's own notices."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from gandan.core.access import actor_of, guarded
from gandan.notices import actions, queries

PAGE = 30


@require_GET
@guarded("notices.own")
def index(request: HttpRequest) -> HttpResponse:
    """The newest first."""
    actor = actor_of(request)
    page = Paginator(queries.newest(actor), PAGE).get_page(request.GET.get("trang"))
    context = {"page": page, "notices": queries.told(page.object_list), "unread": queries.unread_count(actor)}
    return render(request, "notices/staff/list.html", context)


@require_POST
@guarded("notices.own")
def open_notice(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Read, and to the page it is about."""
    actor = actor_of(request)
    notice = get_object_or_404(queries.visible_to(actor).select_related("event"), pk=pk)
    actions.read(notice, by=actor, now=timezone.now())
    url = queries.told([notice])[0].url
    if not url:
        messages.info(request, _("Việc này nay không còn xem được nữa."))
    return redirect(url or "notices:list")


@require_POST
@guarded("notices.own")
def read(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Read, and stay here."""
    actor = actor_of(request)
    actions.read(get_object_or_404(queries.visible_to(actor), pk=pk), by=actor, now=timezone.now())
    return redirect("notices:list")


@require_POST
@guarded("notices.own")
def read_all(request: HttpRequest) -> HttpResponse:
    """Everything read."""
    actions.read_all(by=actor_of(request), now=timezone.now())
    messages.success(request, _("Đã đánh dấu đọc hết."))
    return redirect("notices:list")
