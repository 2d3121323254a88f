"""What nobody can sign in with any more is deleted, as docs/personal-data.md promises."""

from datetime import datetime

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from gandan.accounts.models import PasswordLink
from gandan.core.access import Actor, require


@transaction.atomic
def forget_sign_ins(*, by: Actor, now: datetime) -> int:
    """Sessions past their time, the device names of sessions that are gone, links used or past their time. How many rows went.

    No event: what happened at sign-in stands in the events of the deeds; these rows only opened doors.
    """
    require(by, "accounts.forget_sign_ins")
    gone, _ = Session.objects.filter(expire_date__lte=now).delete()
    lost = UserSession.objects.filter(~Exists(Session.objects.filter(session_key=OuterRef("session_key"))))
    devices, _ = lost.delete()
    links, _ = PasswordLink.objects.filter(Q(used_at__isnull=False) | Q(valid_until__lte=now)).delete()
    return int(gone) + int(devices) + int(links)
