"""Calling a colleague whom no message reaches."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from gandan.core.access import Refusal, actor_of, guarded
from gandan.notices import actions, queries
from gandan.notices.models import Message


@require_GET
@guarded("notices.call")
def call(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Whom to call, what to say. No telephone number stands here: offices have their own lists."""
    today = timezone.localdate()
    message = get_object_or_404(queries.calls_of(actor_of(request), today=today), pk=pk)
    context = {"message": message, "items": queries.to_say(message, today=today), "roles": queries.seats_of(message.user, today=today)}
    return render(request, "notices/staff/call.html", context)


@require_POST
@guarded("notices.call")
def made(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The call was made."""
    try:
        actions.call_made(get_object_or_404(Message, pk=pk), by=actor_of(request), now=timezone.now())
        messages.success(request, _("Đã ghi là đã gọi báo."))
    except Refusal as refusal:
        if refusal.status == 404:
            raise
        messages.info(request, refusal.sentence)
    return redirect("workspace:home")
