"""One page for each deed on a drive: planned, changed, launched, its fields and windows, summed up, cancelled, taken over."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from gandan.commitments.web.typed import typed
from gandan.core.access import Actor, Refusal, actor_of, guarded, may, require
from gandan.movement.actions import drive as actions
from gandan.movement.actions import summing
from gandan.movement.enums import DriveState, Meeting
from gandan.movement.models import Drive, Field
from gandan.movement.permissions import Taking
from gandan.movement.policies import drive as policies
from gandan.movement.policies import handover
from gandan.movement.web.forms import drives as forms
from gandan.movement.web.staff import drive_writing, found
from gandan.units.models import Office

Words = str | Promise


@dataclass(frozen=True)
class Deed:
    """What one page needs; the same shape as a deed on a model."""

    slug: str
    permission: str
    title: Words
    done: Words
    form: type[Form]
    when: Callable[[Drive, Actor, date], Refusal | None]
    act: Callable[[Drive, Any, Actor, datetime], object]
    explain: Words = ""
    grave: bool = False
    first: Callable[[Drive, date], dict[str, Any]] | None = None
    more: Callable[[Drive, Actor, date], dict[str, Any]] | None = None


def _take(d: Drive, f: forms.TakeForm, by: Actor, now: datetime) -> object:
    return actions.take_drive(d, office=Office.objects.get(pk=f.cleaned_data["office"]), by=by, now=now)


def _taking(d: Drive, by: Actor, today: date) -> Refusal | None:
    offices = found.drive_offices(by, today)
    rows = Office.objects.filter(pk__in=[key for key, _name in offices])
    return (
        None
        if any(handover.take_drive(d, office=o, today=today) is None for o in rows)
        else Refusal(str(_("Phong trào này đang có cơ quan chủ trì.")))
    )


def _next_year(d: Drive, today: date) -> dict[str, Any]:
    """The first year of the stage that has no window yet."""
    there = set(d.windows.values_list("year", flat=True))
    free = [year for year in range(d.starts_on.year, d.ends_on.year + 1) if year not in there and year >= today.year]
    return {"year": free[0] if free else today.year}


def _document(d: Drive, f: forms.DocumentForm, by: Actor, now: datetime) -> object:
    return actions.change_drive(d, document=drive_writing.document(f.cleaned_data["document"], by), by=by, now=now)


def _sum(d: Drive, f: forms.SummingForm, by: Actor, now: datetime) -> object:
    return summing.sum_up(d, **f.cleaned_data, by=by, now=now)


DEEDS = (
    Deed(
        "phat-dong",
        "movement.launch",
        _("Phát động"),
        _("Đã phát động. Các đơn vị từ nay viết phiếu; gửi đăng ký khi đợt mở."),
        forms.EmptyForm,
        lambda d, by, today: policies.launch(d, today=today),
        lambda d, f, by, now: actions.launch(d, by=by, now=now),
        _("Phát động rồi thì tên, thời gian và bảng điểm không sửa được nữa."),
    ),
    Deed(
        "dot-dang-ky",
        "movement.set_window",
        _("Đặt đợt đăng ký"),
        _("Đã đặt đợt đăng ký."),
        forms.WindowForm,
        lambda d, by, today: policies.running(d),
        lambda d, f, by, now: actions.set_window(d, **f.cleaned_data, by=by, now=now),
        _("Phiếu gửi được trong những ngày này; ngoài đợt vẫn viết và lưu được. Đặt lại cùng một năm là dời ngày."),
        first=_next_year,
    ),
    Deed(
        "them-linh-vuc",
        "movement.change_fields",
        _("Thêm lĩnh vực"),
        _("Đã thêm lĩnh vực."),
        forms.FieldForm,
        lambda d, by, today: policies.running(d),
        lambda d, f, by, now: actions.add_field(d, name=f.cleaned_data["name"], by=by, now=now),
        _("Lĩnh vực dùng để đếm; mô hình đã đăng ký giữ lĩnh vực của nó."),
    ),
    Deed(
        "van-ban",
        "movement.change_drive",
        _("Ghi văn bản phát động"),
        _("Đã ghi văn bản."),
        forms.DocumentForm,
        lambda d, by, today: policies.running(d),
        _document,
        _("Văn bản ban hành sau khi phát động. Xin nhập văn bản vào sổ trước."),
    ),
    Deed(
        "tong-ket",
        "movement.sum_up",
        _("Sơ kết, tổng kết"),
        _("Đã chốt con số của hội nghị."),
        forms.SummingForm,
        lambda d, by, today: (
            None
            if d.state == DriveState.LAUNCHED
            else policies.sum_up(d, meeting=Meeting.YEAR, year=today.year, held_on=today, text="", today=today)
        ),
        _sum,
        _("Con số đến ngày họp được chốt, thành số liệu của đơn vị. Tổng kết thì phong trào kết thúc; mô hình vẫn sống tiếp."),
        first=lambda d, today: {"year": today.year, "held_on": today},
    ),
    Deed(
        "nhan-phong-trao",
        "movement.take_drive",
        _("Nhận tiếp phong trào"),
        _("Đã nhận. Cơ quan của Ông/Bà chủ trì phong trào từ nay."),
        forms.TakeForm,
        _taking,
        _take,
        _("Cơ quan phát động không còn sau khi sắp xếp đơn vị."),
        more=lambda d, by, today: {"offices": found.drive_offices(by, today)},
    ),
    Deed(
        "huy",
        "movement.cancel_drive",
        _("Huỷ phong trào"),
        _("Đã huỷ phong trào."),
        forms.EmptyForm,
        lambda d, by, today: policies.cancel(d),
        lambda d, f, by, now: actions.cancel_drive(d, by=by, now=now),
        _("Chỉ huỷ được khi chưa có mô hình nào được gửi vào."),
        grave=True,
    ),
)
BY_SLUG = {deed.slug: deed for deed in DEEDS}


def _may(what: Deed, d: Drive, actor: Actor, today: date) -> bool:
    """To take over asks for the office that takes; any other deed for the drive."""
    if what.slug != "nhan-phong-trao":
        return may(actor, what.permission, d)
    offices = Office.objects.filter(pk__in=[key for key, _name in found.drive_offices(actor, today)])
    return any(may(actor, what.permission, Taking(d, office)) for office in offices)


def offered(d: Drive, actor: Actor, today: date) -> list[dict[str, object]]:
    """The deeds that who and when allow, as links."""
    out = []
    if may(actor, "movement.change_drive", d) and policies.planned(d) is None:
        out.append({"label": _("Sửa phong trào"), "url": reverse("movement:change_drive", args=[d.pk]), "grave": ""})
    for what in DEEDS:
        if _may(what, d, actor, today) and what.when(d, actor, today) is None:
            url = reverse("movement:drive_deed", args=[d.pk, what.slug])
            out.append({"label": what.title, "url": url, "grave": "grave" if what.grave else ""})
    return out


@require_http_methods(["GET", "POST"])
@guarded("movement.open_desk")
def page(request: HttpRequest, drive: UUID, slug: str) -> HttpResponse:
    """Refused before anything is typed where who or when say no; whenever it is refused, what was typed stays."""
    if slug not in BY_SLUG:
        raise Http404
    what, actor, now = BY_SLUG[slug], actor_of(request), timezone.now()
    d, today = found.drive_for(actor, drive), timezone.localdate(now)
    if not _may(what, d, actor, today):
        require(actor, what.permission, d if slug != "nhan-phong-trao" else Taking(d, d.office))
    refusal = what.when(d, actor, today)
    more = what.more(d, actor, today) if what.more else {}
    form = what.form(request.POST or None, initial=what.first(d, today) if what.first else {}, **more)
    if request.method == "POST" and refusal is None and _valid(form):
        try:
            what.act(d, form, actor, now)
        except Refusal as refused:
            form.add_error(None, refused.sentence)
        else:
            messages.success(request, str(what.done))
            return redirect("movement:drive", d.pk)
    return _answer(request, d, what.title, what.explain, form, refusal, grave=what.grave)


def _valid(form: Form) -> bool:
    """A form of nothing is bound by no field."""
    if not form.fields:
        form.data, form.is_bound = {}, True
    return form.is_valid()


@require_http_methods(["GET", "POST"])
@guarded("movement.change_fields")
def rename_field(request: HttpRequest, drive: UUID, field: UUID) -> HttpResponse:
    """A slip of the pen in a field's name, while nothing is registered in it."""
    actor, now = actor_of(request), timezone.now()
    d, row = _field(actor, drive, field)
    form = forms.FieldForm(request.POST or None, initial={"name": row.name})
    if request.method == "POST" and form.is_valid():
        try:
            actions.rename_field(row, name=form.cleaned_data["name"], by=actor, now=now)
        except Refusal as refused:
            form.add_error(None, refused.sentence)
        else:
            messages.success(request, str(_("Đã đổi tên lĩnh vực.")))
            return redirect("movement:drive", d.pk)
    return _answer(
        request, d, _("Đổi tên lĩnh vực"), _("Chỉ đổi được khi chưa có mô hình đăng ký trong lĩnh vực."), form, policies.running(d)
    )


@require_http_methods(["GET", "POST"])
@guarded("movement.change_fields")
def end_field(request: HttpRequest, drive: UUID, field: UUID) -> HttpResponse:
    """Nothing is begun in it any more."""
    actor, now = actor_of(request), timezone.now()
    d, row = _field(actor, drive, field)
    form, refusal = forms.EmptyForm(request.POST or None), policies.end_field(row)
    if request.method == "POST" and refusal is None:
        try:
            actions.end_field(row, by=actor, now=now)
        except Refusal as refused:
            refusal = refused
        else:
            messages.success(request, str(_("Đã kết thúc lĩnh vực.")))
            return redirect("movement:drive", d.pk)
    explain = _("Lĩnh vực “%(name)s” không nhận phiếu mới; mô hình đã có vẫn đếm ở đó.") % {"name": row.name}
    return _answer(request, d, _("Kết thúc lĩnh vực"), explain, form, refusal, grave=True)


def _field(actor: Actor, drive: UUID, field: UUID) -> tuple[Drive, Field]:
    d = found.drive_for(actor, drive)
    require(actor, "movement.change_fields", d)
    row = d.fields.filter(pk=field).select_related("drive").first()
    if row is None:
        raise Http404
    return d, row


def _answer(
    request: HttpRequest, d: Drive, title: Words, explain: Words, form: Form, refusal: Refusal | None, *, grave: bool = False
) -> HttpResponse:
    context = {
        "drive": d,
        "title": title,
        "explain": explain,
        "form": form,
        "refusal": refusal,
        "typed": typed(form) if refusal else [],
        "grave": "grave" if grave else "",
    }
    return render(request, "movement/staff/drive_deed.html", context, status=422 if form.is_bound and form.errors else 200)
