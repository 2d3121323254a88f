"""Deeds on accounts."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from gandan.accounts.actions.role import give_role
from gandan.accounts.actions.session import close_sessions
from gandan.accounts.models import User
from gandan.accounts.policies import role as role_policies
from gandan.accounts.policies import user as policies
from gandan.core import events
from gandan.core.access import Actor, Role, refuse_if, require
from gandan.core.text import nfc


@transaction.atomic
def create_user(
    *,
    full_name: str,
    email: str = "",
    username: str = "",
    password: str | None = None,
    administrator: bool = False,
    by: Actor,
    now: datetime,
) -> User:
    """An account. Without a password nobody can sign in until a link has been sent (`send_password_link`), so no second person knows it."""
    require(by, "accounts.create_user")
    full_name, email, username = _clean(full_name, email, username)
    refuse_if(policies.named(full_name=full_name, email=email, username=username))
    user = User(full_name=full_name, email=email or None, username=username or None)
    if password is not None:
        refuse_if(policies.password(password, user=user))
    user.set_password(password)
    user.save(force_insert=True)
    events.record("accounts.user_created", user, by=by, at=now, now="active")
    if administrator:
        give_role(user, role=Role.ADMINISTRATOR, since=timezone.localdate(now), by=by, now=now)
    return user


@transaction.atomic
def change_user(user: User, *, full_name: str, email: str = "", username: str = "", by: Actor, now: datetime) -> User:
    """Correct the name or the way somebody signs in. The event says that it was changed, not what it was."""
    user = User.objects.select_for_update().get(pk=user.pk)
    require(by, "accounts.change_user", user)
    full_name, email, username = _clean(full_name, email, username)
    refuse_if(policies.not_oneself(user, by=by))
    refuse_if(policies.named(full_name=full_name, email=email, username=username, but=user))
    user.full_name, user.email, user.username = full_name, email or None, username or None
    user.save(update_fields=["full_name", "email", "username"])
    events.record("accounts.user_changed", user, by=by, at=now)
    return user


@transaction.atomic
def deactivate(user: User, *, by: Actor, now: datetime) -> User:
    """Close an account at once: its sessions end, its roles count for nothing while it is closed."""
    user = User.objects.select_for_update().get(pk=user.pk)
    require(by, "accounts.deactivate", user)
    refuse_if(policies.not_oneself(user, by=by))
    refuse_if(policies.active(user))
    refuse_if(role_policies.last_administrator(user, leaves=True, today=timezone.localdate(now)))
    user.is_active = False
    user.save(update_fields=["is_active"])
    close_sessions(user)
    user.password_links.filter(used_at=None).delete()
    events.record("accounts.user_deactivated", user, by=by, at=now, was="active", now="closed")
    return user


@transaction.atomic
def reactivate(user: User, *, by: Actor, now: datetime) -> User:
    """Open a closed account again; the roles that still run count again."""
    user = User.objects.select_for_update().get(pk=user.pk)
    require(by, "accounts.reactivate", user)
    refuse_if(policies.not_oneself(user, by=by))
    refuse_if(policies.inactive(user))
    user.is_active = True
    user.save(update_fields=["is_active"])
    events.record("accounts.user_reactivated", user, by=by, at=now, was="closed", now="active")
    return user


def _clean(full_name: str, email: str, username: str) -> tuple[str, str, str]:
    return " ".join(nfc(full_name).split()), email.strip().lower(), username.strip().lower()
