"""What all pages of deeds share: find the thing among those the reader sees, show the form, do the deed, say what was done."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render

from gandan.activities.models import Activity
from gandan.activities.web import found
from gandan.core.access import Refusal, actor_of, may

Act = Callable[[dict[str, Any]], object]


def seen(request: HttpRequest, pk: UUID, *, permission: str = "") -> Activity:
    """An activity that the reader sees and, for a deed, may change; else it does not exist for them."""
    actor = actor_of(request)
    row = found.seen(pk, actor)
    if permission and not may(actor, permission, row):
        raise Http404
    return row


def posted(request: HttpRequest) -> QueryDict | None:
    """What was sent; a form that came back empty is still a form that came back."""
    return request.POST if request.method == "POST" else None


def answer(
    request: HttpRequest,
    activity: Activity | None,
    form: Form,
    act: Act,
    *,
    title: str,
    deed: str,
    done: str,
    anchor: str = "",
    intro: str = "",
    grave: bool = False,
) -> HttpResponse:
    """The form; when it is right, the deed; a refusal stands in the form and nothing typed is lost."""
    if request.method == "POST" and form.is_valid():
        try:
            made = act(dict(form.cleaned_data))
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, done)
            target = activity or made
            back = redirect("activities:activity", activity=target.pk)  # type: ignore[attr-defined]
            back["Location"] += f"#{anchor}" if anchor else ""
            return back
    context = {"form": form, "title": title, "deed": deed, "activity": activity, "intro": intro, "grave": "grave" if grave else ""}
    return render(request, "activities/staff/deed.html", context, status=422 if form.errors else 200)
