"""What shall be different afterwards, in numbers: each number lies in a statement of `indicators`, so it has its source like every
figure."""

from django.db import models
from django.db.models import Q

from gandan.core.events.history import history
from gandan.core.ids import uuid7
from gandan.indicators.enums import Measure
from gandan.indicators.models import Indicator, Statement
from gandan.movement.models.practice import Practice


class Aim(models.Model):
    """One measurable criterion: what is measured, where it stood before, what it shall be, by when. `indicator` where it is one of the
    list."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    practice = models.ForeignKey(Practice, on_delete=models.PROTECT, related_name="aims")
    name = models.CharField(max_length=200)
    measure = models.CharField(max_length=8, choices=Measure)
    noun = models.CharField(max_length=60, blank=True)
    before = models.DecimalField(max_digits=18, decimal_places=2, null=True, blank=True)
    target = models.DecimalField(max_digits=18, decimal_places=2)
    due = models.DateField()
    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    order = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["practice", "order"]
        constraints = [models.CheckConstraint(name="aim_counts_something", condition=~Q(measure=Measure.COUNT) | ~Q(noun=""))]

    def __str__(self) -> str:
        return self.name


class Reading(models.Model):
    """What was measured on a day. The number, its bound and its sentence are the statement's; one that was retracted there counts no
    more."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    aim = models.ForeignKey(Aim, on_delete=models.PROTECT, related_name="readings")
    statement = models.OneToOneField(Statement, on_delete=models.PROTECT, related_name="+")
    read_on = models.DateField()

    class Meta:
        ordering = ["aim", "read_on", "id"]
        triggers = history("reading")

    def __str__(self) -> str:
        return f"{self.aim_id} {self.read_on}"
