"""Forms of the deeds on one model."""

from collections.abc import Collection
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gandan.commitments.web.forms.picking import Groups
from gandan.indicators.enums import Bound
from gandan.indicators.web.numbers import NumberField
from gandan.movement.enums import EvidenceKind, Result, Worked
from gandan.movement.web.forms.fields import day, longest, public_reason, short, words
from gandan.movement.web.forms.files import FilesField

MOST_SLIPS = 100


class EmptyForm(forms.Form):
    """Nothing is asked: the button is the deed."""


class ReasonForm(forms.Form):
    """A reason for everybody to read."""

    reason = public_reason()


class NoteForm(forms.Form):
    """What is told of it, for everybody to read."""

    note = words(_("Năm nay mô hình đã làm được gì"), longest=1000, help_text=_("Một hai câu, ai cũng đọc được. Không ghi tên người dân."))


class CompleteForm(forms.Form):
    """Parts that were left empty at registration; only those are asked."""

    audience = words(_("Địa bàn, đối tượng"), longest=longest("audience"), required=False, rows=2)
    starts_on = day(_("Ngày bắt đầu"), required=False)
    what = short(_("Mốc tiến độ: làm gì"), most=300)
    due = day(_("Mốc tiến độ: đến ngày nào"), required=False)
    output = words(_("Sản phẩm kiểm chứng được"), longest=longest("output"), required=False, rows=3)
    upkeep = words(_("Cách duy trì, nhân rộng"), longest=longest("upkeep"), required=False, rows=3)

    def __init__(self, *args: Any, empty: Collection[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        asked = {*empty, *(("what", "due") if "milestones" in empty else ())}
        for name in set(self.fields) - asked:
            del self.fields[name]

    def clean(self) -> dict[str, Any]:
        """A line of the timetable says what and by when."""
        typed = super().clean() or {}
        if bool(typed.get("what")) != bool(typed.get("due")):
            raise forms.ValidationError(_("Mốc tiến độ cần cả việc làm và ngày."))
        return typed


class MeasureForm(forms.Form):
    """One reading: how much, how surely, on which day, and where it stands written."""

    read_on = day(_("Đo ngày"))
    bound = forms.ChoiceField(label=_("Con số này"), choices=Bound.choices, initial=Bound.EXACT)
    note = words(
        _("Đo bằng cách nào, ghi ở đâu"),
        longest=1000,
        required=False,
        rows=2,
        help_text=_("Ví dụ: đếm tại nhà 62 hộ, biên bản ngày 12/9 của tổ tự quản."),
    )

    def __init__(self, *args: Any, measure: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["value"] = NumberField(
            label=_("Kết quả"), measure=measure, help_text=_("Ghi như 62 hoặc 74,5; có thể ghi 12 triệu đồng, 3 tấn.")
        )
        self.order_fields(["value", "bound", "read_on", "note"])


class EvidenceForm(forms.Form):
    """Photographs or files, a link, or a note of a day."""

    uploads = FilesField(label=_("Ảnh hoặc tệp"), required=False)
    url = forms.URLField(label=_("Hoặc đường dẫn"), required=False, max_length=500, assume_scheme="https")
    shows = day(_("Bằng chứng của ngày nào"))
    note = words(_("Cho thấy điều gì"), longest=1000, required=False, rows=3, help_text=_("Một hai câu. Không ghi tên người dân."))

    def clean(self) -> dict[str, Any]:
        """One kind at a time, and something."""
        typed = super().clean() or {}
        uploads, url, note = typed.get("uploads"), typed.get("url"), typed.get("note")
        if uploads and url:
            raise forms.ValidationError(_("Xin thêm từng bằng chứng một: hoặc tệp, hoặc đường dẫn."))
        if not (uploads or url or note) and not self.errors:
            raise forms.ValidationError(_("Xin chọn ảnh hoặc tệp, hoặc ghi đường dẫn, hoặc viết một câu."))
        return typed

    @property
    def kind(self) -> EvidenceKind:
        """What was handed in."""
        if self.cleaned_data["uploads"]:
            return EvidenceKind.PHOTO
        return EvidenceKind.LINK if self.cleaned_data["url"] else EvidenceKind.NOTE


class CodesForm(forms.Form):
    """How many slips."""

    many = forms.IntegerField(
        label=_("Mấy phiếu"),
        min_value=1,
        max_value=MOST_SLIPS,
        initial=10,
        help_text=_("Mỗi hộ được hưởng một phiếu; nhiều nhất 100 phiếu một lần."),
    )


class ReviewForm(forms.Form):
    """What was found for a year."""

    result = forms.ChoiceField(label=_("Rà soát thấy"), choices=Result.choices, widget=forms.RadioSelect)
    reason = public_reason(_("Vì sao, ai cũng đọc được"))

    def __init__(self, *args: Any, years: list[int], visits: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["year"] = forms.TypedChoiceField(label=_("Rà soát cho năm"), choices=[(y, str(y)) for y in years], coerce=int)
        choices = [("", _("Không dựa trên buổi thăm nào")), *visits]
        self.fields["visit"] = forms.ChoiceField(label=_("Dựa trên buổi thăm"), choices=choices, required=False)
        self.order_fields(["year", "result", "visit", "reason"])


class AppraiseForm(forms.Form):
    """Which council, and until when its members hand in their cards."""

    closes_on = day(_("Thành viên nộp phiếu điểm đến hết ngày"))

    def __init__(self, *args: Any, councils: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["council"] = forms.ChoiceField(label=_("Hội đồng"), choices=councils)
        self.order_fields(["council", "closes_on"])


class OfficeForm(forms.Form):
    """From which office a deed is done."""

    def __init__(self, *args: Any, offices: list[tuple[str, str]] | Groups, label: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["office"] = forms.ChoiceField(label=label or _("Cơ quan"), choices=offices)


class PostForm(OfficeForm):
    """Which office posts the result, and what it writes to it."""

    text = words(_("Lời kèm theo"), longest=4000, required=False, rows=4, help_text=_("Không bắt buộc. Ai cũng đọc được."))


class RevokeForm(OfficeForm):
    """The decision that takes a recognition away."""

    number = short(_("Số, ký hiệu quyết định"), most=60, required=True, help_text=_("Ví dụ: 12-QĐ/ĐU"))
    decided_on = day(_("Ngày ký"))
    signed_as = short(_("Chức vụ người ký"), most=120, required=True)
    signed_by = short(_("Họ tên người ký"), most=80)
    reason = public_reason()


class VerdictForm(forms.Form):
    """What an adopter says of the original."""

    worked = forms.ChoiceField(label=_("Làm theo ở nơi mình thì"), choices=Worked.choices, widget=forms.RadioSelect)
    text = words(
        _("Đã đổi gì, kết quả ra sao"),
        longest=1000,
        help_text=_("Cho nơi sau tránh được chỗ khó. Ai cũng đọc được, không ghi tên người dân."),
    )


class AdoptForm(forms.Form):
    """For which office, and in which hamlet."""

    def __init__(self, *args: Any, offices: list[tuple[str, str]], hamlets: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["office"] = forms.ChoiceField(label=_("Cơ quan đứng ra làm và chịu trách nhiệm"), choices=offices)
        self.fields["hamlet"] = forms.ChoiceField(label=_("Thôn, tổ dân phố"), choices=[("", _("Cả đơn vị")), *hamlets], required=False)


class AnswerForm(forms.Form):
    """What the registrant says to a likeness."""

    answer = words(
        _("Khác ở chỗ nào"), longest=1000, rows=4, help_text=_("Nơi nhận đăng ký và hội đồng đọc lời này bên cạnh chỗ giống.")
    )  # fmt: skip


class JudgeForm(forms.Form):
    """Whether a likeness is the same thing once more."""

    is_same = forms.ChoiceField(
        label=_("Kết luận"),
        choices=[("no", _("Khác nhau, là mô hình riêng")), ("yes", _("Là một: phong trào sẵn có hoặc phiếu của nơi khác"))],
        widget=forms.RadioSelect,
    )


class SuccessorForm(OfficeForm):
    """Which office goes on with a model after a reorganisation."""
