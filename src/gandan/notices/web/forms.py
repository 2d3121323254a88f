"""Forms of this room."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from gandan.core import secrets
from gandan.notices.calc.numbers import shown
from gandan.notices.enums import Gateway, Rhythm
from gandan.notices.models import Preference

HOUR = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")


MAIL_ONLY, GATEWAY_ONLY = ("by_mail",), ("gateway", "number")
EITHER = ("rhythm", "daily_at", "quiet_from", "quiet_to", "language")


def absent() -> tuple[str, ...]:
    """What cannot be chosen here, because nothing is connected that could do it."""
    mail, gateway = bool(settings.MAIL), bool(settings.GATEWAY)
    return (*(() if mail else MAIL_ONLY), *(() if gateway else GATEWAY_ONLY), *(() if mail or gateway else EITHER))


class PreferenceForm(forms.Form):
    """The number that is kept is never written into the page: an empty field keeps it, its last digits say which it is."""

    by_mail = forms.BooleanField(label=_("Gửi thư tới địa chỉ thư điện tử của tôi"), required=False)
    gateway = forms.ChoiceField(
        label=_("Nhắn tin tới điện thoại"), choices=[("", _("Không nhắn tin")), *Gateway.choices], required=False, widget=forms.RadioSelect
    )
    number = forms.CharField(
        label=_("Số điện thoại nhận tin"),
        required=False,
        max_length=20,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel", "inputmode": "tel", "class": "short"}),
    )
    rhythm = forms.ChoiceField(label=_("Khi nào gửi"), choices=Rhythm.choices, widget=forms.RadioSelect)
    daily_at = forms.TimeField(label=_("Giờ gửi hằng ngày"), widget=HOUR, help_text=_("Dùng khi gom lại, mỗi ngày một lần."))
    quiet_from = forms.TimeField(
        label=_("Yên lặng từ"), required=False, widget=HOUR, help_text=_("Trong khoảng này chỉ gửi việc khẩn; việc khác chờ đến hết giờ.")
    )
    quiet_to = forms.TimeField(label=_("Yên lặng đến"), required=False, widget=HOUR)
    language = forms.ChoiceField(label=_("Ngôn ngữ của thư và tin nhắn"), choices=settings.LANGUAGES)

    def __init__(self, data: Any = None, *, preference: Preference) -> None:
        names = ("by_mail", "gateway", "rhythm", "daily_at", "quiet_from", "quiet_to", "language")
        super().__init__(data, initial={name: getattr(preference, name) for name in names})
        if preference.gateway_address:
            kept = shown(secrets.decrypt(preference.gateway_address))
            self.fields["number"].help_text = _("Đang dùng số %(number)s; để trống thì giữ số này.") % {"number": kept}
        else:
            self.fields["number"].help_text = _("Số được mã hoá, không hiện cho ai khác. Ví dụ: 0912 345 678.")
        for name in absent():
            del self.fields[name]

    def clean_number(self) -> str | None:
        """None keeps the number that is there."""
        return self.cleaned_data["number"].strip() or None
