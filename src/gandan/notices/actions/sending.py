"""One message leaves the house: at least once, and never two at a time."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gandan.core.access import Actor, require
from gandan.notices import queries, texts
from gandan.notices.actions.outcome import end, later
from gandan.notices.actions.planning import call_about
from gandan.notices.adapters.door import Door, NotNow, Refused, Unreachable
from gandan.notices.enums import State
from gandan.notices.models import Message


@transaction.atomic
def send(message_id: UUID, door: Door, *, by: Actor, now: datetime) -> Message | None:
    """Send one message that is due; None when it is not, or another worker has it. Raises nothing that a server can cause.

    Its row stays locked while the server is spoken to. A crash after the server's yes and before our commit sends this one message
    again, under the same id. Its state says how it went; `error` is a code. No event: the deed it tells of was recorded when it happened.
    """
    require(by, "notices.send")
    message = _locked(message_id, now=now)
    if message is None:
        return None
    preference = queries.preference_of(message.user)
    letter = queries.letter(message, language=preference.language, today=timezone.localdate(now)) if message.user.is_active else None
    address = door.address(message.user, preference)
    if letter is None or not address:
        return _end(message, State.VOID, now=now)
    try:
        door.deliver(message.pk, address, letter, at=message.made_at)
    except Refused as refused:
        return _give_up(message, refused.code, now=now)
    except (NotNow, Unreachable) as not_now:
        return _put_off(message, not_now.code, now=now)
    return _end(message, State.SENT, now=now)


@transaction.atomic
def put_off(message_id: UUID, *, by: Actor, now: datetime) -> Message | None:
    """A defect of ours kept a message from leaving: it waits like one that the server did not take, and holds up no other."""
    require(by, "notices.send")
    message = _locked(message_id, now=now)
    return _put_off(message, "defect", now=now) if message is not None else None


def _locked(message_id: UUID, *, now: datetime) -> Message | None:
    due = Message.objects.filter(pk=message_id, state=State.QUEUED, planned_at__lte=now)
    return due.select_for_update(skip_locked=True, of=("self",)).select_related("user").first()


def _end(message: Message, state: State, *, now: datetime, error: str = "") -> Message:
    end(message, state, now=now, error=error)
    return message


def _put_off(message: Message, code: str, *, now: datetime) -> Message:
    """Try later; after the last try it has failed."""
    return message if later(message, code, now=now) else _give_up(message, code, now=now)


def _give_up(message: Message, code: str, *, now: datetime) -> Message:
    """Failed for good. What no other message carries is told by a call."""
    _end(message, State.FAILED, now=now, error=code)
    elsewhere = Message.objects.filter(user=message.user, state__in=[State.QUEUED, State.SENT, State.DONE])
    untold = message.notices.filter(read_at=None).exclude(messages__in=elsewhere).select_related("event")
    by_call = [notice for notice in untold if (text := texts.of(notice.event.verb)) is None or text.by_call]
    if by_call:
        call_about(by_call, user=message.user, now=now)
    return message
