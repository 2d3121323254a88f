"""Forms of one's own account."""

from typing import Any

from allauth.mfa.totp.internal import auth
from django import forms
from django.utils.translation import gettext_lazy as _

RULES = _("Ít nhất 10 ký tự, không chỉ toàn chữ số, không giống tên. Một câu ngắn dễ nhớ là tốt nhất.")


def _password(label: object, *, new: bool, help_text: object = "") -> forms.CharField:
    widget = forms.PasswordInput(attrs={"autocomplete": "new-password" if new else "current-password"})
    return forms.CharField(label=label, strip=False, max_length=200, widget=widget, help_text=help_text)  # type: ignore[arg-type]


class NewPasswordForm(forms.Form):
    """A new password, typed twice."""

    password = _password(_("Mật khẩu mới"), new=True, help_text=RULES)
    again = _password(_("Mật khẩu mới, một lần nữa"), new=True)

    def clean(self) -> dict[str, Any] | None:
        """Twice the same."""
        data = super().clean() or {}
        if data.get("password") and data.get("again") and data["password"] != data["again"]:
            self.add_error("again", _("Hai lần nhập chưa giống nhau."))
        return data


class ChangePasswordForm(NewPasswordForm):
    """The old one first."""

    old = _password(_("Mật khẩu hiện tại"), new=False)
    field_order = ["old", "password", "again"]


class SetUpCodeForm(forms.Form):
    """The first code, which proves that the telephone has the secret."""

    code = forms.CharField(
        label=_("Mã đang hiện trên điện thoại"),
        max_length=12,
        help_text=_("Sáu chữ số, đổi sau mỗi nửa phút."),
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )

    def __init__(self, *args: Any, secret: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.secret = secret

    def clean_code(self) -> str:
        """Right for this half minute, or one beside it."""
        code = "".join(str(self.cleaned_data["code"]).split())
        if not auth.validate_totp_code(self.secret, code):
            raise forms.ValidationError(_("Mã chưa đúng. Xin nhập mã đang hiện; nếu vẫn chưa được, xin chỉnh giờ điện thoại về tự động."))
        return code
