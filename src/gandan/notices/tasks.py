"""Jobs of this room."""

import logging
from collections.abc import Callable, Iterable
from uuid import UUID

from django.conf import settings
from django.utils import timezone

from gandan.core.access import SystemActor
from gandan.core.jobs.app import app
from gandan.notices import actions, queries
from gandan.notices.adapters.door import Door
from gandan.notices.adapters.gateway import GatewayDoor
from gandan.notices.adapters.mail import MailDoor
from gandan.notices.enums import State
from gandan.notices.models import Message, News

NOTICES = SystemActor("notices")
Part = Callable[..., Message | News | None]
log = logging.getLogger("gandan.notices")


@app.task(name="notices.make", queue="notices", retry=5)
def make_notices(event_id: str) -> int:
    """The notices of one event."""
    return actions.make(UUID(event_id), by=NOTICES, now=timezone.now())


@app.task(name="notices.make_news", queue="notices", retry=5)
def make_news(event_id: str) -> int:
    """The news of one event for those without an account."""
    return actions.make_news(UUID(event_id), by=NOTICES, now=timezone.now())


@app.task(name="notices.send", queue="notices", queueing_lock="notices.send")
def send_messages(timestamp: int) -> int:
    """Each minute: whatever is due. Several workers may do this at once; returns how many messages this one sent."""
    sent = 0
    if settings.MAIL:
        with MailDoor() as door:
            sent += through(door)
    if settings.GATEWAY:
        sent += through(GatewayDoor())
    return sent


def through(door: Door) -> int:
    """Send what is due through one door until it closes. A message that cannot be made at all is put off and holds up no other."""
    sent = _each(door, queries.due(door.channel, now=timezone.now()), actions.send, actions.put_off)
    return sent + _each(door, queries.due_news(door.channel, now=timezone.now()), actions.send_news, actions.put_off_news)


def _each(door: Door, ids: Iterable[UUID], send: Part, put_off: Part) -> int:
    sent = 0
    for message_id in ids:
        if door.closed:
            break
        try:
            message = send(message_id, door, by=NOTICES, now=timezone.now())
        except Exception:
            log.exception("message %s", message_id)
            put_off(message_id, by=NOTICES, now=timezone.now())
            continue
        sent += message is not None and message.state == State.SENT
    return sent


@app.task(name="notices.forget", queue="recovery", queueing_lock="notices.forget")
def forget_notices(timestamp: int) -> int:
    """Each night: notices of long ago."""
    return actions.forget(by=SystemActor("retention"), now=timezone.now())
