"""The register at work: the list, a new document, one document with everything that is known of it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from gandan.core.access import Refusal, actor_of, guarded, may
from gandan.core.files import queries as files
from gandan.directives import actions, mentions, numbers, queries
from gandan.directives.enums import Form
from gandan.directives.permissions import relater
from gandan.directives.web.forms import RegisterForm
from gandan.directives.web.lists import listing
from gandan.units import queries as units
from gandan.units.models import Office


@require_GET
@guarded("directives.open_desk")
def register(request: HttpRequest) -> HttpResponse:
    """Every document the reader may see, by number however typed or by words."""
    return render(request, "directives/staff/register.html", {"list": listing(request, actor_of(request))})


@require_http_methods(["GET", "POST"])
@guarded("directives.register_document")
def add(request: HttpRequest) -> HttpResponse:
    """First the number: how it was understood and what the register has under it. Then the rest, on the same page."""
    typed = (request.POST.get("number") if request.method == "POST" else request.GET.get("so", "")) or ""
    number, may_check = numbers.parse(typed), may(actor_of(request), "directives.check")
    context: dict[str, Any] = {"typed": typed.strip()[:200], "unread": bool(typed.strip()) and number is None}
    if request.method == "POST":
        form = RegisterForm(request.POST, request.FILES, offices=own_offices(request), may_check=may_check)
        if form.is_valid():
            try:
                row = actions.register_document(**form.cleaned_data, by=actor_of(request), now=timezone.now())
            except Refusal as refusal:
                form.add_error(None, refusal.sentence)
            else:
                messages.success(request, _("Đã ghi %(document)s vào sổ.") % {"document": row})
                return redirect("directives:document", document=row.pk)
        context |= {"lost_file": bool(request.FILES)}
    elif number is not None:
        form = RegisterForm.suggested(number, offices=own_offices(request), may_check=may_check)
    else:
        return render(request, "directives/staff/add.html", context, status=422 if context["unread"] else 200)
    if number is not None:
        found = queries.find_number(typed, actor=actor_of(request))
        twins = queries.named(found[:5], on=timezone.localdate(), actor=actor_of(request))
        context |= {"number": number, "form_name": Form(number.form).label, "twins": twins}
    return render(request, "directives/staff/add.html", {**context, "form": form}, status=422 if form.errors else 200)


def own_offices(request: HttpRequest) -> list[Office]:
    """Offices of the units in which the reader works."""
    today = timezone.localdate()
    return [office for unit in queries.home_units(actor_of(request)) for office in units.offices(unit, on=today)]


@require_GET
@guarded("directives.open_desk")
def document(request: HttpRequest, document: UUID) -> HttpResponse:
    """One document: files, relations, advice, what was done under it, and the timeline of its record."""
    actor, today = actor_of(request), timezone.localdate()
    row = queries.whole(document, actor=actor)
    if row is None:
        raise Http404
    does, undergoes = queries.related(row, actor=actor)
    keeps = row.is_recorded and may(actor, "directives.correct_document", row)
    may_take_back = relater(actor)
    inside = keeps or row.unit_id in queries.reach(actor)
    advice = [(a, a.office.name_on(a.given_on or today)) for a in queries.advice_of(row)] if inside else []
    context = {
        "document": row,
        "standing": queries.standings([row], on=today, actor=actor)[row.pk],
        "does": [(r, may_take_back(r)) for r in does],
        "undergoes": [(r, may_take_back(r)) for r in undergoes],
        "files": list(files.of(row)),
        "advice": advice,
        "mentions": mentions.of(row, actor=actor),
        "timeline": queries.timeline(row),
        "keeps": keeps,
        "may_relate": row.is_recorded and may(actor, "directives.open_desk"),
        "place": units.one(row.unit_id) if row.unit_id else None,
        "today": today,
    }
    return render(request, "directives/staff/document.html", context)
