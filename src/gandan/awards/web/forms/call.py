"""Forms of a call: what is announced, and each step on its way."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gandan.awards.enums import Whom
from gandan.awards.policies.call import FIRST_YEAR, LAST_YEAR, MOST_PROPOSED
from gandan.awards.policies.words import LONGEST
from gandan.awards.web.forms.fields import Pairs, day, line, number, words


class CallForm(forms.Form):
    """A round, as it will be announced. The kind and the office stand once it is planned.

    Quotas: one for every unit, and lines for units that have one of their own ("Phường Cái Răng: 3 cá nhân, 2 tập thể").
    """

    def __init__(self, *args: Any, kinds: Pairs | None, offices: Pairs, sheets: Pairs, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if kinds is not None:
            self.fields["kind"] = forms.ChoiceField(label=_("Hình thức khen"), choices=[("", _("Xin chọn")), *kinds])
            self.fields["office"] = forms.ChoiceField(
                label=_("Cơ quan mở đợt"), choices=offices if len(offices) == 1 else [("", _("Xin chọn")), *offices]
            )
        self.fields["sheet_code"] = forms.ChoiceField(
            label=_("Bảng điểm của hội đồng"),
            choices=[("", _("Xin chọn")), *sheets],
            help_text=_("Chỉ chọn được bảng điểm đang hiệu lực của đơn vị. Chưa có thì ban hành ở mục Hội đồng trước."),
        )
        first = ("kind", "office") if kinds is not None else ()
        own = ("title", "year", "opens_on", "closes_on", "sheet_code", "grounds", "persons", "collectives", "others")
        self.order_fields([*first, *own])

    title = line(
        _("Tên đợt xét"), longest=LONGEST["title"], help_text=_("Ví dụ: Xét khen phong trào “Dân vận khéo” năm 2026. Không ghi tên người.")
    )
    year = number(_("Năm xét"), least=FIRST_YEAR, most=LAST_YEAR, required=True)
    opens_on = day(_("Nhận hồ sơ từ ngày"))
    closes_on = day(_("Đến hết ngày"), help_text=_("Sau ngày này hồ sơ bị ghi là muộn."))
    grounds = words(
        _("Khen về việc gì"),
        longest=4000,
        required=False,
        help_text=_(
            "Mỗi dòng một nội dung, người lập hồ sơ chọn trong danh mục này. Kết quả đếm riêng theo từng nội dung. Để trống nếu không chia."
        ),
    )
    persons = number(_("Mỗi đơn vị đề nghị nhiều nhất mấy cá nhân"), most=MOST_PROPOSED, help_text=_("Để trống nếu không có chỉ tiêu."))
    collectives = number(_("Mỗi đơn vị đề nghị nhiều nhất mấy tập thể"), most=MOST_PROPOSED, help_text=_("Để trống nếu không có chỉ tiêu."))
    others = words(
        _("Đơn vị có chỉ tiêu riêng"),
        longest=20_000,
        required=False,
        rows=3,
        help_text=_("Mỗi dòng một đơn vị: tên đơn vị; số cá nhân; số tập thể. Ví dụ: Phường Ninh Kiều; 3; 2"),
    )

    def clean_grounds(self) -> list[str]:
        """One a line, as they will be printed."""
        return [" ".join(said.split()) for said in self.cleaned_data["grounds"].splitlines() if said.strip()]


class OpenForm(forms.Form):
    """Nothing is asked: the conditions that hold today are shown, and the button is the deed."""


class CloseForm(forms.Form):
    """Which council scores, and until when."""

    def __init__(self, *args: Any, councils: Pairs, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = councils if len(councils) == 1 else [("", _("Xin chọn")), *councils]
        self.fields["council"] = forms.ChoiceField(
            label=_("Hội đồng"), choices=choices, help_text=_("Ai làm ở cơ quan đề nghị thì không chấm trường hợp của cơ quan ấy.")
        )
        self.order_fields(["council", "closes_on"])

    closes_on = day(_("Hạn chấm điểm"), help_text=_("Đến ngày này mà đủ số thành viên tối thiểu đã chấm thì mở phiếu được."))


class TakeDownForm(forms.Form):
    """Why the list goes back to the council: everybody reads it."""

    reason = words(
        _("Lý do, ai cũng đọc được"),
        longest=500,
        help_text=_("Ít nhất 10 ký tự. Hiện trên trang niêm yết thay cho danh sách. Không ghi tên người."),
    )


class CancelForm(forms.Form):
    """Why the round ends without a result: everybody who proposed reads it."""

    reason = words(
        _("Lý do"), longest=LONGEST["reason"], help_text=_("Ít nhất 10 ký tự. Các cơ quan đã đề nghị đọc được. Không ghi tên người.")
    )


class DecideForm(forms.Form):
    """The paper by which it is decided, as it was signed."""

    number = line(_("Số quyết định"), longest=60, help_text=_("Ví dụ: 125/QĐ-UBND"))
    decided_on = day(_("Ngày ký"))
    signed_as = line(_("Chức vụ người ký"), longest=120, help_text=_("Ví dụ: Chủ tịch"))
    signed_by = line(_("Họ tên người ký"), longest=80, required=False)


QUOTA_FIELDS = {"persons": Whom.PERSON, "collectives": Whom.COLLECTIVE}
