"""That one person is to know of one event."""

from django.db import models
from django.db.models import Q

from gandan.accounts.models import User
from gandan.core.events import Event
from gandan.core.ids import uuid7


class Notice(models.Model):
    """Once for each event and person, however often the job runs. It holds no words: they are made when read, from the event."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="+")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-made_at", "-pk"]
        constraints = [models.UniqueConstraint(name="a_notice_once", fields=["event", "user"])]
        indexes = [
            models.Index(name="notices_of_user", fields=["user", "-made_at"]),
            models.Index(name="unread_notices", fields=["user"], condition=Q(read_at__isnull=True)),
        ]

    def __str__(self) -> str:
        return str(self.pk)
