"""What is filled in at a desk: councils, seats, reasons, days."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gandan.accounts.models import User
from gandan.appraisals.enums import Part, Tie
from gandan.appraisals.web.forms.fields import day, line, words
from gandan.units.models import Office


class NothingForm(forms.Form):
    """A deed that asks nothing but to be meant."""


class CouncilForm(forms.Form):
    """A council as its paper forms it."""

    office = forms.ChoiceField(label=_("Cơ quan lập hội đồng"), help_text=_("Cơ quan này giữ hồ sơ và nhận phản đối."))
    title = line(_("Tên hội đồng"), what="title", help_text=_("Ví dụ: Hội đồng xét công nhận mô hình Dân vận khéo năm 2026."))
    formed_by = line(_("Quyết định thành lập"), what="formed_by", help_text=_("Số và ký hiệu, ví dụ 45-QĐ/ĐU."))
    formed_on = day(_("Ngày thành lập"))

    def __init__(self, *args: Any, offices: Sequence[tuple[str, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        choices = self.fields["office"]
        assert isinstance(choices, forms.ChoiceField)  # noqa: S101
        choices.choices = list(offices)


class SeatForm(forms.Form):
    """A person of these offices, or anybody else by the name they sign in with."""

    person = forms.ChoiceField(label=_("Người"), required=False)
    username = forms.CharField(
        label=_("Hoặc tên đăng nhập"), required=False, max_length=150, help_text=_("Khi người ấy công tác ở đơn vị khác.")
    )
    part = forms.ChoiceField(label=_("Vai trò trong hội đồng"), choices=Part.choices, initial=Part.MEMBER)

    def __init__(self, *args: Any, people: Iterable[tuple[str, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        choices = self.fields["person"]
        assert isinstance(choices, forms.ChoiceField)  # noqa: S101
        choices.choices = [("", _("Chọn người")), *people]

    def clean(self) -> dict[str, Any]:
        """Exactly one person."""
        typed = super().clean() or {}
        person, username = typed.get("person"), (typed.get("username") or "").strip()
        if bool(person) == bool(username):
            raise forms.ValidationError(_("Xin chọn một người trong danh sách, hoặc ghi tên đăng nhập của một người khác."))
        typed["user"] = User.objects.filter(**({"pk": person} if person else {"username__iexact": username})).first()
        if typed["user"] is None:
            self.add_error("username", _("Không có ai mang tên đăng nhập này. Xin hỏi lại người ấy."))
        return typed


class ConflictForm(forms.Form):
    """How one is tied to what is judged."""

    tie = forms.ChoiceField(label=_("Ông/Bà liên quan thế nào"), choices=Tie.choices, widget=forms.RadioSelect)
    reason = words(_("Nói thêm"), what="reason", required=False, help_text=_("Bắt buộc khi chọn “Lý do khác”, ít nhất 10 ký tự."))


class ReasonForm(forms.Form):
    """Why."""

    reason = words(_("Lý do"), what="reason", help_text=_("Ít nhất 10 ký tự. Không ghi tên người dân, số điện thoại, địa chỉ nhà."))


class AgainForm(forms.Form):
    """Until when the second cards are handed in."""

    closes_on = day(_("Hạn nộp phiếu lần hai"))


class FromForm(forms.Form):
    """From when a sheet holds."""

    from_day = day(_("Có hiệu lực từ ngày"), help_text=_("Từ hôm nay trở đi. Hồ sơ đã mở giữ phiếu cũ."))


class AnswerForm(forms.Form):
    """What becomes of an objection."""

    is_upheld = forms.ChoiceField(
        label=_("Phản đối này"), choices=[("1", _("Có cơ sở")), ("0", _("Không có cơ sở"))], widget=forms.RadioSelect
    )
    reply = words(
        _("Trả lời người phản đối"),
        what="reply",
        rows=8,
        help_text=_(
            "Ít nhất 10 ký tự. Nói đã xem những gì, thấy thế nào. Người giữ mã đọc được; trang niêm yết chỉ hiện có cơ sở hay không."
        ),
    )


def office_choices(offices: Iterable[Office], today: Any) -> list[tuple[str, str]]:
    """Offices by their names of today."""
    return [(str(o.pk), o.called(today)) for o in offices]
