"""Forms of the roll: an entry of an old book, and taking back."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gandan.awards.policies.words import LONGEST
from gandan.awards.web.forms.fields import Pairs, day, line, number, words

HOLDERS_HELP = _(
    "Mỗi dòng một tên: tên; nơi công tác; số giấy chứng nhận; ngày sinh hoặc năm sinh. Ba phần sau để trống được. "
    "Ngày sinh chỉ dùng để không tặng lần hai, không lưu lại thành chữ. Tên ít hơn số được khen thì vẫn ghi được."
)

ENTRY_ORDER = (
    *("unit", "kind", "name", "by_whom", "ground", "given_on", "year", "persons", "collectives"),
    *("person_names", "collective_names", "book"),
)


class EntryForm(forms.Form):
    """A line of an old book. Names may be fewer than the numbers; nothing else is asked of anybody."""

    def __init__(self, *args: Any, kinds: Pairs, units: Pairs, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"] = forms.ChoiceField(
            label=_("Hình thức khen"), choices=[("", _("Hình thức khác, ghi tên bên dưới")), *kinds], required=False
        )
        self.fields["unit"] = forms.ChoiceField(label=_("Đơn vị giữ sổ"), choices=units)
        self.order_fields(ENTRY_ORDER)

    name = line(_("Tên hình thức khen, như trong sổ"), longest=LONGEST["workplace"], required=False)
    by_whom = line(_("Ai tặng, theo tên gọi lúc ấy"), longest=LONGEST["name"], required=False)
    ground = line(_("Khen về việc gì"), longest=LONGEST["workplace"], required=False, help_text=_("Không ghi tên người ở đây."))
    given_on = day(_("Ngày khen"), required=False)
    year = number(_("Hoặc năm khen, nếu không rõ ngày"), least=1930, most=2100)
    persons = number(_("Số cá nhân"), most=100_000)
    collectives = number(_("Số tập thể"), most=100_000)
    person_names = words(_("Cá nhân"), longest=60_000, required=False, help_text=HOLDERS_HELP)
    collective_names = words(_("Tập thể"), longest=60_000, required=False, help_text=HOLDERS_HELP)
    book = line(_("Sổ nào, số quyết định nào"), longest=LONGEST["source"], help_text=_("Để người sau tìm lại được bản giấy."))


class RevokeForm(forms.Form):
    """The paper by which it is taken back, which office signed it, and why."""

    def __init__(self, *args: Any, offices: Pairs, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = offices if len(offices) == 1 else [("", _("Xin chọn")), *offices]
        self.fields["office"] = forms.ChoiceField(label=_("Cơ quan ra quyết định"), choices=choices)
        self.order_fields(["office"])

    number = line(_("Số quyết định thu hồi"), longest=60)
    decided_on = day(_("Ngày ký"))
    signed_as = line(_("Chức vụ người ký"), longest=120)
    signed_by = line(_("Họ tên người ký"), longest=80, required=False)
    reason = words(
        _("Lý do"), longest=500, help_text=_("Ít nhất 10 ký tự. Tên được gỡ khỏi trang công khai; mục vẫn còn, ghi là đã thu hồi.")
    )
