"""What a unit decides for itself: its pledge, and which office answers for which topic."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import Q

from gandan.core.ids import uuid7
from gandan.units.enums import Level, OfficeKind
from gandan.units.models import Office, Unit


class Pledge(models.Model):
    """Within how many working days a unit promises an answer ("phường cam kết"). Without one the rule `opinion.pledge` holds."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    days = models.PositiveSmallIntegerField()
    during = DateRangeField()

    class Meta:
        constraints = [
            ExclusionConstraint(
                name="one_pledge_at_a_time", expressions=[("unit", RangeOperators.EQUAL), ("during", RangeOperators.OVERLAPS)]
            ),
            models.CheckConstraint(name="pledge_within_reason", condition=Q(days__range=(1, 30))),
        ]

    def __str__(self) -> str:
        return f"{self.unit_id}: {self.days}"


class Competence(models.Model):
    """Topic × level × place → office. `topic` "" means every topic, no unit every unit of the level; the narrower row wins. It gives an
    office of the unit, by kind, or (with a unit) one very office, which may stand in another unit, the one above for instance."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    topic = models.CharField(max_length=40, blank=True)
    level = models.CharField(max_length=10, choices=Level)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    kind = models.CharField(max_length=20, choices=OfficeKind, blank=True)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+", null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="competence_once", fields=["topic", "level", "unit"], nulls_distinct=False),
            models.CheckConstraint(
                name="competence_names_one", condition=Q(office=None) & ~Q(kind="") | Q(kind="", office__isnull=False, unit__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.topic or '*'} {self.level}"
