"""That somebody without an account is to know that there is news."""

from django.db import models
from django.db.models import F, Q

from gandan.core.events import Event
from gandan.core.ids import uuid7
from gandan.notices.enums import Channel, State


class News(models.Model):
    """Once for each event and correspondent, however often the job runs; it is the message too. No name, no address, no words: `kind` and
    `key` name a row of another room, which is asked for the address when the message leaves. `error` is a code, as in `Message`."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=80)
    key = models.CharField(max_length=64)
    channel = models.CharField(max_length=8, choices=Channel)
    state = models.CharField(max_length=8, choices=State, default=State.QUEUED)
    made_at = models.DateTimeField()
    planned_at = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    error = models.CharField(max_length=40, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["planned_at", "pk"]
        constraints = [
            models.UniqueConstraint(name="news_once", fields=["event", "kind", "key"]),
            models.CheckConstraint(name="news_that_waits_has_not_ended", condition=Q(state=State.QUEUED) ^ Q(ended_at__isnull=False)),
            models.CheckConstraint(name="news_is_no_call", condition=~Q(channel=Channel.CALL) & ~Q(state=State.DONE)),
            models.CheckConstraint(name="news_planned_after_made", condition=Q(planned_at__gte=F("made_at"))),
        ]
        indexes = [
            models.Index(name="news_due", fields=["planned_at"], condition=Q(state=State.QUEUED)),
            models.Index(name="news_of_correspondent", fields=["kind", "key", "planned_at"]),
        ]

    def __str__(self) -> str:
        return f"{self.channel} {self.state}"
