"""Those without an account are told that there is news: once for an event, in one message for all that waits, at no hour of the night."""

from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from gandan.core.access import Actor, require
from gandan.core.events import Event
from gandan.notices import correspondents, queries
from gandan.notices.actions.making import FRESH
from gandan.notices.actions.outcome import end, later
from gandan.notices.adapters.door import Door, NotNow, Refused, Unreachable
from gandan.notices.calc.moments import NIGHT, planned
from gandan.notices.enums import Channel, State
from gandan.notices.models import News


@transaction.atomic
def make_news(event_id: UUID, *, by: Actor, now: datetime) -> int:
    """Plan the news of an event; how many are new. The job may run twice: the rows are there once.

    Of what happened long ago nobody is told, nor by a channel that this installation has not. No event: this follows from one.
    """
    require(by, "notices.make")
    event = Event.objects.select_for_update(no_key=True).get(pk=event_id)  # two runs of the job wait for each other here
    if now - event.at > FRESH:
        return 0
    moment = planned(now, NIGHT, urgent=False, zone=timezone.get_default_timezone())
    open_ = {Channel.MAIL: bool(settings.MAIL), Channel.GATEWAY: bool(settings.GATEWAY)}
    made = 0
    for room in correspondents.concerned(event.verb):
        there = set(News.objects.filter(event=event, kind=room.kind).values_list("key", flat=True))
        rows = [
            News(event=event, kind=room.kind, key=key, channel=channel, made_at=now, planned_at=moment)
            for key, channel in room.whom(event).items()
            if open_[channel] and key not in there
        ]
        made += len(News.objects.bulk_create(rows))
    return made


@transaction.atomic
def send_news(news_id: UUID, door: Door, *, by: Actor, now: datetime) -> News | None:
    """One message for everything that waits for one correspondent; None when it is not due, or another worker has it.

    The rows stay locked while the server is spoken to, and a crash in between sends the same message again under the same id, as with
    `send`. The address is asked for now, and kept nowhere.
    """
    require(by, "notices.send")
    news = _locked(news_id, door.channel, now=now)
    if news is None:
        return None
    room = correspondents.of(news.kind)
    reached = room.reach(news.key) if room is not None else None
    if room is None or reached is None or not reached.address:
        return _ended(news, State.VOID, now=now)
    if reached.channel != door.channel:  # the wish changed since: it leaves by the other door
        news.channel = reached.channel
        news.save(update_fields=["channel"])
        return None
    letter = queries.news_letter(news, page=room.page(news.key), language=reached.language)
    try:
        door.deliver(news.pk, reached.address, letter, at=news.made_at)
    except Refused as refused:
        return _ended(news, State.FAILED, now=now, error=refused.code)
    except (NotNow, Unreachable) as not_now:
        return _later(news, not_now.code, now=now)
    _others(news, now=now).update(state=State.VOID, ended_at=now)
    return _ended(news, State.SENT, now=now)


@transaction.atomic
def put_off_news(news_id: UUID, *, by: Actor, now: datetime) -> News | None:
    """A defect of ours kept it from leaving: it waits like one that the server did not take, and holds up no other."""
    require(by, "notices.send")
    news = News.objects.select_for_update(skip_locked=True).filter(pk=news_id, state=State.QUEUED, planned_at__lte=now).first()
    return _later(news, "defect", now=now) if news is not None else None


@transaction.atomic
def stop_news(news: News, *, by: Actor, now: datetime) -> None:
    """Whoever has the link of a message ends the telling. Pressed twice it changes nothing more; the room's own deed is the record."""
    require(by, "notices.stop_news", news)
    room = correspondents.of(news.kind)
    if room is not None:
        room.stop(news.key, by, now)
    News.objects.filter(kind=news.kind, key=news.key, state=State.QUEUED).update(state=State.VOID, ended_at=now)


@transaction.atomic
def forget_correspondent(kind: str, key: str, *, by: Actor, now: datetime) -> int:
    """They took their address away, or it was erased: nothing remains of when they were written to; how many rows went.

    A part of the deed by which a room erases an address: `by` is whoever did that, and its event is the record.
    """
    gone, _rows = News.objects.filter(kind=kind, key=key).delete()
    return gone


def _locked(news_id: UUID, channel: Channel, *, now: datetime) -> News | None:
    """The oldest that waits for this correspondent, so that a message that is repeated bears the same id; if that one is due."""
    asked = News.objects.filter(pk=news_id, state=State.QUEUED).first()
    if asked is None:
        return None
    first = News.objects.filter(kind=asked.kind, key=asked.key, state=State.QUEUED, channel=channel).order_by("made_at", "pk")
    due = News.objects.select_for_update(skip_locked=True).filter(state=State.QUEUED, planned_at__lte=now)
    return due.filter(pk__in=first.values("pk")[:1]).first()


def _others(news: News, *, now: datetime) -> QuerySet[News]:
    """What else waited for the same person when this left: it said all there is to say."""
    return News.objects.filter(kind=news.kind, key=news.key, state=State.QUEUED, made_at__lte=now).exclude(pk=news.pk)


def _ended(news: News, state: State, *, now: datetime, error: str = "") -> News:
    end(news, state, now=now, error=error)
    return news


def _later(news: News, code: str, *, now: datetime) -> News:
    """Try later; after the last try it has failed, and the page with the code still says everything."""
    return news if later(news, code, now=now) else _ended(news, State.FAILED, now=now, error=code)
