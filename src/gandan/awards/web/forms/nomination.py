"""Forms of a dossier: whom an office proposes, its papers, and handing in."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gandan.awards.given import CollectiveGiven, PersonGiven
from gandan.awards.policies.nomination import EARLIEST_BORN, MOST_YEARS
from gandan.awards.policies.words import LONGEST
from gandan.awards.web.forms.fields import day, line, number, words

TAKEN = "application/pdf,image/jpeg,image/png,.docx,.xlsx,.odt,.ods"
DEEDS_HELP = _("Việc đã làm, kết quả, số liệu kiểm chứng được. Hội đồng chấm theo đoạn này và giấy tờ kèm theo.")


class _Proposed(forms.Form):
    """What both have: for what. `ground` is there only where the call divides by it."""

    FIRST: tuple[str, ...] = ()

    def __init__(self, *args: Any, grounds: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if grounds:
            choices = [("", _("Xin chọn")), *((g, g) for g in grounds)]
            self.fields["ground"] = forms.ChoiceField(label=_("Đề nghị khen về việc gì"), choices=choices)
        self.order_fields([*self.FIRST, "ground", "deeds", "note"])

    @property
    def ground(self) -> str:
        """Empty where the call has one ground for all."""
        return str(self.cleaned_data.get("ground", ""))

    deeds = words(_("Tóm tắt thành tích"), longest=LONGEST["deeds"], rows=8, help_text=DEEDS_HELP)
    note = words(_("Ghi chú cho hội đồng"), longest=LONGEST["reason"], required=False, rows=2)


class PersonForm(_Proposed):
    """A person: only what the award asks for."""

    FIRST = ("name", "born_on", "born", "position", "workplace", "years", "is_head")

    name = line(_("Họ và tên"), longest=LONGEST["name"])
    born_on = day(
        _("Ngày sinh"), required=False, help_text=_("Để không nhầm người trùng tên. Không rõ ngày thì để trống và chỉ ghi năm sinh.")
    )
    born = number(_("Năm sinh, nếu không rõ ngày"), least=EARLIEST_BORN, most=2100)
    position = line(_("Chức vụ"), longest=LONGEST["name"], required=False)
    workplace = line(
        _("Nơi công tác"), longest=LONGEST["workplace"], help_text=_("In trong danh sách niêm yết. Không ghi địa chỉ nhà, số điện thoại.")
    )
    years = number(
        _("Số năm công tác, do cơ quan khai"), most=MOST_YEARS, help_text=_("Tính đến năm xét. Cơ quan đề nghị chịu trách nhiệm về số này.")
    )
    is_head = forms.BooleanField(label=_("Là người đứng đầu, hoặc đã từng, theo quy định của hình thức khen"), required=False)

    @property
    def given(self) -> PersonGiven:
        """As the deed takes it."""
        typed = self.cleaned_data
        return PersonGiven(
            name=typed["name"],
            workplace=typed["workplace"],
            deeds=typed["deeds"],
            position=typed["position"],
            born=typed["born"],
            born_on=typed["born_on"],
            years=typed["years"],
            is_head=typed["is_head"],
            note=typed["note"],
        )


class CollectiveForm(_Proposed):
    """A collective."""

    FIRST = ("name", "workplace")

    name = line(_("Tên tập thể"), longest=LONGEST["name"])
    workplace = line(_("Thuộc đơn vị, cơ quan nào"), longest=LONGEST["workplace"], required=False)

    @property
    def given(self) -> CollectiveGiven:
        """As the deed takes it."""
        typed = self.cleaned_data
        return CollectiveGiven(name=typed["name"], deeds=typed["deeds"], workplace=typed["workplace"], note=typed["note"])


class PaperForm(forms.Form):
    """One paper of the dossier."""

    upload = forms.FileField(
        label=_("Tệp giấy tờ"),
        widget=forms.ClearableFileInput({"accept": TAKEN}),
        help_text=_("PDF, Word, Excel hoặc ảnh, tối đa 25 MB. Không gửi giấy tờ tuỳ thân: hồ sơ khen không cần."),
    )


class SubmitForm(forms.Form):
    """The number of the paper by which the office proposes."""

    number = line(
        _("Số tờ trình của cơ quan"),
        longest=LONGEST["number"],
        help_text=_("Ví dụ: 12/TTr-MTTQ. Mẫu tờ trình điền sẵn tải được ở trang hồ sơ."),
    )


class ChosenForm(forms.Form):
    """What the council said, where it said something."""

    reason = words(_("Ý kiến của hội đồng"), longest=LONGEST["reason"], required=False)


class ReadmitForm(forms.Form):
    """Why; and where the council scores already, until when it scores this one too."""

    reason = words(
        _("Lý do"), longest=LONGEST["reason"], help_text=_("Ít nhất 10 ký tự. Cơ quan đề nghị đọc được; công chúng không đọc được.")
    )

    def __init__(self, *args: Any, with_day: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if with_day:
            self.fields["closes_on"] = day(_("Hạn chấm điểm"), help_text=_("Hội đồng đã bắt đầu nên trường hợp này được chấm thêm."))
