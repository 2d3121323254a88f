"""Deeds on the second factor (a code of six digits that changes every half minute)."""

from datetime import datetime

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from django.db import transaction
from django.utils.translation import gettext as _

from gandan.accounts import queries
from gandan.accounts.actions.session import close_sessions, revoke_tokens
from gandan.accounts.models import User
from gandan.accounts.policies import user as policies
from gandan.core import events
from gandan.core.access import Actor, Refusal, refuse_if, require


@transaction.atomic
def set_second_factor(user: User, *, secret: str, keep_session: str | None = None, by: Actor, now: datetime) -> list[str]:
    """Put the second factor on a telephone and return the recovery codes: the only time they are told.

    An earlier telephone stops working. Every other session ends: one that was opened with the password alone would otherwise pass for
    one that showed the new factor. The secret is encrypted by the MFA adapter.
    """
    user = User.objects.select_for_update().get(pk=user.pk)
    require(by, "accounts.own")
    if by.key != f"user:{user.pk}":
        raise Refusal("", status=404)
    had = queries.has_second_factor(user)
    Authenticator.objects.filter(user=user).delete()
    TOTP.activate(user, secret)
    codes = _new_recovery_codes(user)
    close_sessions(user, keep=keep_session)
    revoke_tokens(user, by=by, now=now)
    events.record("accounts.second_factor_set", user, by=by, at=now, was="totp" if had else "", now="totp")
    return codes


@transaction.atomic
def renew_recovery_codes(user: User, *, by: Actor, now: datetime) -> list[str]:
    """New recovery codes; the old ones stop working."""
    user = User.objects.select_for_update().get(pk=user.pk)
    require(by, "accounts.own")
    if by.key != f"user:{user.pk}" or not queries.has_second_factor(user):
        raise Refusal(_("Xin bật xác thực hai bước trước."))
    codes = _new_recovery_codes(user)
    events.record("accounts.recovery_codes_renewed", user, by=by, at=now)
    return codes


@transaction.atomic
def reset_second_factor(user: User, *, by: Actor, now: datetime) -> None:
    """For who lost telephone and recovery codes: the next sign-in must set it up anew. Sessions end."""
    user = User.objects.select_for_update().get(pk=user.pk)
    require(by, "accounts.reset_second_factor", user)
    refuse_if(policies.not_oneself(user, by=by))
    refuse_if(policies.second_pair_of_eyes(user, other="accounts.password_link_made", by=by, now=now))
    if not queries.has_second_factor(user):
        raise Refusal(_("Tài khoản này chưa bật xác thực hai bước."))
    Authenticator.objects.filter(user=user).delete()
    close_sessions(user)
    revoke_tokens(user, by=by, now=now)
    events.record("accounts.second_factor_reset", user, by=by, at=now, was="totp")


def _new_recovery_codes(user: User) -> list[str]:
    Authenticator.objects.filter(user=user, type=Authenticator.Type.RECOVERY_CODES).delete()
    codes: list[str] = RecoveryCodes.activate(user).generate_codes()
    return codes
