"""A value of an indicator for a unit and a time."""

from datetime import date
from typing import ClassVar, cast

import pgtrigger
from django.db import models
from django.db.models import F, Q

from gandan.core.events import BoundContent
from gandan.core.events.history import words_of_history
from gandan.core.ids import uuid7
from gandan.indicators.enums import Bound, Provenance, Span
from gandan.indicators.models import rules
from gandan.indicators.models.exact import ExactField, finite
from gandan.indicators.models.indicator import Indicator
from gandan.indicators.models.statement import Statement
from gandan.units.models import Unit


class ValueQuerySet(models.QuerySet["Value"]):
    """Values."""

    def living(self) -> "ValueQuerySet":
        """What holds today: the last of each chain, unless it takes the value away."""
        return self.filter(corrected_by=None, value__isnull=False)


class Value(models.Model):
    """What an indicator was: for one unit as it was then, on a day or in a period; a running total is kept apart from a period of its own.

    Append-only. A correction names the row it corrects and is of the same indicator, unit and time; one without a value takes the value
    away. So the rows of one figure are a chain: its first row is unique for indicator, unit, time and provenance (for what was read: and
    statement), each row is corrected once at most, and the last one holds.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="values")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    span = models.CharField(max_length=10, choices=Span)
    on = models.DateField(null=True, blank=True)
    period_from = models.DateField(null=True, blank=True)
    period_to = models.DateField(null=True, blank=True)
    value = ExactField(null=True, blank=True)
    bound = models.CharField(max_length=8, choices=Bound, default=Bound.EXACT)
    provenance = models.CharField(max_length=8, choices=Provenance)
    statement = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="values", null=True, blank=True)
    corrects = models.OneToOneField("self", on_delete=models.PROTECT, related_name="corrected_by", null=True, blank=True)
    entered_at = models.DateTimeField()

    objects = ValueQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                name="one_chain_of_a_value",
                fields=["indicator", "unit", "span", "on", "period_from", "period_to", "provenance", "statement"],
                condition=Q(corrects=None),
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                name="value_time",
                condition=Q(span=Span.POINT, on__isnull=False, period_from=None, period_to=None)
                | Q(
                    span__in=[Span.PERIOD, Span.CUMULATIVE],
                    on=None,
                    period_from__isnull=False,
                    period_to__isnull=False,
                    period_to__gte=F("period_from"),
                ),
            ),
            models.CheckConstraint(name="value_number", condition=Q(value=None) | finite("value")),
            models.CheckConstraint(name="value_taken_away_is_a_correction", condition=Q(value__isnull=False) | Q(corrects__isnull=False)),
            models.CheckConstraint(
                name="value_read_has_statement",
                condition=Q(provenance=Provenance.READ, statement__isnull=False) | (~Q(provenance=Provenance.READ) & Q(statement=None)),
            ),
            models.CheckConstraint(name="value_not_itself", condition=~Q(corrects=F("id"))),
        ]
        indexes = [models.Index(name="value_series", fields=["indicator", "unit"]), models.Index(name="value_unit", fields=["unit"])]
        triggers = [pgtrigger.Protect(name="value_append_only", operation=pgtrigger.Update | pgtrigger.Delete), rules.value_fits()]

    def __str__(self) -> str:
        return f"{self.value}"

    @property
    def last_day(self) -> date:
        """The day it speaks of, or the last of its period."""
        return cast(date, self.on or self.period_to)  # the database holds one of them


class Reason(BoundContent):
    """Why a value was corrected or taken away, in the words of whoever did."""

    BOUND: ClassVar[tuple[str, ...]] = ("text",)

    value = models.OneToOneField(Value, primary_key=True, on_delete=models.PROTECT, related_name="reason")
    text = models.CharField(max_length=500, blank=True)

    class Meta:
        triggers = words_of_history("reason", "text")

    def __str__(self) -> str:
        return str(self.value_id)
