"""Deeds on places where somebody is signed in."""

from datetime import datetime

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import transaction

from gandan.accounts.models import User
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
