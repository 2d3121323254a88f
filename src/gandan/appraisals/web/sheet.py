"""Score sheets: the series of units, one version beside another, a new version, put in force."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from gandan.appraisals import actions, queries
from gandan.appraisals.calc import points
from gandan.appraisals.models import ScoreSheet
from gandan.appraisals.policies import sheets as policies
from gandan.appraisals.web.deed import Page, perform
from gandan.appraisals.web.forms.staff import FromForm, NothingForm
from gandan.appraisals.web.sheet_writing import may_draft, shipped_sheets
from gandan.core.access import Actor, actor_of, guarded, may, require
from gandan.units import queries as units

PER_PAGE = 25


@require_GET
@guarded("appraisals.open_desk")
def index(request: HttpRequest) -> HttpResponse:
    """Drafts first, then what is in force, then what was; with what comes with the program, to copy."""
    actor, today = actor_of(request), timezone.localdate()
    rows = queries.sheets_visible_to(actor).select_related("unit").order_by("-valid_from", "unit", "code", "-version")
    own = {h.unit for h in actor.holdings}
    if request.GET.get("xem") != "het":
        rows = rows.filter(unit__in=own | {up for unit in own if unit for up in units.ancestor_ids(unit, today)})
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("trang"))
    context = {
        "page": page,
        "rows": _rows(list(page.object_list), today),
        "all": request.GET.get("xem") == "het",
        "may_draft": may_draft(actor),
        "shipped": shipped_sheets() if may_draft(actor) else [],
    }
    return render(request, "appraisals/staff/sheets.html", context)


def _rows(found: list[ScoreSheet], today: object) -> list[dict[str, object]]:
    places = units.several([s.unit_id for s in found])
    return [
        {"sheet": s, "unit": here.full_name if here else "", "holds": s.holds(today), "drafted": s.valid_from is None}  # type: ignore[arg-type]
        for s, here in zip(found, places, strict=True)
    ]


@require_GET
@guarded("appraisals.open_desk")
def one(request: HttpRequest, sheet: UUID) -> HttpResponse:
    """One version; with `?canh=` another version of its series beside it, changed lines marked."""
    actor, today = actor_of(request), timezone.localdate()
    row = found_for(actor, sheet)
    series = queries.sheets_visible_to(actor).filter(unit=row.unit_id, code=row.code).order_by("-version")
    others = [s for s in series.prefetch_related("criteria", "grades") if s.pk != row.pk]
    beside = next((s for s in others if str(s.pk) == request.GET.get("canh", "")), None)
    place = units.one(row.unit_id)
    shown = [row] + ([beside] if beside else [])
    context = {
        "sheet": row,
        "unit": place.full_name if place else "",
        "holds": row.holds(today),
        "others": others,
        "beside": beside,
        "columns": [column(s, against=next((o for o in shown if o is not s), None)) for s in shown],
        "may_change": row.valid_from is None and may(actor, "appraisals.change_sheet", row),
        "may_force": row.valid_from is None and may(actor, "appraisals.put_in_force", row),
        "may_copy": row.valid_from is not None
        and may(actor, "appraisals.draft_sheet", row)
        and not any(s.valid_from is None for s in others),
        "used": row.appraisals.count(),
    }
    return render(request, "appraisals/staff/sheet.html", context)


def column(sheet: ScoreSheet, *, against: ScoreSheet | None) -> dict[str, object]:
    """A version with its lines; where another stands beside it, what differs is marked by what a line says, not by its place."""
    known = {_line(c) for c in against.criteria.all()} if against else None
    grades = {(g.name, g.from_points) for g in against.grades.all()} if against else None
    lines = [{"criterion": c, "changed": known is not None and _line(c) not in known} for c in sheet.criteria.all()]
    full = points.full_marks(points.Line(c.least, c.most, c.is_bonus) for c in sheet.criteria.all())
    marked = [{"grade": g, "changed": grades is not None and (g.name, g.from_points) not in grades} for g in sheet.grades.all()]
    return {"sheet": sheet, "lines": lines, "grades": marked, "full": full}


def _line(criterion: object) -> tuple[object, ...]:
    return tuple(getattr(criterion, name) for name in ("name", "explained", "least", "most", "is_bonus"))


@require_http_methods(["GET", "POST"])
@guarded("appraisals.open_desk")
def new_version(request: HttpRequest, sheet: UUID) -> HttpResponse:
    """A draft that begins as a copy."""
    actor, now = actor_of(request), timezone.now()
    row = found_for(actor, sheet)
    require(actor, "appraisals.draft_sheet", row)
    drafted = ScoreSheet.objects.filter(unit=row.unit_id, code=row.code, valid_from=None).exists()
    page = _page(row, _("Soạn phiên bản mới"), _("Đã chép thành bản đang soạn. Xin sửa rồi ban hành."))
    return perform(
        request,
        page,
        NothingForm(request.POST if request.method == "POST" else None),
        lambda: actions.new_version(row, by=actor, now=now),
        refusal=policies.new_version(drafted=drafted),
        to=lambda made: reverse("appraisals:change_sheet", args=[made.pk]),
    )


@require_http_methods(["GET", "POST"])
@guarded("appraisals.open_desk")
def put_in_force(request: HttpRequest, sheet: UUID) -> HttpResponse:
    """From a day on."""
    actor, now = actor_of(request), timezone.now()
    row = found_for(actor, sheet)
    require(actor, "appraisals.put_in_force", row)
    form = FromForm(request.POST if request.method == "POST" else None, initial={"from_day": timezone.localdate(now)})
    page = _page(row, _("Ban hành phiếu chấm"), _("Đã ban hành phiếu chấm. Phiên bản trước hết hiệu lực vào ngày liền trước."))
    return perform(
        request,
        page,
        form,
        lambda: actions.put_in_force(row, from_day=form.cleaned_data["from_day"], by=actor, now=now),
        refusal=policies.change(row),
    )


def _page(sheet: ScoreSheet, title: str, done: str) -> Page:
    back = reverse("appraisals:sheet", args=[sheet.pk])
    crumbs = ((reverse("appraisals:sheets"), _("Phiếu chấm")), (back, sheet.title))
    explain = _("Hồ sơ đang xét và kết quả đã chốt giữ nguyên phiếu chấm của mình.")
    return Page(title=title, button=title, about=sheet.title, back=back, done=done, explain=explain, crumbs=crumbs)


def found_for(actor: Actor, key: UUID) -> ScoreSheet:
    """A version that the actor may read."""
    row = queries.sheets_visible_to(actor).select_related("unit").prefetch_related("criteria", "grades").filter(pk=key).first()
    if row is None:
        raise Http404
    return row
