"""Planning a drive, and changing it before it is launched."""

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gandan.appraisals.models import ScoreSheet
from gandan.core.access import Actor, Refusal, actor_of, guarded, require
from gandan.directives.models import Document
from gandan.directives.queries import find_number
from gandan.movement.actions import drive as actions
from gandan.movement.enums import DriveState
from gandan.movement.models import Drive
from gandan.movement.policies import drive as policies
from gandan.movement.queries.shown import SUBJECT
from gandan.movement.web.forms.drives import FIELDS, DriveForm
from gandan.movement.web.staff import found
from gandan.units.models import Office


@require_http_methods(["GET", "POST"])
@guarded("movement.plan_drive")
def plan(request: HttpRequest) -> HttpResponse:
    """A new drive, not launched yet."""
    actor, now = actor_of(request), timezone.now()
    today = timezone.localdate(now)
    offices = found.drive_offices(actor, today)
    if not offices:
        raise Refusal(_("Cán bộ, lãnh đạo hoặc chuyên viên của một cơ quan mới lập được phong trào."))
    kept = list(Office.objects.filter(pk__in=[key for key, _name in offices]).values_list("unit", flat=True))
    more: dict[str, Any] = {"sheets": sheets(kept), "offices": offices, "before": _before(kept)}
    first = {
        "fields": "\n".join(FIELDS),
        "office": offices[0][0],
        "starts_on": date(today.year, 1, 1),
        "ends_on": date(today.year + 4, 12, 31),
    }
    form = DriveForm(request.POST or None, initial=first, **more)
    if request.method == "POST" and form.is_valid():
        said = dict(form.cleaned_data)
        try:
            paper = document(said.pop("document"), actor)
            office = Office.objects.get(pk=said.pop("office"))
            before = Drive.objects.filter(pk=said["before"]).first() if said["before"] else None
            made = actions.plan_drive(**{**said, "office": office, "document": paper, "before": before}, by=actor, now=now)
        except Refusal as refused:
            form.add_error(None, refused.sentence)
        else:
            messages.success(request, _("Đã lập phong trào. Xin đặt đợt đăng ký rồi phát động."))
            return redirect("movement:drive", made.pk)
    context = {"form": form, "title": _("Lập phong trào thi đua"), "deed": _("Lập phong trào"), "back": reverse("movement:drives")}
    context |= {"sheetless": not more["sheets"], "sheets_url": reverse("appraisals:sheets")}
    return render(request, "movement/staff/drive_form.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@guarded("movement.change_drive")
def change(request: HttpRequest, drive: UUID) -> HttpResponse:
    """All of it but its office and fields, before it is launched."""
    actor, now = actor_of(request), timezone.now()
    d = found.drive_for(actor, drive)
    require(actor, "movement.change_drive", d)
    first = {name: getattr(d, name) for name in ("title", "aim", "starts_on", "ends_on", "sheet_code")}
    first["document"] = d.document.number if d.document else ""
    form = DriveForm(request.POST or None, initial=first, sheets=sheets([d.unit_id]))
    refusal = policies.planned(d)
    if request.method == "POST" and refusal is None and form.is_valid():
        said = dict(form.cleaned_data)
        try:
            actions.change_drive(d, document=document(said.pop("document"), actor), **said, by=actor, now=now)
        except Refusal as refused:
            form.add_error(None, refused.sentence)
        else:
            messages.success(request, _("Đã sửa phong trào."))
            return redirect("movement:drive", d.pk)
    context = {
        "form": form,
        "title": _("Sửa phong trào"),
        "deed": _("Lưu"),
        "back": reverse("movement:drive", args=[d.pk]),
        "refusal": refusal,
    }
    return render(request, "movement/staff/drive_form.html", context, status=422 if form.errors else 200)


def document(number: str, actor: Actor) -> Document | None:
    """The one that a number means; a number that is unknown or means several is said, so that nothing wrong is tied."""
    if not number.strip():
        return None
    hits = find_number(number, actor=actor)
    if len(hits) == 1:
        return hits[0]
    if not hits:
        raise Refusal(
            _("Chưa thấy văn bản số “%(number)s” trong sổ văn bản. Xin nhập văn bản trước, hoặc để trống.") % {"number": number}, status=422
        )
    raise Refusal(_("Số “%(number)s” là của nhiều văn bản. Xin ghi cả năm hoặc cơ quan ban hành.") % {"number": number}, status=422)


def sheets(unit_ids: list[UUID]) -> list[tuple[str, str]]:
    """Series of score sheets of these units that score models, by the title of the newest version."""
    rows = ScoreSheet.objects.filter(unit__in=unit_ids, purpose=SUBJECT).order_by("code", "-version")
    newest: dict[str, str] = {}
    for row in rows:
        newest.setdefault(row.code, row.title)
    return list(newest.items())


def _before(unit_ids: list[UUID]) -> list[tuple[str, str]]:
    rows = Drive.objects.filter(unit__in=unit_ids, state=DriveState.SUMMED_UP, after=None).order_by("-starts_on")
    return [(str(d.pk), d.title) for d in rows]
