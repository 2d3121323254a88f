"""The form for the head of a hamlet: four short steps, each of which is kept as it is. Nothing but the field is needed to keep a step; what
is still missing for sending in is said on the last page, with the way to its step."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from gandan.movement.web.forms.fields import day, longest, short, words

NEW = [("yes", _("Sắp làm")), ("no", _("Đang làm rồi, nay đăng ký"))]
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
