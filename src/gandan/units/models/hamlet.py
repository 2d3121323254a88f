"""Hamlets and how many households they had."""

import pgtrigger
from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.db.models import Q

from gandan.core.ids import uuid7
from gandan.units.enums import HamletKind
from gandan.units.models.time import one_at_a_time, real_period
from gandan.units.models.unit import Unit


class Hamlet(models.Model):
    """A thôn or tổ dân phố, by whatever name the region gives it: where people live together and decide. Not a tier of the State.

    `unit` is the commune it belongs to now (or last), `added_in` the one that added it; where it belonged between stands in `places`.
    A name is unique among those one commune added: when communes merge, each brings its own Thôn 1, until their people choose other names.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="hamlets")
    added_in = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", editable=False)
    kind = models.CharField(max_length=12, choices=HamletKind)
    name = models.CharField(max_length=100)
    key = models.CharField(
        max_length=100, editable=False
    )  # letters without accents, so that "Thôn 1" and "thôn 01" do not stand side by side
    existed = DateRangeField()

    class Meta:
        constraints = [
            one_at_a_time("one_hamlet_of_a_name", "unit", "added_in", "kind", "key", period="existed"),
            models.CheckConstraint(name="hamlet_real_period", condition=real_period("existed")),
            models.CheckConstraint(name="hamlet_not_blank", condition=~Q(name="") & ~Q(key="")),
        ]

    def __str__(self) -> str:
        return f"{HamletKind(self.kind).label} {self.name}"


class HamletPlace(models.Model):
    """To which commune a hamlet belonged, for a time."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    hamlet = models.ForeignKey(Hamlet, on_delete=models.PROTECT, related_name="places")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    during = DateRangeField()

    class Meta:
        ordering = ["during"]
        constraints = [
            one_at_a_time("one_commune_of_a_hamlet", "hamlet"),
            models.CheckConstraint(name="hamletplace_real_period", condition=real_period()),
        ]

    def __str__(self) -> str:
        return f"{self.hamlet_id} < {self.unit_id}"


class HouseholdCount(models.Model):
    """How many households a hamlet had on a day. Votes are measured by it: never changed, a correction names the wrong one."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    hamlet = models.ForeignKey(Hamlet, on_delete=models.PROTECT, related_name="counts")
    counted_on = models.DateField()
    households = models.PositiveIntegerField()
    corrects = models.OneToOneField("self", on_delete=models.PROTECT, related_name="corrected_by", null=True, blank=True)

    class Meta:
        ordering = ["counted_on"]
        constraints = [
            models.UniqueConstraint(name="one_count_a_day", fields=["hamlet", "counted_on"], condition=Q(corrects__isnull=True)),
            models.CheckConstraint(name="a_hamlet_has_households", condition=Q(households__gte=1)),
        ]
        triggers = [pgtrigger.Protect(name="count_append_only", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.households} ({self.counted_on})"
