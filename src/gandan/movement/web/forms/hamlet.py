"""The form for the head of a hamlet: four short steps, each of which is kept as it is. Nothing but the field is needed to keep a step; what
is still missing for sending in is said on the last page, with the way to its step."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from gandan.indicators.enums import Measure
from gandan.movement.enums import ResourceKind
from gandan.movement.web.forms.fields import day, longest, short, words
from gandan.movement.web.forms.parts import number
from gandan.opinions.web.public_fields import FilesField, files

NEW = [("yes", _("Sắp làm")), ("no", _("Đang làm rồi, nay đăng ký"))]
TAKEN = {  # the kinds of resources that have one line each on the form: how they are measured and what is counted
    ResourceKind.BUDGET: (Measure.VND, ""),
    ResourceKind.SOCIALISED: (Measure.VND, ""),
    ResourceKind.LABOUR: (Measure.COUNT, _("ngày công")),
    ResourceKind.PEOPLE: (Measure.COUNT, _("người")),
    ResourceKind.LAND: (Measure.M2, ""),
}
OTHERS_MOST = 10  # groups that take part, a line each


class StepForm(forms.Form):
    """One step. The browser demands nothing: what is amiss is said by a sentence on the page."""

    use_required_attribute = False


class WhatForm(StepForm):
    """What is hard, and where."""

    title = short(
        _("Mô hình tên gì?"), most=longest("title"), help_text=_("Tên có việc làm và có chỗ. Ví dụ: Hẻm 51 phân loại rác tại nhà.")
    )
    place = short(_("Làm ở chỗ nào?"), most=longest("place"), help_text=_("Hẻm, ấp, chợ, nhà văn hoá… để ai cũng tìm đến xem được."))
    problem = words(
        _("Bà con đang vướng việc gì?"),
        longest=longest("problem"),
        required=False,
        rows=5,
        help_text=_("Kể như kể với hàng xóm: khó chỗ nào, bao nhiêu nhà gặp, đã thử cách gì. Không ghi tên ai."),
    )
    is_new = forms.ChoiceField(
        label=_("Việc này sắp làm hay đang làm?"), choices=NEW, widget=forms.RadioSelect, required=False, initial="yes"
    )

    def __init__(self, *args: Any, fields: list[tuple[str, str]], offices: list[tuple[str, str]] | None = None, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["field"] = forms.ChoiceField(
            label=_("Thuộc lĩnh vực nào?"),
            choices=fields,
            widget=forms.RadioSelect,
            error_messages={"required": _("Xin chọn một lĩnh vực; chọn chưa chắc thì sửa sau được.")},
        )
        if offices:
            self.fields["office"] = forms.ChoiceField(label=_("Cơ quan nào của xã, phường đứng tên?"), choices=offices)


class HowForm(StepForm):
    """How it is done, and by whom."""

    way = words(
        _("Bà con làm thế nào?"),
        longest=longest("way"),
        required=False,
        rows=7,
        help_text=_("Từng việc một, ai xem cũng làm theo được. Ví dụ: họp dân, chia tổ, thứ Bảy hằng tuần cùng dọn."),
    )
    lead = short(
        _("Ai đứng ra lo chính?"), most=200, help_text=_("Tên tổ, ban, hội. Ví dụ: Ban công tác Mặt trận khu phố. Không ghi tên người.")
    )
    others = forms.CharField(
        label=_("Còn ai cùng làm?"),
        required=False,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("Mỗi tổ, hội một dòng. Muốn ghi việc của họ thì thêm dấu hai chấm: Chi hội Phụ nữ: thu gom ve chai."),
    )
    audience = words(
        _("Làm cho ai?"),
        longest=longest("audience"),
        required=False,
        rows=2,
        help_text=_("Bao nhiêu nhà, ở đâu. Ví dụ: 62 nhà trong hẻm 51."),
    )
    starts_on = day(_("Bắt đầu từ ngày nào?"), required=False)

    def clean_others(self) -> str:
        """Few enough to be read, short enough to be kept."""
        lines = [line.strip() for line in str(self.cleaned_data["others"]).splitlines() if line.strip()]
        if len(lines) > OTHERS_MOST:
            raise forms.ValidationError(_now("Nhiều nhất %(n)d dòng. Xin gộp bớt.") % {"n": OTHERS_MOST})
        if any(len(line.partition(":")[0]) > 200 or len(line.partition(":")[2]) > 500 for line in lines):
            raise forms.ValidationError(_now("Có dòng dài quá. Xin ghi gọn: tên tổ, dấu hai chấm, việc làm."))
        return "\n".join(lines)


class AimForm(StepForm):
    """What shall be different, in words; the numbers are rows beside it."""

    aim = words(
        _("Làm xong thì bà con được gì?"),
        longest=longest("aim"),
        required=False,
        rows=3,
        help_text=_("Một hai câu thôi. Con số ghi ở dưới để sau này đo lại."),
    )


class NeedForm(StepForm):
    """What it takes, each kind with a line of its own; what everybody can see afterwards; who keeps it going."""

    budget = short(_("Tiền ngân sách"), most=60, inputmode="text", placeholder=_("0, hoặc 5 triệu đồng"))
    socialised = short(_("Tiền bà con, mạnh thường quân góp"), most=60, inputmode="text", placeholder=_("12 triệu đồng"))
    labour = short(_("Ngày công bà con góp"), most=60, inputmode="decimal", placeholder="40")
    people = short(_("Số người cùng làm"), most=60, inputmode="decimal", placeholder="25")
    land = short(_("Đất hiến (mét vuông)"), most=60, inputmode="decimal", placeholder="120")
    goods = short(_("Vật dụng: bao nhiêu"), most=60, inputmode="decimal", placeholder="62")
    goods_noun = short(_("Vật dụng: cái gì"), most=60, placeholder=_("thùng rác"))
    output = words(
        _("Người ở nơi khác đến thì thấy được gì?"),
        longest=longest("output"),
        required=False,
        rows=3,
        help_text=_("Cái nhìn thấy, đếm được: hẻm không còn đống rác, 62 nhà có thùng phân loại."),
    )
    upkeep = words(
        _("Về sau ai giữ cho còn?"), longest=longest("upkeep"), required=False, rows=3, help_text=_("Ai nhắc, tiền ở đâu, mỗi năm làm gì.")
    )
    ends_on = day(_("Đến ngày nào thì nhìn lại?"), required=False)

    def clean(self) -> dict[str, Any]:
        """Numbers as people type them, each in the measure of its kind."""
        typed = super().clean() or {}
        for kind, (measure, noun) in TAKEN.items():
            self._read(typed, kind.value, measure, str(noun))
        noun = str(typed.get("goods_noun") or "").strip()
        self._read(typed, "goods", Measure.COUNT, noun)
        if typed.get("goods") is not None and not noun:
            self.add_error("goods_noun", _now("Xin ghi vật dụng gì, ví dụ thùng rác."))
        if noun and typed.get("goods") is None and "goods" not in self.errors:
            self.add_error("goods", _now("Xin ghi bao nhiêu, ví dụ 62."))
        return typed

    def _read(self, typed: dict[str, Any], name: str, measure: Measure, noun: str) -> None:
        said = " ".join(str(typed.get(name) or "").split())
        bare = said[: -len(noun)].strip() if noun and said.casefold().endswith(noun.casefold()) else said
        try:
            typed[name] = number(bare, measure)
        except forms.ValidationError as wrong:
            self.add_error(name, wrong)


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
