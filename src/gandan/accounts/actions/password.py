"""Deeds on passwords: nobody but its owner ever knows one."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from gandan.accounts import queries, tokens
from gandan.accounts.actions.session import close_sessions, revoke_tokens
from gandan.accounts.models import PasswordLink, User
from gandan.accounts.policies import user as policies
from gandan.core import events
from gandan.core.access import Actor, Refusal, refuse_if, require

LINK_LASTS = timedelta(hours=72)  # over a weekend; our own choice, not a rule of law


@transaction.atomic
def send_password_link(user: User, *, by: Actor, now: datetime) -> str:
    """Make the one link by which this person sets a password; earlier ones die. The token is returned once and not kept."""
    user = User.objects.select_for_update().get(pk=user.pk)
    require(by, "accounts.send_password_link", user)
    refuse_if(policies.not_oneself(user, by=by))
    refuse_if(policies.active(user))
    refuse_if(policies.second_pair_of_eyes(user, other="accounts.second_factor_reset", by=by, now=now))
    user.password_links.filter(used_at=None).delete()
    token = tokens.new()
    PasswordLink.objects.create(user=user, digest=tokens.digest(token), made_at=now, made_by=by.key, valid_until=now + LINK_LASTS)
    events.record("accounts.password_link_made", user, by=by, at=now, facts={"valid_until": now + LINK_LASTS})
    return token


@transaction.atomic
def set_password_by_link(token: str, *, password: str, by: Actor, now: datetime) -> User:
    """The holder of the link sets the password. The link is used up, every session ends; a second factor stays asked for."""
    require(by, "accounts.set_password_by_link")
    link = queries.usable_link(token, now=now)
    if link is not None:
        link = PasswordLink.objects.select_for_update(of=("self",)).select_related("user").filter(pk=link.pk, used_at=None).first()
    if link is None:
        raise Refusal(_("Liên kết này đã dùng hoặc đã hết hạn. Xin người quản trị gửi liên kết khác."))
    user = link.user
    refuse_if(policies.password(password, user=user))
    user.set_password(password)
    user.save(update_fields=["password"])
    link.used_at = now
    link.save(update_fields=["used_at"])
    close_sessions(user)
    revoke_tokens(user, by=by, now=now)
    events.record("accounts.password_set", user, by=by, at=now, facts={"link_id": link.pk})
    return user


@transaction.atomic
def change_password(user: User, *, old: str, new: str, keep_session: str | None = None, by: Actor, now: datetime) -> User:
    """Somebody changes the own password; every other session ends."""
    require(by, "accounts.own")
    if by.key != f"user:{user.pk}" or not user.check_password(old):
        raise Refusal(_("Mật khẩu hiện tại chưa đúng."))
    refuse_if(policies.password(new, user=user))
    user.set_password(new)
    user.save(update_fields=["password"])
    close_sessions(user, keep=keep_session)
    revoke_tokens(user, by=by, now=now)
    events.record("accounts.password_changed", user, by=by, at=now)
    return user
