"""Deeds on places where somebody is signed in."""

from datetime import datetime

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils import timezone

from gandan.accounts.models import ApiToken, User
from gandan.core import events
from gandan.core.access import Actor, Refusal, require


@transaction.atomic
def end_session(user: User, session_id: int, *, by: Actor, now: datetime) -> None:
    """Sign a device out. Somebody else's session does not exist for this person (404)."""
    require(by, "accounts.own")
    session = UserSession.objects.filter(pk=session_id, user=user).first()
    if session is None or by.key != f"user:{user.pk}":
        raise Refusal("", status=404)
    session.end()
    events.record("accounts.session_ended", user, by=by, at=now)


@transaction.atomic
def end_other_sessions(user: User, *, keep: str | None, by: Actor, now: datetime) -> int:
    """Sign every other device out."""
    require(by, "accounts.own")
    if by.key != f"user:{user.pk}":
        raise Refusal("", status=404)
    ended = close_sessions(user, keep=keep)
    events.record("accounts.other_sessions_ended", user, by=by, at=now, facts={"sessions": ended})
    return ended


def close_sessions(user: User, *, keep: str | None = None) -> int:
    """End sessions; part of a deed, never one by itself."""
    keys = list(UserSession.objects.filter(user=user).exclude(session_key=keep or "").values_list("session_key", flat=True))
    Session.objects.filter(session_key__in=keys).delete()
    UserSession.objects.filter(session_key__in=keys).delete()
    return len(keys)


def revoke_tokens(user: User, *, by: Actor, now: datetime) -> None:
    """A new password or second factor is asked of programs too: their tokens end, one event each; part of a deed, never one by itself."""
    today = timezone.localdate(now)
    for token in ApiToken.objects.select_for_update().filter(user=user, revoked_at=None, last_day__gte=today).order_by("pk"):
        token.revoked_at = now
        token.save(update_fields=["revoked_at"])
        events.record("accounts.token_revoked", token, by=by, at=now, now="revoked")
