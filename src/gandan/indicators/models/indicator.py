"""What is counted, in which unit of measure, and how that was laid down from when to when."""

import pgtrigger
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Q

from gandan.core.ids import uuid7
from gandan.indicators.enums import Measure, Nature, Origin, Topic


class Indicator(models.Model):
    """One thing that is counted. Code, measure and nature never change: with another measure it is another indicator.

    Name, noun and the rest say how it is defined now; how it was defined before stands in `definitions`. `valid` is the time in which
    values may be given. A rate names its parts, once they are indicators too: it is computed from them, never summed.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    code = models.CharField(max_length=60, unique=True)
    topic = models.CharField(max_length=16, choices=Topic)
    measure = models.CharField(max_length=8, choices=Measure)
    nature = models.CharField(max_length=8, choices=Nature)
    name = models.CharField(max_length=200)
    name_folded = models.CharField(max_length=200, unique=True, editable=False)
    noun = models.CharField(max_length=60, blank=True)
    words = ArrayField(models.CharField(max_length=80), default=list, blank=True)
    order = models.PositiveSmallIntegerField(default=1000)
    is_public = models.BooleanField(default=True)
    valid = DateRangeField()
    origin = models.CharField(max_length=8, choices=Origin, default=Origin.FILE)
    numerator = models.ForeignKey("self", on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    denominator = models.ForeignKey("self", on_delete=models.PROTECT, related_name="+", null=True, blank=True)

    class Meta:
        ordering = ["order", "code"]
        constraints = [
            models.CheckConstraint(name="indicator_code", condition=Q(code__regex=r"^[a-z][a-z0-9_]*(\.[a-z0-9_]+)*$")),
            models.CheckConstraint(name="indicator_named", condition=~Q(name="") & ~Q(name_folded="")),
            models.CheckConstraint(name="indicator_count_has_noun", condition=~Q(measure=Measure.COUNT) | ~Q(noun="")),
            models.CheckConstraint(name="indicator_percent_is_rate", condition=~Q(measure=Measure.PERCENT) | Q(nature=Nature.RATE)),
            models.CheckConstraint(
                name="indicator_parts_of_rate",
                condition=Q(numerator=None, denominator=None) | Q(nature=Nature.RATE, numerator__isnull=False, denominator__isnull=False),
            ),
            models.CheckConstraint(name="indicator_parts_differ", condition=Q(numerator=None) | ~Q(numerator=F("denominator"))),
            models.CheckConstraint(name="indicator_lived", condition=Q(valid__isempty=False)),
        ]
        triggers = [
            pgtrigger.Protect(name="indicator_kept", operation=pgtrigger.Delete),
            pgtrigger.ReadOnly(name="indicator_fixed", fields=["id", "code", "measure", "nature"]),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_ended(self) -> bool:
        """No values are given any more."""
        return self.valid.upper is not None


class Definition(models.Model):
    """How an indicator was defined for a time: what is counted, after which text. Values are read by the definition of their day."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="definitions")
    name = models.CharField(max_length=200)
    noun = models.CharField(max_length=60, blank=True)
    explained = models.TextField(blank=True)
    source = models.CharField(max_length=300)
    checked = models.BooleanField(default=False)
    valid = DateRangeField()

    class Meta:
        ordering = ["indicator", "valid"]
        constraints = [
            ExclusionConstraint(
                name="one_definition_a_day", expressions=[("indicator", RangeOperators.EQUAL), ("valid", RangeOperators.OVERLAPS)]
            ),
            models.CheckConstraint(name="definition_says_source", condition=~Q(source="")),
            models.CheckConstraint(name="definition_lived", condition=Q(valid__isempty=False)),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.valid}"
