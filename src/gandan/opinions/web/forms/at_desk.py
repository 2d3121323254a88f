"""What an officer writes down for somebody who speaks, and what that person types with their own hand: the PIN."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from gandan.opinions import policies
from gandan.opinions.enums import Channel
from gandan.opinions.web import office_choices, public_fields
from gandan.opinions.web.forms.public import LONGEST, ContactPart, topic_choices
from gandan.opinions.web.office_choices import Seat
from gandan.units import queries as units

OWN, MACHINE = "own", "machine"
FURTHEST = timedelta(days=30)  # what was said at a reception longer ago belongs into a spreadsheet of slips


def _masked(label: Any) -> forms.CharField:
    """Digits that nobody beside the desk reads."""
    look = {"inputmode": "numeric", "autocomplete": "off", "maxlength": "6", "class": "short pin"}
    return forms.CharField(label=label, required=False, max_length=6, widget=forms.PasswordInput(look))


class AtDeskForm(ContactPart):
    """Text and place are enough; the rest helps."""

    channel = forms.ChoiceField(
        label=_("Nói ở đâu"),
        choices=[(Channel.DESK.value, Channel.DESK.label), (Channel.RECEPTION.value, Channel.RECEPTION.label)],
        initial=Channel.DESK.value,
        widget=forms.RadioSelect,
    )
    said_on = forms.DateField(
        label=_("Ngày nói"),
        input_formats=["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y"],
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Hạn trả lời tính từ ngày này."),
    )
    text = public_fields.words(
        _("Người dân nói gì"),
        longest=LONGEST["text"],
        rows=7,
        help_text=_("Ghi đúng lời người nói, rồi đọc lại cho họ nghe. Không ghi tên, số giấy tờ, nhà ở của họ."),
    )
    place = forms.CharField(
        label=_("Nơi xảy ra"), max_length=LONGEST["place"], help_text=_("Ví dụ: đầu hẻm 12, đường Mậu Thân, trước chợ.")
    )
    hamlet = forms.ChoiceField(label=_("Thôn, tổ dân phố"), required=False)
    topic = forms.ChoiceField(label=_("Lĩnh vực"), required=False, help_text=_("Không chắc thì để trống, cơ quan nhận sẽ xếp."))
    uploads = public_fields.files(_("Ảnh, giấy tờ người dân đưa"))
    marked = forms.BooleanField(label=_("Người này nói rằng họ tố cáo một cán bộ làm sai pháp luật"), required=False)
    pin_by = forms.ChoiceField(
        label=_("Mã PIN"),
        choices=[(OWN, _("Tôi tự đặt PIN")), (MACHINE, _("Để máy chọn và in trên phiếu"))],
        initial=OWN,
        widget=forms.RadioSelect,
    )
    own_pin = _masked(_("PIN, 6 chữ số"))
    own_pin_again = _masked(_("Gõ lại PIN một lần nữa"))
    sheet = forms.CharField(required=False, widget=forms.HiddenInput)

    PERSON = ("pin_by", "own_pin", "own_pin_again")
    CONTACT = ("name", "phone", "mail", "wish", "language")

    def __init__(self, *args: Any, seats: list[Seat], today: date, **more: Any) -> None:
        super().__init__(*args, **more)
        self.today = today
        office_choices.add_seat(self, seats)
        self.fields["said_on"].initial = today
        self.fields["said_on"].widget.attrs["max"] = today.isoformat()
        self.fields["topic"].choices = [("", _("Chưa chọn")), *topic_choices()]  # type: ignore[attr-defined]
        places = list(dict.fromkeys(s.office.unit_id for s in seats))
        known = [(str(h.pk), str(h)) for unit in places for h in units.hamlets(unit, on=today)]
        self.fields["hamlet"].choices = [("", _("Không rõ, hoặc cả xã, phường")), *known]  # type: ignore[attr-defined]

    def clean_said_on(self) -> date:
        """Today, or a reception of the last weeks that is written down afterwards."""
        day: date = self.cleaned_data["said_on"]
        if day > self.today:
            raise forms.ValidationError(_("Ngày này chưa tới. Xin xem lại."))
        if day < self.today - FURTHEST:
            raise forms.ValidationError(_("Ngày này đã quá 30 ngày. Xin xem lại; phiếu góp ý cũ thì nhận từ bảng tính."))
        return day

    def clean(self) -> dict[str, Any]:
        """The person's own PIN, typed twice the same; nothing where the machine makes one."""
        given = super().clean()
        pin = given.get("own_pin") or ""
        if given.get("pin_by") != OWN:
            given["own_pin"] = ""
        elif (wrong := policies.pin(pin)) is not None:
            self.add_error("own_pin", wrong.sentence + " " + _("Xin người dân gõ lại, hoặc chọn để máy đặt PIN."))
        elif pin != given.get("own_pin_again"):
            self.add_error("own_pin_again", _("Hai lần gõ chưa giống nhau. Xin người dân gõ lại cả hai ô."))
        return given

    @property
    def hamlet_id(self) -> UUID | None:
        """The hamlet that was chosen."""
        key = self.cleaned_data["hamlet"]
        return UUID(key) if key else None
