"""Recognising several models by one decision, and taking a recognition back."""

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gandan.commitments.web import choices
from gandan.commitments.web.typed import typed
from gandan.core.access import Actor, Refusal, actor_of, guarded
from gandan.movement import queries
from gandan.movement.actions import recognition
from gandan.movement.enums import Deed
from gandan.movement.models import Practice
from gandan.movement.web.forms.deeds import RevokeForm
from gandan.movement.web.forms.recognition import DecisionForm
from gandan.movement.web.staff import found, offers, picks, piles, rows
from gandan.units.models import Office

MOST = 200


@require_http_methods(["GET", "POST"])
@guarded("movement.recognise")
def page(request: HttpRequest) -> HttpResponse:
    """Those whose posting is over, to be ticked, and the paper that recognises them all. One that cannot be is named, and none is."""
    actor, now = actor_of(request), timezone.now()
    today = timezone.localdate(now)
    offices = picks.deciding_offices(None, actor, today)
    picked = [UUID(key) for key in (request.POST if request.method == "POST" else request.GET).getlist("mo-hinh") if choices.is_id(key)]
    lines = list(_lines(actor, today, picked))
    form = DecisionForm(request.POST or None, offices=offices, levels=picks.levels(offices), initial={"decided_on": today})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        things = list(queries.visible_to(actor).filter(pk__in=picked))
        try:
            decision = recognition.recognise(
                things,
                level=said["level"],
                office=Office.objects.get(pk=said["office"]),
                number=said["number"],
                decided_on=said["decided_on"],
                signed_as=said["signed_as"],
                signed_by=said["signed_by"],
                issuer=said.get("issuer", ""),
                by=actor,
                now=now,
            )
        except Refusal as refused:
            form.add_error(None, refused.sentence)
        else:
            messages.success(request, _("Đã công nhận %(n)s mô hình, điển hình. Quyết định có tệp Word để in, ký.") % {"n": len(things)})
            return redirect("appraisals:decision", decision.pk)
    context = {"form": form, "rows": lines, "chosen": set(picked), "offices": offices}
    return render(request, "movement/staff/recognise.html", context, status=422 if form.errors else 200)


def _lines(actor: Actor, today: date, picked: list[UUID]) -> list[rows.Row]:
    """What is ready, and what was asked for by its address though it is not: the deed says why not."""
    ready = rows.named(piles.one("cong-nhan", actor, today).order_by("title", "pk"))[:MOST]
    asked = rows.named(queries.visible_to(actor).filter(pk__in=picked[:MOST]))
    things: dict[UUID, Practice] = {p.pk: p for p in (*asked, *ready)}
    return rows.rows(things.values(), today=today)


@require_http_methods(["GET", "POST"])
@guarded("movement.revoke")
def revoke(request: HttpRequest, practice: UUID, recognition_id: UUID) -> HttpResponse:
    """By a decision of the level that gave it."""
    actor, now = actor_of(request), timezone.now()
    p, today = found.practice_for(actor, practice), timezone.localdate(now)
    row = p.recognitions.filter(pk=recognition_id).select_related("decision", "practice").first()
    if row is None:
        raise Http404
    tried = list(offers.revoking(row, actor, today))
    offices, refusal = offers.fit(tried), offers.why(tried, nothing=offers.no_office())
    form = RevokeForm(request.POST or None, offices=offices, label=_("Cơ quan quyết định"), initial={"decided_on": today})
    if request.method == "POST" and refusal is None and form.is_valid():
        said = dict(form.cleaned_data)
        office = Office.objects.get(pk=said.pop("office"))
        try:
            recognition.revoke(row, office=office, by=actor, now=now, **said)
        except Refusal as refused:
            form.add_error(None, refused.sentence)
        else:
            messages.success(request, _("Đã thu hồi. Cả hai quyết định vẫn nằm trong diễn biến."))
            return redirect("movement:one", p.pk)
    said_of = {"level": row.get_level_display(), "number": row.decision.number}
    context = {
        "row": rows.row(p, today=today),
        "title": Deed.REVOKE.label,
        "explain": _("Công nhận %(level)s theo quyết định %(number)s. Việc thu hồi và lý do công khai.") % said_of,
        "grave": "grave",
        "form": form,
        "refusal": refusal,
        "typed": typed(form) if refusal else [],
        "back": reverse("movement:one", args=[p.pk]),
    }
    return render(request, "movement/staff/deed.html", context, status=422 if form.errors else 200)
