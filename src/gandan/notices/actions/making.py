"""From one event to the notices of the people who are to know, and the messages that carry them."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gandan.accounts.models import User
from gandan.core.access import Actor, require
from gandan.core.events import Event
from gandan.notices import texts
from gandan.notices.actions.planning import plan
from gandan.notices.models import Notice

FRESH = timedelta(days=2)


@transaction.atomic
def make(event_id: UUID, *, by: Actor, now: datetime) -> int:
    """Write the notices of an event and plan their messages; how many were new. The job may run twice: a notice is there once.

    Whoever did the deed is not told of it. Of what happened long ago (records of the past that were filled in, the demo) people read in
    the workspace; nobody is written to or called. No event: this follows from one, and an event of it would be followed again.
    """
    require(by, "notices.make")
    event = Event.objects.select_for_update(no_key=True).get(pk=event_id)  # two runs of the job wait for each other here
    text = texts.of(event.verb)
    if text is None:
        return 0
    wanted = set(text.to(event, timezone.localdate(now))) - set(Notice.objects.filter(event=event).values_list("user", flat=True))
    people = User.objects.select_for_update(no_key=True).filter(pk__in=wanted, is_active=True).order_by("pk")
    told = [user for user in people if event.actor != f"user:{user.pk}"]
    notices = Notice.objects.bulk_create([Notice(event=event, user=user, made_at=now) for user in told])
    for notice in notices if now - event.at <= FRESH else ():
        plan(notice, urgent=text.urgent, by_call=text.by_call, now=now)
    return len(notices)
