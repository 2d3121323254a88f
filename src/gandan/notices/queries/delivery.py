"""Whether messages arrive: for the person concerned, and in numbers for whoever runs the system."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count

from gandan.accounts.models import User
from gandan.notices.enums import Channel, State
from gandan.notices.models import Message, News

RUN = 500


@dataclass(frozen=True)
class Delivery:
    """How many messages of a channel stand in a state with a code. No names."""

    channel: Channel
    state: State
    error: str
    count: int


def due(channel: Channel, *, now: datetime) -> list[UUID]:
    """Messages of a channel that are to leave now, those that wait longest first; at most one run's worth."""
    rows = Message.objects.filter(channel=channel, state=State.QUEUED, planned_at__lte=now)
    return list(rows.order_by("planned_at", "pk").values_list("pk", flat=True)[:RUN])


def due_news(channel: Channel, *, now: datetime) -> list[UUID]:
    """News that is to leave now, each correspondent's first alone: what else waits for them goes with it."""
    rows = News.objects.filter(channel=channel, state=State.QUEUED, planned_at__lte=now).order_by("planned_at", "pk")
    first = {(kind, key): pk for pk, kind, key in reversed(rows.values_list("pk", "kind", "key")[:RUN])}
    return list(reversed(first.values()))


def delivery(of: type[Message] | type[News] = Message) -> list[Delivery]:
    """All messages that are kept, as counts: to people with an account, or news to those without."""
    rows = of._default_manager.values("channel", "state", "error").annotate(n=Count("pk")).order_by("channel", "state", "error")
    return [Delivery(Channel(r["channel"]), State(r["state"]), r["error"], r["n"]) for r in rows]


def last_failure(user: User) -> Message | None:
    """The newest message of this person if it was given up; one that arrived since takes the worry away."""
    newest = Message.objects.filter(user=user, state__in=[State.SENT, State.FAILED]).order_by("-ended_at").first()
    return newest if newest is not None and newest.state == State.FAILED else None
