"""A spreadsheet of opinions: hand it in, look at what it says, take what is in order, get back what is not, hand out receipts once."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from gandan.core import codes
from gandan.core.access import Actor, Refusal, SystemActor, actor_of, guarded
from gandan.opinions.actions import importing
from gandan.opinions.adapters.spreadsheet import LARGEST
from gandan.opinions.enums import RowState
from gandan.opinions.models import Sheet
from gandan.opinions.policies import importing as policies
from gandan.opinions.queries import importing as queries
from gandan.opinions.web import importing_out, office_choices, receipt
from gandan.opinions.web.office_choices import Seat

PER_PAGE = 50
SYSTEM = SystemActor("import")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ORDER = (RowState.WRONG, RowState.SAME, RowState.READY, RowState.TAKEN)  # what needs a person stands first


class SheetForm(forms.Form):
    """The file, and for which office when the officer works in several."""

    upload = forms.FileField(
        label=gettext_lazy("Tệp bảng tính"),
        widget=forms.ClearableFileInput({"accept": ".xlsx,.csv,text/csv," + XLSX}),
        help_text=gettext_lazy("Excel (.xlsx) hoặc .csv, tối đa 5 MB và 2.000 dòng. Dòng đầu là tên cột như trong tệp mẫu."),
        error_messages={"required": gettext_lazy("Xin chọn tệp bảng tính."), "empty": gettext_lazy("Tệp trống, không có gì bên trong.")},
    )

    def __init__(self, *args: Any, seats: list[Seat], **more: Any) -> None:
        super().__init__(*args, **more)
        office_choices.add_seat(self, seats)


@require_http_methods(["GET", "POST"])
@guarded("opinions.import")
def index(request: HttpRequest) -> HttpResponse:
    """The form, and what the officer handed in before: a job can be left and found again."""
    actor, now = actor_of(request), timezone.now()
    seats = office_choices.seats(actor, today=timezone.localdate(now))
    form = SheetForm(request.POST or None, request.FILES or None, seats=seats)
    if request.method == "POST" and form.is_valid():
        upload, seat = form.cleaned_data["upload"], office_choices.seat_of(form, seats)
        try:
            if upload.size > LARGEST:
                raise Refusal(_("Tệp lớn hơn %(mb)s MB. Xin chia thành nhiều tệp nhỏ hơn.") % {"mb": LARGEST // 1024 // 1024}, status=413)
            read = importing.read_sheet(raw=upload.read(), unit=seat.office.unit, office=seat.office, by=actor, now=now)
        except Refusal as refused:
            form.add_error("upload", refused.sentence)
        else:
            if read.known:
                messages.info(request, _("Tệp này Ông/Bà đã đưa vào trước đây. Đây là bảng đã có, không nhận lần nữa."))
            elif read.left_out:
                messages.warning(request, _("Không dùng đến các cột: %(titles)s.") % {"titles": ", ".join(t[:40] for t in read.left_out)})
            return redirect("opinions:sheet", read.sheet.pk)
    sheets = list(queries.sheets_of(actor)[:30])
    counted = queries.progress(s.pk for s in sheets)
    context = {"form": form, "sheets": [(s, counted[s.pk]) for s in sheets]}
    return render(request, "opinions/staff/import/index.html", context, status=422 if form.errors else 200)


@require_GET
@guarded("opinions.import")
def template(request: HttpRequest) -> HttpResponse:
    """The empty sheet with the lists of the officer's own unit and an example on its second page."""
    today = timezone.localdate()
    seats = office_choices.seats(actor_of(request), today=today)
    seat = next((s for s in seats if str(s.office.pk) == request.GET.get("co-quan")), seats[0])
    return _file(importing_out.empty(seat.office.unit_id, today=today), "mau-ghi-y-kien.xlsx")


@require_GET
@guarded("opinions.import")
def sheet(request: HttpRequest, sheet: UUID) -> HttpResponse:
    """What the file says, faults first; how far it is; what can be done now."""
    found = _own(actor_of(request), sheet)
    now = timezone.now()
    ground = queries.ground(found.unit_id, today=timezone.localdate(now))
    state = request.GET.get("xem", "")
    progress = queries.progress([found.pk])[found.pk]
    shown = state if state in RowState.values else next((s.value for s in ORDER if getattr(progress, s.value)), RowState.READY.value)
    page = Paginator(found.rows.filter(state=shown).order_by("position"), PER_PAGE).get_page(request.GET.get("trang"))
    context = {
        "sheet": found,
        "progress": progress,
        "tabs": [(s, getattr(progress, s.value), s.value == shown) for s in ORDER if getattr(progress, s.value)],
        "page": page,
        "rows": queries.seen(page.object_list, ground),
        "shown": shown,
        "running": found.begun_at is not None and progress.ready > 0,
        "receipts": policies.receipts(found, waiting=progress.ready, now=now) is None and progress.taken > 0,
        "gone": found.printed_at is not None and now > found.printed_at + policies.AGAIN_FOR,
        "again_until": found.printed_at + policies.AGAIN_FOR if found.printed_at else None,
        "columns": [(key, title) for key, title in policies.COLUMNS.items() if key != "contact"],
    }
    return render(request, "opinions/staff/import/sheet.html", context)


@require_POST
@guarded("opinions.import")
def take(request: HttpRequest, sheet: UUID) -> HttpResponse:
    """Take what is in order: at once, or by a job that the page follows."""
    found, now = _own(actor_of(request), sheet), timezone.now()
    try:
        if importing.begin_sheet(found, by=actor_of(request), now=now):
            many = importing.take_sheet(found, by=SYSTEM, now=now)
            messages.success(request, _("Đã nhận %(n)s ý kiến.") % {"n": many})
    except Refusal as refused:
        messages.warning(request, refused.sentence)
    return redirect("opinions:sheet", found.pk)


@require_POST
@guarded("opinions.import")
def drop(request: HttpRequest, sheet: UUID) -> HttpResponse:
    """Throw it away before anything was taken."""
    try:
        importing.drop_sheet(_own(actor_of(request), sheet), by=actor_of(request), now=timezone.now())
    except Refusal as refused:
        messages.warning(request, refused.sentence)
        return redirect("opinions:sheet", sheet)
    messages.success(request, _("Đã bỏ tệp. Không có ý kiến nào được nhận, máy không giữ lại chữ nào."))
    return redirect("opinions:sheets")


@sensitive_variables()
@require_POST
@guarded("opinions.import")
def receipts(request: HttpRequest, sheet: UUID) -> HttpResponse:
    """One receipt a row, to be printed, cut and handed over. The numbers are those of the file's own lines."""
    found, now = _own(actor_of(request), sheet), timezone.now()
    try:
        made = importing.print_receipts(found, by=actor_of(request), now=now)
    except Refusal as refused:
        messages.warning(request, refused.sentence)
        return redirect("opinions:sheet", found.pk)
    address = request.build_absolute_uri(reverse("opinions-public:track"))
    context = {
        "sheet": found,
        "slips": [{"line": one.line, "code": codes.shown(one.code), "pin": one.pin} for one in made.receipts],
        "some_aside": made.some_aside,
        "until": now + policies.AGAIN_FOR if found.printed_at is None else found.printed_at + policies.AGAIN_FOR,
        "address": address.split("://", 1)[-1],
        "picture": receipt.picture(address),
    }
    return render(request, "opinions/staff/import/receipts.html", context)


@require_GET
@guarded("opinions.import")
def wrong(request: HttpRequest, sheet: UUID) -> HttpResponse:
    """Rows that were not taken, as a file to be mended and handed in again, with a column that says why."""
    found = _own(actor_of(request), sheet)
    today = timezone.localdate()
    rows = found.rows.filter(state=RowState.WRONG).order_by("position")
    seen = queries.seen(rows, queries.ground(found.unit_id, today=today))
    return _file(importing_out.wrong(seen, found.unit_id, today=today), "dong-can-sua.xlsx")


def _own(actor: Actor, key: UUID) -> Sheet:
    """A sheet of the actor's own; a colleague's is not there."""
    return get_object_or_404(queries.sheets_of(actor).select_related("unit"), pk=key)


def _file(raw: bytes, name: str) -> HttpResponse:
    return HttpResponse(raw, content_type=XLSX, headers={"Content-Disposition": f'attachment; filename="{name}"'})
