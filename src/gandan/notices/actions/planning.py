"""Which message carries a notice. A part of the deeds beside it; the row of the person is locked meanwhile, so that one message gathers."""

from collections.abc import Iterable
from datetime import datetime

from django.utils import timezone

from gandan.accounts.models import User
from gandan.notices import queries
from gandan.notices.calc.moments import CALLED_FROM, next_at, planned
from gandan.notices.enums import Channel, State
from gandan.notices.models import Message, Notice


def plan(notice: Notice, *, urgent: bool, now: datetime) -> None:
    """Put a notice into a message of each channel by which the person is told."""
    preference = queries.preference_of(notice.user)
    zone = timezone.get_default_timezone()
    moment = planned(now, queries.wish_of(preference), urgent=urgent, zone=zone)
    for channel in queries.channels(notice.user, preference):
        if channel == Channel.CALL:
            morning = now if urgent else next_at(CALLED_FROM, after=now, zone=zone)
            call_about([notice], user=notice.user, since=morning, now=now)
        else:
            _gathering(notice.user, channel, moment, now=now).notices.add(notice)


def call_about(notices: Iterable[Notice], *, user: User, since: datetime, now: datetime) -> None:
    """Ask a colleague to call from `since` on, once for everything that waits; the earliest moment counts."""
    open_call, _new = Message.objects.get_or_create(
        user=user, channel=Channel.CALL, state=State.QUEUED, defaults={"made_at": now, "planned_at": since}
    )
    if since < open_call.planned_at:
        open_call.planned_at = max(since, open_call.made_at)
        open_call.save(update_fields=["planned_at"])
    open_call.notices.add(*notices)


def _gathering(user: User, channel: Channel, moment: datetime, *, now: datetime) -> Message:
    """The message that leaves by then already, else a new one. One that was due before may have left, so nothing is added to it."""
    waiting = Message.objects.select_for_update(skip_locked=True).filter(
        user=user, channel=channel, state=State.QUEUED, attempts=0, planned_at__gt=now, planned_at__lte=moment
    )
    return waiting.first() or Message.objects.create(user=user, channel=channel, made_at=now, planned_at=moment)
