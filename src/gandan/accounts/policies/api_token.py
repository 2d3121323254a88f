"""WHEN a token for a program can be made or revoked."""

from datetime import date, timedelta

from django.utils.translation import gettext as _

from gandan.accounts.models import ApiToken, User
from gandan.core.access import Refusal

LONGEST = timedelta(days=366)  # our own choice, so that a forgotten program stops by itself
MOST = 10


def make(user: User, *, label: str, last_day: date, today: date) -> Refusal | None:
    """A purpose that can be read later, an end within a year, and few beside it."""
    if not label.strip():
        return Refusal(_("Xin ghi mã này dùng cho việc gì."))
    if not today <= last_day <= today + LONGEST:
        return Refusal(_("Ngày hết hạn phải từ hôm nay đến một năm tới."))
    if ApiToken.objects.filter(user=user, revoked_at=None, last_day__gte=today).count() >= MOST:
        return Refusal(_("Ông/Bà đang có %(n)s mã còn dùng được. Xin thu hồi mã cũ trước.") % {"n": MOST})
    return None


def revoke(token: ApiToken) -> Refusal | None:
    """Only one that still stands."""
    return Refusal(_("Mã này đã thu hồi từ trước.")) if token.revoked_at else None
