"""Reminders that went out."""

from django.db import models

from gandan.commitments.enums import Stage
from gandan.commitments.models.commitment import Commitment
from gandan.core.events.history import history
from gandan.core.ids import uuid7


class Reminder(models.Model):
    """One reminder of one date. `for_due` is the date it speaks of, so that a later date is reminded of anew; `for_day` is the day it
    was to go out, so that it goes out once, however often the clock is asked."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    commitment = models.ForeignKey(Commitment, on_delete=models.PROTECT, related_name="reminders", db_index=False)
    stage = models.CharField(max_length=6, choices=Stage)
    for_due = models.DateField()
    for_day = models.DateField()
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "id"]
        constraints = [models.UniqueConstraint(name="reminded_once", fields=["commitment", "stage", "for_due", "for_day"])]
        triggers = history("reminder")

    def __str__(self) -> str:
        return f"{self.commitment_id} {self.stage} {self.for_day}"
