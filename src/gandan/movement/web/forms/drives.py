"""Forms of emulation drives."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gandan.movement.enums import Meeting
from gandan.movement.web.forms.fields import day, short, words

FIELDS = ("Kinh tế", "Văn hoá - xã hội", "Quốc phòng - an ninh", "Xây dựng hệ thống chính trị")  # those of Dân vận khéo, to begin with


class DriveForm(forms.Form):
    """What a drive is: by whom, for how long, by which paper, with which fields and which score sheet."""

    title = short(_("Tên phong trào"), most=200, required=True, help_text=_("Ví dụ: Thi đua “Dân vận khéo” giai đoạn 2026–2030"))
    aim = words(_("Mục đích"), longest=4000, required=False, rows=4)
    starts_on = day(_("Từ ngày"))
    ends_on = day(_("Đến hết ngày"), help_text=_("“Dân vận khéo” thường theo giai đoạn năm năm, mỗi năm một đợt đăng ký."))

    def __init__(
        self,
        *args: Any,
        sheets: list[tuple[str, str]],
        offices: list[tuple[str, str]] | None = None,
        before: list[tuple[str, str]] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sheet_code"] = forms.ChoiceField(
            label=_("Chấm điểm theo bảng nào"),
            choices=[("", _("Xin chọn")), *sheets],
            help_text=_("Lập bảng điểm ở trang Hội đồng. Bảng có hiệu lực vào ngày chấm sẽ được dùng."),
        )
        self.fields["document"] = short(
            _("Số, ký hiệu văn bản phát động"),
            most=80,
            help_text=_("Văn bản đã có trong sổ văn bản, ví dụ 12-KH/ĐU. Chưa có thì để trống, ghi sau."),
        )
        if offices is not None:
            self.fields["office"] = forms.ChoiceField(label=_("Cơ quan phát động"), choices=offices)
            self.fields["before"] = forms.ChoiceField(
                label=_("Giai đoạn trước"), choices=[("", _("Không nối với giai đoạn nào")), *(before or [])], required=False
            )
            self.fields["fields"] = words(
                _("Lĩnh vực, mỗi dòng một"),
                longest=2000,
                rows=5,
                help_text=_("Bốn lĩnh vực của “Dân vận khéo” đã ghi sẵn; có nơi thêm “Nông thôn mới”."),
            )
        self.order_fields(["office", "title", "aim", "starts_on", "ends_on", "fields", "sheet_code", "document", "before"])

    def clean_fields(self) -> list[str]:
        """Names, one a line; the same once."""
        lines = [" ".join(line.split()) for line in self.cleaned_data["fields"].splitlines()]
        names = list(dict.fromkeys(line for line in lines if line))
        if any(len(name) > 100 for name in names):
            raise forms.ValidationError(_("Tên lĩnh vực dài nhất 100 ký tự."))
        return names

    def clean(self) -> dict[str, Any]:
        """It lasts."""
        typed = super().clean() or {}
        starts, ends = typed.get("starts_on"), typed.get("ends_on")
        if starts and ends and ends <= starts:
            self.add_error("ends_on", _("Ngày kết thúc phải sau ngày bắt đầu."))
        return typed


class WindowForm(forms.Form):
    """When registrations are taken in a year."""

    year = forms.IntegerField(label=_("Năm"), min_value=2000, max_value=2100)
    opens_on = day(_("Nhận từ ngày"))
    closes_on = day(_("Đến hết ngày"))

    def clean(self) -> dict[str, Any]:
        """It lasts."""
        typed = super().clean() or {}
        opens, closes = typed.get("opens_on"), typed.get("closes_on")
        if opens and closes and closes < opens:
            self.add_error("closes_on", _("Ngày cuối phải từ ngày đầu trở đi."))
        return typed


class FieldForm(forms.Form):
    """The name of a field."""

    name = short(_("Tên lĩnh vực"), most=100, required=True)


class SummingForm(forms.Form):
    """What a meeting said of a drive as a whole."""

    meeting = forms.ChoiceField(label=_("Hội nghị"), choices=Meeting.choices, widget=forms.RadioSelect, initial=Meeting.YEAR)
    year = forms.IntegerField(label=_("Cho năm"), min_value=2000, max_value=2100)
    held_on = day(_("Họp ngày"))
    text = words(
        _("Đánh giá chung, bài học"),
        longest=8000,
        required=False,
        rows=10,
        help_text=_("Con số được chốt từ phiếu, không phải gõ. Ai cũng đọc được, không ghi tên người dân."),
    )


class EmptyForm(forms.Form):
    """Nothing is asked: the button is the deed."""


class DocumentForm(forms.Form):
    """The paper that was issued after the launch."""

    document = short(_("Số, ký hiệu văn bản phát động"), most=80, required=True, help_text=_("Văn bản đã có trong sổ văn bản."))


class TakeForm(forms.Form):
    """Which office goes on with a drive whose own is gone."""

    def __init__(self, *args: Any, offices: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["office"] = forms.ChoiceField(label=_("Cơ quan tiếp tục phong trào"), choices=offices)
