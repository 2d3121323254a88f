"""The forms of the sign-in library in our words."""

from typing import cast

from allauth.account.forms import LoginForm as LibraryLogin
from allauth.account.forms import ReauthenticateForm as LibraryReauthenticate
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as LibraryCodeAgain
from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


def _say(field: forms.Field, label: str | Promise, help_text: str | Promise = "", **attrs: str) -> None:
    field.label, field.help_text = cast(str, label), cast(str, help_text)  # lazily translated, which the stubs do not know
    field.widget.attrs.pop("placeholder", None)
    field.widget.attrs.update(attrs)


def _code(field: forms.Field) -> None:
    hint = _("Sáu chữ số đang hiện trong ứng dụng trên điện thoại, hoặc một mã khôi phục đã cất.")
    _say(field, _("Mã xác thực"), hint, inputmode="numeric", autofocus="autofocus")


class LoginForm(LibraryLogin):  # type: ignore[misc]
    """Sign-in name or e-mail, and password."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        _say(self.fields["login"], _("Tên đăng nhập hoặc thư điện tử"), autocomplete="username", autocapitalize="none", spellcheck="false")
        _say(self.fields["password"], _("Mật khẩu"))


class ReauthenticateForm(LibraryReauthenticate):  # type: ignore[misc]
    """The password once more before something weighty."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        _say(self.fields["password"], _("Mật khẩu"))


class CodeForm(AuthenticateForm):  # type: ignore[misc]
    """The second step of signing in."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        _code(self.fields["code"])


class ReauthenticateCodeForm(LibraryCodeAgain):  # type: ignore[misc]
    """The code once more before something weighty."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        _code(self.fields["code"])
