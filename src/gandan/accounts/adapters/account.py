"""Sign-in: closed to newcomers, and no address of a reader is ever kept."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from gandan.accounts import queries

NO_ADDRESS = "::"  # what the library is told of everyone: it would store the address beside the session; `core.pace` limits clients

WRONG = _("Tên đăng nhập hoặc mật khẩu chưa đúng. Xin kiểm tra bộ gõ và chữ hoa rồi thử lại.")
CLOSED = _("Tài khoản này đang khoá. Xin liên hệ lãnh đạo đơn vị hoặc người quản trị.")
TOO_OFTEN = _("Đã nhập sai nhiều lần. Xin đợi năm phút rồi thử lại, hoặc xin người quản trị gửi liên kết đặt lại mật khẩu.")

IN_ONE_HAND = _(
    "Trong 30 ngày qua, một người quản trị đã vừa gửi liên kết mật khẩu vừa đặt lại xác thực hai bước cho tài khoản này. "
    "Nếu Ông/Bà không nhờ việc đó, xin báo ngay lãnh đạo cơ quan."
)


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """What differs from the library."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": CLOSED,
        "username_password_mismatch": WRONG,
        "email_password_mismatch": WRONG,
        "invalid_login": WRONG,
        "too_many_login_attempts": TOO_OFTEN,
        "rate_limited": TOO_OFTEN,
        "incorrect_password": _("Mật khẩu chưa đúng."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Accounts are made by those who answer for them."""
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        """Nobody's."""
        return NO_ADDRESS

    def respond_user_inactive(self, request: HttpRequest, user: object) -> HttpResponseRedirect:
        """Say it on the sign-in page."""
        messages.error(request, CLOSED)
        return HttpResponseRedirect(reverse("account_login"))

    def post_login(self, request: HttpRequest, user: Any, **more: Any) -> HttpResponse:
        """Nobody's account is taken in hand without their hearing of it."""
        if queries.in_one_hand(user, now=user.last_login):  # the moment of this very sign-in
            messages.warning(request, IN_ONE_HAND)
        response: HttpResponse = super().post_login(request, user, **more)
        return response

    def add_message(self, *args: object, **kwargs: object) -> None:
        """The library's own messages are left out: our pages say what happened."""
