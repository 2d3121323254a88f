"""One letter, text message or call that carries notices to one person."""

from django.db import models
from django.db.models import F, Q

from gandan.accounts.models import User
from gandan.core.ids import uuid7
from gandan.notices.enums import Channel, State
from gandan.notices.models.notice import Notice


class Message(models.Model):
    """Its words are made when it leaves, so that it says what is true then. `error` is a code, never what a server answered in words."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    channel = models.CharField(max_length=8, choices=Channel)
    state = models.CharField(max_length=8, choices=State, default=State.QUEUED)
    notices = models.ManyToManyField(Notice, related_name="messages")
    made_at = models.DateTimeField()
    planned_at = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    error = models.CharField(max_length=40, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["planned_at", "pk"]
        constraints = [
            models.CheckConstraint(name="message_that_waits_has_not_ended", condition=Q(state=State.QUEUED) ^ Q(ended_at__isnull=False)),
            models.CheckConstraint(name="message_done_is_a_call", condition=~Q(state=State.DONE) | Q(channel=Channel.CALL)),
            models.CheckConstraint(
                name="message_sent_is_no_call", condition=~Q(state__in=[State.SENT, State.FAILED], channel=Channel.CALL)
            ),
            models.CheckConstraint(name="message_planned_after_made", condition=Q(planned_at__gte=F("made_at"))),
            models.UniqueConstraint(name="one_open_call", fields=["user"], condition=Q(channel=Channel.CALL, state=State.QUEUED)),
        ]
        indexes = [
            models.Index(name="messages_due", fields=["planned_at"], condition=Q(state=State.QUEUED)),
            models.Index(name="messages_of_user", fields=["user", "-made_at"]),
        ]

    def __str__(self) -> str:
        return f"{self.channel} {self.state}"
