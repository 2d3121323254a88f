"""The registration form. Nothing is required while it is a draft; what is missing is said when it is handed in, at its own place."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gandan.movement.enums import Host, Kind, Subject
from gandan.movement.web.forms.fields import day, longest, short, words

NEW = [("yes", _("Mô hình mới")), ("no", _("Đang chạy, đã có kết quả"))]


class PracticeForm(forms.Form):
    """The single parts of the form. The rows stand beside (`parts.py`)."""

    use_required_attribute = False

    kind = forms.ChoiceField(
        label=_("Đăng ký mô hình hay điển hình"),
        choices=Kind.choices,
        widget=forms.RadioSelect,
        initial=Kind.MODEL,
        required=False,
        help_text=_("Mô hình là một cách làm nơi khác học được. Điển hình là một tập thể hoặc cá nhân tiêu biểu."),
    )
    subject = forms.ChoiceField(
        label=_("Của ai"), choices=Subject.choices, widget=forms.RadioSelect, initial=Subject.COLLECTIVE, required=False,
        help_text=_("Cá nhân chỉ dành cho điển hình."),
    )  # fmt: skip
    host = forms.ChoiceField(label=_("Đặt ở đâu"), choices=Host.choices, widget=forms.RadioSelect, initial=Host.COMMUNITY, required=False)
    is_new = forms.ChoiceField(label=_("Mới hay đang chạy"), choices=NEW, widget=forms.RadioSelect, initial="yes", required=False)
    title = short(
        _("Tên mô hình, có nơi cụ thể"),
        most=longest("title"),
        help_text=_("Ví dụ: Hẻm 51 phân loại rác tại nhà, khu phố 3. Không đặt tên chung như “Dân vận khéo năm 2026”."),
    )
    place = short(_("Địa chỉ, nơi thực hiện"), most=longest("place"), help_text=_("Hẻm, ấp, chợ, trường… để ai cũng tìm đến được."))
    problem = words(
        _("Thực trạng, vì sao phải làm"),
        longest=longest("problem"),
        required=False,
        rows=5,
        help_text=_("Việc gì đang khó, bao nhiêu hộ gặp, từ bao giờ, đã thử cách nào."),
    )
    aim = words(_("Mục tiêu"), longest=longest("aim"), required=False, rows=3, help_text=_("Một hai câu. Con số ghi ở các dòng dưới."))
    way = words(
        _("Nội dung, cách làm"), longest=longest("way"), required=False, rows=7, help_text=_("Từng bước, đủ để nơi khác làm theo được.")
    )
    audience = words(
        _("Địa bàn, đối tượng"),
        longest=longest("audience"),
        required=False,
        rows=2,
        help_text=_("Nhóm và số lượng, ví dụ 62 hộ hẻm 51. Không ghi tên người dân."),
    )
    starts_on = day(_("Bắt đầu ngày"), required=False)
    ends_on = day(_("Đánh giá vào ngày"), required=False, help_text=_("Ngày cân lại xem được gì, chưa được gì."))
    output = words(
        _("Sản phẩm, kết quả kiểm chứng được"),
        longest=longest("output"),
        required=False,
        rows=3,
        help_text=_("Thứ ai đến cũng thấy hoặc đếm được: 62 thùng phân loại, điểm tập kết không còn rác."),
    )
    upkeep = words(
        _("Duy trì, nhân rộng"),
        longest=longest("upkeep"),
        required=False,
        rows=3,
        help_text=_("Ai giữ sau khi hết đợt thi đua, bằng nguồn nào; nơi nào học được."),
    )

    def __init__(
        self,
        *args: Any,
        fields: list[tuple[str, str]],
        hamlets: list[tuple[str, str]],
        offices: list[tuple[str, str]],
        begun: bool,
        adopted: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["field"] = forms.ChoiceField(label=_("Lĩnh vực"), choices=[("", _("Xin chọn")), *fields], required=True)
        self.fields["hamlet"] = forms.ChoiceField(label=_("Thôn, tổ dân phố"), choices=[("", _("Cả đơn vị")), *hamlets], required=False)
        if adopted:  # what is learnt is a way of working
            del self.fields["kind"]
        if begun:  # whose it is and where is settled when it is begun
            del self.fields["hamlet"]
        else:
            self.fields["office"] = forms.ChoiceField(label=_("Cơ quan đăng ký và chịu trách nhiệm"), choices=offices)
        if adopted:
            self.fields["changed"] = words(
                _("Làm khác mô hình gốc ở chỗ nào"), longest=longest("changed"), required=False, rows=3,
                help_text=_("Nơi mình khác nơi họ ở đâu, vì vậy đổi gì."),
            )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """An exemplary person is an exemplar; a day of judging lies after the beginning."""
        typed = super().clean() or {}
        starts, ends = typed.get("starts_on"), typed.get("ends_on")
        if starts and ends and ends <= starts:
            self.add_error("ends_on", _("Ngày đánh giá phải sau ngày bắt đầu."))
        return typed
