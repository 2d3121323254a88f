"""What the head of a hamlet adds to a model, and says of a form."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from gandan.movement.web.forms.fields import day, short, words
from gandan.movement.web.forms.hamlet import StepForm
from gandan.movement.web.forms.parts import number
from gandan.opinions.web.public_fields import FilesField, files


class SignForm(StepForm):
    """It is still done, with a photograph where there is one."""

    note = words(
        _("Năm qua bà con còn làm ra sao?"),
        longest=1000,
        rows=4,
        help_text=_("Vài câu: còn bao nhiêu nhà làm, có gì mới. Ai cũng đọc được; không ghi tên ai."),
    )
    uploads: FilesField = files(_("Ảnh chụp gần đây"))


class PhotoForm(StepForm):
    """Something that shows it, with a few words."""

    uploads: FilesField = files(_("Ảnh"))
    note = words(_("Ảnh này cho thấy gì?"), longest=1000, rows=3, required=False, help_text=_("Ai cũng đọc được; không ghi tên ai."))
    shows = day(_("Chụp ngày nào?"), required=False, help_text=_("Để trống là hôm nay."))

    def clean_uploads(self) -> list[Any]:
        """Without one there is nothing to keep."""
        found: list[Any] = self.cleaned_data["uploads"]
        if not found:
            raise forms.ValidationError(_now("Xin chọn ít nhất một ảnh."))
        return found


class MeasureForm(StepForm):
    """A number of a day, and how it was found."""

    value = short(_("Đo được bao nhiêu?"), most=60, inputmode="decimal")
    read_on = day(_("Đo ngày nào?"), required=False, help_text=_("Để trống là hôm nay."))
    note = words(
        _("Đo bằng cách nào?"), longest=1000, rows=2, required=False, help_text=_("Ví dụ: tổ trưởng đi đếm từng nhà sáng Chủ nhật.")
    )

    def __init__(self, *args: Any, measure: str, **more: Any) -> None:
        super().__init__(*args, **more)
        self.measure = measure
        self.fields["value"].required = True
        self.fields["value"].error_messages["required"] = _("Xin ghi con số đo được, ví dụ 41.")

    def clean_value(self) -> Decimal:
        """Exactly one number in the measure of the aim."""
        found = number(str(self.cleaned_data["value"]), self.measure)
        assert found is not None  # noqa: S101  something was typed, and what is no number was refused
        return found


class AnswerForm(StepForm):
    """What is other here than in what it resembles."""

    answer = words(
        _("Mô hình của mình khác ở chỗ nào?"), longest=1000, rows=3, help_text=_("Ít nhất 10 ký tự. Cơ quan nhận đăng ký đọc câu này.")
    )


class ReasonForm(StepForm):
    """Why the form is taken back."""

    reason = words(_("Vì sao thôi không đăng ký?"), longest=1000, rows=3, help_text=_("Ít nhất 10 ký tự."))
