"""Writing a score sheet: the first of a series, a copy of one that comes with the program, changes of a draft."""

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gandan.appraisals import actions, queries, subjects
from gandan.appraisals.given import SheetGiven
from gandan.appraisals.models import ScoreSheet
from gandan.appraisals.permissions import STAFF
from gandan.appraisals.policies import sheets as policies
from gandan.appraisals.web.forms.sheet import FirstForm, HeadForm, Writing, grown, head_of
from gandan.core.access import Actor, Refusal, actor_of, guarded, may, require
from gandan.units import queries as units
from gandan.units.models import Unit


def shipped_sheets() -> list[SheetGiven]:
    """Sheets that come with the program, of kinds that some room has registered."""
    from gandan.appraisals.adapters import shipped

    return [given for given in shipped() if subjects.known(given.purpose)]


def may_draft(actor: Actor) -> bool:
    """Whether the actor works at some unit that may have sheets."""
    return any(h.role in STAFF and h.unit is not None for h in actor.holdings)


def purposes() -> list[tuple[str, str]]:
    """What can be scored, by the names of the rooms."""
    known = {given.purpose: given.title for given in shipped_sheets()}
    return [(kind, known.get(kind, kind)) for kind in subjects.kinds()]


def _units(actor: Actor, today: date) -> list[tuple[str, str]]:
    own = [h.unit for h in actor.holdings if h.role in STAFF and h.unit is not None]
    places = [units.one(unit, on=today) for unit in dict.fromkeys(own)]
    return [(str(place.id), place.full_name) for place in places if place]


@require_http_methods(["GET", "POST"])
@guarded("appraisals.draft_sheet")
def first(request: HttpRequest) -> HttpResponse:
    """A series that begins with nothing."""
    return _begin(request, None)


@require_http_methods(["GET", "POST"])
@guarded("appraisals.draft_sheet")
def copy(request: HttpRequest, sample: str) -> HttpResponse:
    """A series that begins with a sheet of the program."""
    given = next((s for s in shipped_sheets() if s.code == sample), None)
    if given is None:
        raise Http404
    return _begin(request, given)


def _begin(request: HttpRequest, given: SheetGiven | None) -> HttpResponse:
    actor, now = actor_of(request), timezone.now()
    data = grown(request.POST) if request.method == "POST" else None
    choices: dict[str, Any] = {"units": _units(actor, timezone.localdate(now)), "purposes": purposes()}
    head = FirstForm(data, initial=head_of(given) if given else {}, **choices)
    form = Writing(data, head=head, given=given)
    if _sent(request) and form.is_valid():
        typed = dict(head.cleaned_data)
        checked, unit = typed.pop("checked"), Unit.objects.get(pk=typed.pop("unit"))
        parts: dict[str, Any] = {"criteria": form.criteria, "grades": form.given_grades}
        try:
            made = actions.draft_sheet(unit=unit, **typed, **parts, by=actor, now=now)
        except Refusal as refused:
            head.add_error(None, refused.sentence)
        else:
            if checked:
                rest = {k: v for k, v in typed.items() if k not in ("purpose", "code")}
                actions.change_sheet(made, **rest, **parts, checked=True, by=actor, now=now)
            messages.success(request, _("Đã lưu bản đang soạn. Phiếu chỉ dùng được sau khi ban hành."))
            return redirect("appraisals:sheet", made.pk)
    return _answer(request, form, title=_("Soạn phiếu chấm"), back=reverse("appraisals:sheets"))


@require_http_methods(["GET", "POST"])
@guarded("appraisals.open_desk")
def change(request: HttpRequest, sheet: UUID) -> HttpResponse:
    """Another wording of a draft."""
    actor, now = actor_of(request), timezone.now()
    rows = queries.sheets_visible_to(actor).prefetch_related("criteria", "grades")
    row = rows.filter(pk=sheet).first()
    if row is None:
        raise Http404
    require(actor, "appraisals.change_sheet", row)
    given = queries.as_given(row)
    data = grown(request.POST) if request.method == "POST" else None
    form = Writing(data, head=HeadForm(data, initial=head_of(given)), given=given)
    refusal = policies.change(row)
    if _sent(request) and refusal is None and form.is_valid():
        try:
            actions.change_sheet(row, **form.head.cleaned_data, criteria=form.criteria, grades=form.given_grades, by=actor, now=now)
        except Refusal as refused:
            form.head.add_error(None, refused.sentence)
        else:
            messages.success(request, _("Đã lưu bản đang soạn."))
            return redirect("appraisals:sheet", row.pk)
    return _answer(request, form, title=_("Sửa bản đang soạn"), back=reverse("appraisals:sheet", args=[row.pk]), sheet=row, refusal=refusal)


def _sent(request: HttpRequest) -> bool:
    """Sent to be saved, not to get more rows."""
    return request.method == "POST" and not any(name.startswith("more-") for name in request.POST)


def _answer(
    request: HttpRequest, form: Writing, *, title: str, back: str, sheet: ScoreSheet | None = None, refusal: Refusal | None = None
) -> HttpResponse:
    wrong = _sent(request) and bool(form.head.errors or form.lines.total_error_count() or form.grades.total_error_count())
    context = {"form": form, "title": title, "back": back, "sheet": sheet, "refusal": refusal, "wrong": wrong, "may": may}
    return render(request, "appraisals/staff/sheet_form.html", context, status=422 if wrong else 200)
