"""Deeds on an account that are asked about first: a page says what will happen, the button does it."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from gandan.accounts import actions
from gandan.accounts.models import User
from gandan.accounts.web.people import link_page
from gandan.accounts.web.person import may_or_404, person_or_404
from gandan.core.access import Actor, Refusal, actor_of, guarded

Deed = Callable[[User, Actor], str | None]


def _asked(
    request: HttpRequest, pk: UUID, *, permission: str, deed: Deed, words: dict[str, str], done: str = "", grave: bool = False
) -> HttpResponse:
    """A page that says what will happen, and does it on the button."""
    actor = actor_of(request)
    who = person_or_404(pk, actor)
    may_or_404(actor, permission, who)
    back, refusal = reverse("accounts:person", args=[pk]), None
    if request.method == "POST":
        try:
            token = deed(who, actor)
        except Refusal as said:
            refusal = said
        else:
            if token is not None:
                return link_page(request, who, token, back=back)
            messages.success(request, done)
            return redirect(back)
    context = {"person": who, "back": back, "refusal": refusal, "grave": grave, **words}
    return render(request, "accounts/staff/asked.html", context, status=422 if refusal else 200)


@never_cache
@require_http_methods(["GET", "POST"])
@guarded("accounts.send_password_link")
def send_link(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A link to set a password."""
    words = {
        "title": _("Liên kết đặt mật khẩu"),
        "text": _(
            "Hệ thống tạo một liên kết dùng một lần trong 72 giờ. Liên kết cũ hết hiệu lực; "
            "mật khẩu hiện tại vẫn dùng được cho đến khi đặt mật khẩu mới."
        ),
        "button": _("Tạo liên kết"),
    }
    return _asked(
        request,
        pk,
        permission="accounts.send_password_link",
        words=words,
        deed=lambda who, by: actions.send_password_link(who, by=by, now=timezone.now()),
    )


@require_http_methods(["GET", "POST"])
@guarded("accounts.deactivate")
def deactivate(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Close an account."""
    words = {
        "title": _("Khoá tài khoản"),
        "text": _("Người này bị đăng xuất ngay và không đăng nhập được nữa. Những gì đã ghi vẫn còn. Có thể mở lại bất cứ lúc nào."),
        "button": _("Khoá tài khoản"),
    }

    def deed(who: User, by: Actor) -> None:
        actions.deactivate(who, by=by, now=timezone.now())

    return _asked(request, pk, permission="accounts.deactivate", words=words, deed=deed, done=_("Đã khoá tài khoản."), grave=True)


@require_http_methods(["GET", "POST"])
@guarded("accounts.reactivate")
def reactivate(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Open an account again."""
    words = {
        "title": _("Mở lại tài khoản"),
        "text": _("Người này đăng nhập lại được bằng mật khẩu cũ; các vai trò còn hạn có hiệu lực trở lại."),
        "button": _("Mở lại tài khoản"),
    }

    def deed(who: User, by: Actor) -> None:
        actions.reactivate(who, by=by, now=timezone.now())

    return _asked(request, pk, permission="accounts.reactivate", words=words, deed=deed, done=_("Đã mở lại tài khoản."))


@require_http_methods(["GET", "POST"])
@guarded("accounts.reset_second_factor")
def reset_second_factor(request: HttpRequest, pk: UUID) -> HttpResponse:
    """For who lost the telephone and the recovery codes."""
    words = {
        "title": _("Đặt lại xác thực hai bước"),
        "text": _("Chỉ làm khi đã gặp hoặc gọi đúng người này: họ mất cả điện thoại và mã khôi phục. Lần đăng nhập sau họ phải cài lại."),
        "button": _("Đặt lại"),
    }

    def deed(who: User, by: Actor) -> None:
        actions.reset_second_factor(who, by=by, now=timezone.now())

    done = _("Đã đặt lại xác thực hai bước.")
    return _asked(request, pk, permission="accounts.reset_second_factor", words=words, deed=deed, done=done, grave=True)
