"""Who does what in a model, what it takes, and by when. Written anew with the form until it is registered."""

from django.db import models
from django.db.models import Q

from gandan.core.ids import uuid7
from gandan.indicators.enums import Measure
from gandan.movement.enums import ForcePart, ResourceKind
from gandan.movement.models.practice import Practice
from gandan.units.models import Office


class Force(models.Model):
    """A force and its part. Named by its office where it is one, else in words: a group, never a person."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    practice = models.ForeignKey(Practice, on_delete=models.PROTECT, related_name="forces")
    part = models.CharField(max_length=10, choices=ForcePart)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    name = models.CharField(max_length=200, blank=True)
    task = models.CharField(max_length=500, blank=True)
    order = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["practice", "order"]
        constraints = [
            models.UniqueConstraint(name="one_leading_force", fields=["practice"], condition=Q(part=ForcePart.LEAD)),
            models.CheckConstraint(name="force_named", condition=Q(office__isnull=False) | ~Q(name="")),
        ]

    def __str__(self) -> str:
        return self.name or str(self.office)


class Resource(models.Model):
    """What it takes of one kind: planned, and used so far."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    practice = models.ForeignKey(Practice, on_delete=models.PROTECT, related_name="resources")
    kind = models.CharField(max_length=10, choices=ResourceKind)
    measure = models.CharField(max_length=8, choices=Measure)
    noun = models.CharField(max_length=60, blank=True)
    planned = models.DecimalField(max_digits=18, decimal_places=2, null=True, blank=True)
    used = models.DecimalField(max_digits=18, decimal_places=2, null=True, blank=True)
    order = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["practice", "order"]
        constraints = [
            models.CheckConstraint(
                name="resource_not_negative", condition=(Q(planned=None) | Q(planned__gte=0)) & (Q(used=None) | Q(used__gte=0))
            ),
            models.CheckConstraint(name="resource_says_how_much", condition=Q(planned__isnull=False) | Q(used__isnull=False)),
        ]

    def __str__(self) -> str:
        return f"{self.practice_id} {self.kind}"


class Milestone(models.Model):
    """A line of the timetable."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    practice = models.ForeignKey(Practice, on_delete=models.PROTECT, related_name="milestones")
    due = models.DateField()
    what = models.CharField(max_length=300)
    reached_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["practice", "due", "id"]

    def __str__(self) -> str:
        return self.what
