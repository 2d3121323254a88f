"""A colleague called."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from gandan.core import events
from gandan.core.access import Actor, Refusal, refuse_if, require
from gandan.notices import policies, queries
from gandan.notices.enums import State
from gandan.notices.models import Message


@transaction.atomic
def call_made(message: Message, *, by: Actor, now: datetime) -> Message:
    """The person was told by telephone. The notices stay unread: they are still there when the person signs in.

    A call that is not for this actor's office does not exist (404); one that a colleague made meanwhile says so.
    """
    require(by, "notices.call")
    message = Message.objects.select_for_update().get(pk=message.pk)
    if message.state == State.QUEUED and not queries.calls_of(by, today=timezone.localdate(now)).filter(pk=message.pk).exists():
        raise Refusal("", status=404)
    refuse_if(policies.call(message))
    was = message.state
    message.state, message.ended_at = State.DONE, now
    message.save(update_fields=["state", "ended_at"])
    events.record("notices.called", message, by=by, at=now, was=was, now=State.DONE, facts={"notices": message.notices.count()})
    return message
