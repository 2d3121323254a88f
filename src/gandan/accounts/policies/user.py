"""WHEN deeds on accounts are possible."""

from datetime import datetime, timedelta

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils import timezone
from django.utils.translation import gettext as _

from gandan.accounts import queries
from gandan.accounts.models import User
from gandan.accounts.models.user import sign_in_name
from gandan.core.access import Actor, Refusal
from gandan.core.text import is_name

APART = timedelta(days=7)  # our own choice


def named(*, full_name: str, email: str, username: str, but: User | None = None) -> Refusal | None:
    """A name, and at least one way to sign in that nobody else has."""
    if not full_name:
        return Refusal(_("Xin ghi họ và tên."))
    if not is_name(full_name, letters=True):
        return Refusal(_("Họ và tên chỉ gồm chữ. Xin xóa ký hiệu, hình lạ rồi ghi lại như trên giấy tờ."))
    if not email and not username:
        return Refusal(_("Xin ghi thư điện tử công vụ hoặc đặt một tên đăng nhập."))
    try:
        if email:
            validate_email(email)
        if username:
            sign_in_name(username)
    except ValidationError as error:
        return Refusal(" ".join(error.messages))
    others = User.objects.exclude(pk=but.pk) if but else User.objects.all()
    if email and others.filter(email__iexact=email).exists():
        return Refusal(_("Thư điện tử này đã có tài khoản. Nếu là cùng một người, xin người quản trị giao thêm vai trò."))
    if username and others.filter(username=username).exists():
        return Refusal(_("Tên đăng nhập này đã có người dùng. Xin đặt tên khác."))
    return None


def password(text: str, *, user: User) -> Refusal | None:
    """Long enough, not common, not the person's own name."""
    try:
        validate_password(text, user)
    except ValidationError as error:
        return Refusal(" ".join(error.messages))
    return None


def not_oneself(user: User, *, by: Actor) -> Refusal | None:
    """Who manages accounts does not manage the own one: another pair of eyes is needed."""
    if by.key == f"user:{user.pk}":
        return Refusal(_("Ông/Bà không tự làm việc này cho tài khoản của mình. Xin nhờ người quản trị khác."))
    return None


def second_pair_of_eyes(user: User, *, other: str, by: Actor, now: datetime) -> Refusal | None:
    """Who has the password link and the second factor of somebody in hand is that person: a second administrator does the second deed.

    `other` is the verb of the first. Where nobody else is administrator it is allowed, and the person is told at sign-in.
    """
    if not queries.runs_a_role_with_second_factor(user, today=timezone.localdate(now)):
        return None
    if by.key not in queries.who_did(other, user, since=now - APART):
        return None
    if not queries.administrators_beside(by, user, today=timezone.localdate(now)).exists():
        return None
    return Refusal(
        _(
            "Người này phải xác thực hai bước. Trong bảy ngày, một người quản trị không vừa gửi liên kết mật khẩu vừa đặt lại "
            "xác thực hai bước cho cùng một người. Xin nhờ người quản trị khác."
        )
    )


def active(user: User) -> Refusal | None:
    """Deeds for people who work here."""
    return None if user.is_active else Refusal(_("Tài khoản này đang khoá. Xin mở lại trước."))


def inactive(user: User) -> Refusal | None:
    """Only what is closed can be opened."""
    return Refusal(_("Tài khoản này đang hoạt động.")) if user.is_active else None
