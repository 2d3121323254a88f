"""Which message carries a notice. A part of the deeds beside it; the row of the person is locked meanwhile, so that one message gathers."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.utils import timezone

from gandan.accounts.models import User
from gandan.core.calendar.queries import work_calendar
from gandan.notices import queries, texts
from gandan.notices.calc.moments import CALLED_FROM, next_at, planned, working_day_later
from gandan.notices.enums import Channel, State
from gandan.notices.models import Message, Notice

AHEAD = timedelta(days=30)  # further than one working day after any holiday


def plan(notice: Notice, *, urgent: bool, by_call: bool = True, now: datetime) -> None:
    """Put a notice into a message of each channel by which the person is told; by a call only what the colleague may know."""
    preference = queries.preference_of(notice.user)
    moment = planned(now, queries.wish_of(preference), urgent=urgent, zone=timezone.get_default_timezone())
    for channel in queries.channels(notice.user, preference):
        if channel == Channel.CALL:
            if by_call:
                call_about([notice], user=notice.user, now=now)
        else:
            _gathering(notice.user, channel, moment, now=now).notices.add(notice)


def call_about(notices: Iterable[Notice], *, user: User, now: datetime) -> None:
    """Ask a colleague to call, once for everything that waits: at once for what is urgent, else when it was unread for a working day.

    Nobody is called twice on one day: what comes after a call waits for the next morning.
    """
    notices = list(notices)
    since = max(min(_from(notice, now=now) for notice in notices), _after_last_call(user, now=now), now)
    open_call, _new = Message.objects.get_or_create(
        user=user, channel=Channel.CALL, state=State.QUEUED, defaults={"made_at": now, "planned_at": since}
    )
    if since < open_call.planned_at:
        open_call.planned_at = max(since, open_call.made_at)
        open_call.save(update_fields=["planned_at"])
    open_call.notices.add(*notices)


def _from(notice: Notice, *, now: datetime) -> datetime:
    text = texts.of(notice.event.verb)
    if text is not None and text.urgent:
        return now
    zone = timezone.get_default_timezone()
    made = timezone.localdate(notice.made_at)
    return working_day_later(notice.made_at, work_calendar(made, made + AHEAD), zone=zone)


def _after_last_call(user: User, *, now: datetime) -> datetime:
    last = Message.objects.filter(user=user, channel=Channel.CALL, state=State.DONE).order_by("-ended_at").first()
    if last is None or last.ended_at is None or timezone.localdate(last.ended_at) < timezone.localdate(now):
        return now
    tomorrow = timezone.localtime(now) + timedelta(days=1)
    midnight = tomorrow.replace(hour=0, minute=0, second=0, microsecond=0)
    return next_at(CALLED_FROM, after=midnight, zone=timezone.get_default_timezone())


def _gathering(user: User, channel: Channel, moment: datetime, *, now: datetime) -> Message:
    """The message that leaves by then already, else a new one. One that was due before may have left, so nothing is added to it."""
    waiting = Message.objects.select_for_update(skip_locked=True).filter(
        user=user, channel=channel, state=State.QUEUED, attempts=0, planned_at__gt=now, planned_at__lte=moment
    )
    return waiting.first() or Message.objects.create(user=user, channel=channel, made_at=now, planned_at=moment)
