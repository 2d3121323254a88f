"""Who scores."""

from django.db import models
from django.db.models import F, Q

from gandan.accounts.models import User
from gandan.appraisals.enums import Part
from gandan.core.ids import uuid7
from gandan.units.models import Office, Unit


class Council(models.Model):
    """A council of an office, formed by a paper with a number. `office` keeps its papers and hears objections."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=200)
    formed_by = models.CharField(max_length=120)
    formed_on = models.DateField()
    dissolved_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-formed_on", "-id"]
        constraints = [
            models.CheckConstraint(
                name="council_dissolved_not_before", condition=Q(dissolved_on=None) | Q(dissolved_on__gte=F("formed_on"))
            )
        ]

    def __str__(self) -> str:
        return self.title


class Seat(models.Model):
    """A person in a council, for a time. What a seat scored stays, whoever sits there later."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    council = models.ForeignKey(Council, on_delete=models.PROTECT, related_name="seats")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="seats")
    part = models.CharField(max_length=9, choices=Part, default=Part.MEMBER)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["council", "since", "id"]
        constraints = [
            models.UniqueConstraint(name="one_seat_a_person", fields=["council", "user"], condition=Q(until=None)),
            models.UniqueConstraint(name="one_chair", fields=["council"], condition=Q(part=Part.CHAIR, until=None)),
            models.CheckConstraint(name="seat_left_not_before", condition=Q(until=None) | Q(until__gte=F("since"))),
        ]

    def __str__(self) -> str:
        return f"{self.council_id}: {self.user_id}"
