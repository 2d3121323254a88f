"""Offices of a unit, their names through time, and the one that holds dân vận work."""

from datetime import date

from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.db.models import Q

from gandan.core.ids import uuid7
from gandan.units.enums import OfficeKind
from gandan.units.models.time import first_day, last_day, one_at_a_time, real_period
from gandan.units.models.unit import Unit


class Office(models.Model):
    """A body at a unit: what it is stays, what it is called changes (the board for dân vận had several names in ten years)."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="offices")
    kind = models.CharField(max_length=20, choices=OfficeKind)
    existed = DateRangeField()

    class Meta:
        constraints = [
            one_at_a_time("one_office_of_a_kind", "unit", "kind", period="existed"),
            models.CheckConstraint(name="office_real_period", condition=real_period("existed")),
        ]

    def __str__(self) -> str:
        names = sorted(self.names.all(), key=lambda n: n.during.lower or date.min)
        return names[-1].name if names else str(OfficeKind(self.kind).label)

    def exists(self, on: date) -> bool:
        """Whether it stood on a day; an unknown beginning speaks against no day."""
        first, last = first_day(self.existed), last_day(self.existed)
        return (first is None or first <= on) and (last is None or on <= last)

    def name_on(self, day: date) -> str:
        """What it was called on a day; its kind when no name is known for the day."""
        for name in self.names.all():
            if (name.during.lower is None or name.during.lower <= day) and (name.during.upper is None or day < name.during.upper):
                return name.name
        return str(OfficeKind(self.kind).label)

    def called(self, today: date) -> str:
        """Its name of today; of one that has ended, the last it had."""
        upper = self.existed.upper
        return self.name_on(today) if upper is None or today < upper else str(self)


class OfficeName(models.Model):
    """A name for a time."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="names")
    name = models.CharField(max_length=160)
    during = DateRangeField()

    class Meta:
        ordering = ["during"]
        constraints = [
            one_at_a_time("one_office_name_at_a_time", "office"),
            models.CheckConstraint(name="officename_real_period", condition=real_period()),
            models.CheckConstraint(name="officename_not_blank", condition=~Q(name="")),
        ]

    def __str__(self) -> str:
        return self.name


class DanVanOwner(models.Model):
    """Which office of a unit holds dân vận work, for a time: in one commune the Party's board, in the next the Front."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="dan_van_owners")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    during = DateRangeField()

    class Meta:
        ordering = ["during"]
        constraints = [
            one_at_a_time("one_dan_van_owner", "unit"),
            models.CheckConstraint(name="danvanowner_real_period", condition=real_period()),
        ]

    def __str__(self) -> str:
        return f"{self.unit_id}: {self.office_id}"
