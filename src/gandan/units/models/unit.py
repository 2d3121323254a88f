"""A unit and what it was called, coded and subordinated to, each for a time."""

from datetime import date

from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.db.models import F, Q

from gandan.core.ids import uuid7
from gandan.units.enums import Kind, Level
from gandan.units.models import rules
from gandan.units.models.time import first_day, last_day, one_at_a_time, real_period


class Unit(models.Model):
    """A province, district or commune while it exists.

    `existed` without a lower bound means that its beginning is *unknown*; then `attested_on` is the first day for which a source shows it.
    `source_key` names units of the shipped file ("c31117@20250630") and makes loading again change nothing.
    Ids of shipped units are the same in every installation (docs/adr/0006).
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    level = models.CharField(max_length=8, choices=Level)
    existed = DateRangeField()
    attested_on = models.DateField(null=True, blank=True)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    area_km2 = models.FloatField(null=True, blank=True)
    source_key = models.CharField(max_length=24, null=True, unique=True, editable=False)

    class Meta:
        constraints = [
            models.CheckConstraint(name="unit_real_period", condition=real_period("existed")),
            models.CheckConstraint(
                name="unit_unknown_start_is_attested", condition=Q(existed__lower_inf=False) | Q(attested_on__isnull=False)
            ),
            models.CheckConstraint(
                name="unit_on_earth", condition=Q(latitude__range=(-90, 90), longitude__range=(-180, 180)) | Q(latitude__isnull=True)
            ),
            models.CheckConstraint(name="unit_area_positive", condition=Q(area_km2__gt=0) | Q(area_km2__isnull=True)),
        ]
        indexes = [models.Index(name="unit_by_level", fields=["level"])]
        triggers = [rules.unit_is_whole("unit_whole", "id")]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def began(self) -> date | None:
        """First day; None = unknown ("chưa rõ")."""
        return first_day(self.existed)

    @property
    def ended(self) -> date | None:
        """Last day; None while it exists."""
        return last_day(self.existed)

    def exists(self, on: date) -> bool:
        """Whether it existed on a day; an unknown beginning speaks against no day."""
        return (self.began is None or self.began <= on) and (self.ended is None or on <= self.ended)


class UnitName(models.Model):
    """Kind and name for a time."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="names")
    kind = models.CharField(max_length=12, choices=Kind)
    name = models.CharField(max_length=100)
    sort = models.CharField(max_length=400, editable=False)
    during = DateRangeField()
    decree = models.CharField(max_length=80, blank=True)

    class Meta:
        ordering = ["during"]
        constraints = [
            one_at_a_time("one_name_at_a_time", "unit"),
            models.CheckConstraint(name="unitname_real_period", condition=real_period()),
            models.CheckConstraint(name="unitname_not_blank", condition=~Q(name="")),
        ]
        triggers = [rules.unit_is_whole("unitname_whole", "unit_id")]

    def __str__(self) -> str:
        return f"{self.kind} {self.name}"


class UnitCode(models.Model):
    """The code of the national list for a time. A code goes from one unit to another, so two units share one, never on the same day."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="codes")
    level = models.CharField(max_length=8, choices=Level)
    code = models.CharField(max_length=8)
    during = DateRangeField()

    class Meta:
        ordering = ["during"]
        constraints = [
            one_at_a_time("one_code_at_a_time", "unit"),
            one_at_a_time("one_bearer_of_a_code", "level", "code"),
            models.CheckConstraint(name="unitcode_real_period", condition=real_period()),
            models.CheckConstraint(name="unitcode_digits", condition=Q(code__regex=r"^[0-9]{2,8}$")),
        ]
        indexes = [models.Index(name="unitcode_code", fields=["code"])]
        triggers = [rules.unit_is_whole("unitcode_whole", "unit_id")]

    def __str__(self) -> str:
        return self.code


class UnitParent(models.Model):
    """To which unit one belonged, for a time. A parent stands on a higher tier (a trigger holds it), so there can be no circle."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="parents")
    parent = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="children")
    during = DateRangeField()

    class Meta:
        ordering = ["during"]
        constraints = [
            one_at_a_time("one_parent_at_a_time", "unit"),
            models.CheckConstraint(name="unitparent_real_period", condition=real_period()),
            models.CheckConstraint(name="not_its_own_parent", condition=~Q(unit=F("parent"))),
        ]
        triggers = [rules.unit_is_whole("unitparent_whole", "unit_id"), rules.parent_is_higher()]

    def __str__(self) -> str:
        return f"{self.unit_id} < {self.parent_id}"
