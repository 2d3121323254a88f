"""Deeds on a drive, each with one page: launched, its fields and windows, summed up, cancelled, taken over."""

from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from gandan.core.access import Actor, Refusal
from gandan.movement.actions import drive as actions
from gandan.movement.actions import summing
from gandan.movement.enums import DriveState, Meeting
from gandan.movement.models import Drive
from gandan.movement.policies import drive as policies
from gandan.movement.policies import handover
from gandan.movement.web.forms import drives as forms
from gandan.movement.web.staff import drive_writing, found
from gandan.movement.web.staff.drive_deeds.deed import Deed
from gandan.units.models import Office


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


DEEDS: tuple[Deed, ...] = (
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
