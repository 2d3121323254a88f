"""What a decree says of one day."""

from django.db import models

from gandan.core.ids import uuid7


class CalendarDay(models.Model):
    """One day on which offices work, or do not, by decree; it stands above the shipped holidays."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    day = models.DateField(unique=True)
    working = models.BooleanField()
    reason = models.CharField(max_length=120)
    source = models.CharField(max_length=200)
    checked = models.BooleanField(default=False)

    class Meta:
        ordering = ["day"]

    def __str__(self) -> str:
        return f"{self.day} {self.reason}"
