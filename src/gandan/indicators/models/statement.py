"""A figure as a text states it, with the sentence it stands in."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from gandan.core.events import BoundContent
from gandan.core.events.history import words_of_history
from gandan.core.ids import uuid7
from gandan.indicators.enums import Bound, Measure
from gandan.indicators.models.exact import ExactField, finite
from gandan.units.models import Unit

WORDS = ("noun", "quote", "source_title", "source_url")


class StatementQuerySet(models.QuerySet["Statement"]):
    """Statements, newest last."""

    def living(self) -> "StatementQuerySet":
        """Those that stand: neither taken back nor corrected."""
        return self.filter(retraction=None, corrected_by=None)


class Statement(BoundContent):
    """What some text says: value, measure, bound, what is counted, of which unit and time, and the sentence itself.

    It claims only that the text says so; a statement becomes a value of an indicator when a person reads it as one (`Value.statement`).
    `unit` is the place it speaks of, as it was then; `kept_by` the unit whose office keeps it. Rows are never changed: a correction names
    the row it corrects, a retraction is a row of its own; only the words can be erased.
    """

    BOUND: ClassVar[tuple[str, ...]] = WORDS

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    value = ExactField()
    measure = models.CharField(max_length=8, choices=Measure)
    bound = models.CharField(max_length=8, choices=Bound)
    noun = models.CharField(max_length=200, blank=True)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    kept_by = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    on = models.DateField(null=True, blank=True)
    period_from = models.DateField(null=True, blank=True)
    period_to = models.DateField(null=True, blank=True)
    cumulative = models.BooleanField(default=False)
    quote = models.TextField(blank=True)
    source_title = models.CharField(max_length=300, blank=True)
    source_url = models.URLField(max_length=500, blank=True)
    source_day = models.DateField(null=True, blank=True)
    origin_type = models.CharField(max_length=80, blank=True)
    origin_id = models.CharField(max_length=64, blank=True)
    is_public = models.BooleanField(default=False)
    corrects = models.OneToOneField("self", on_delete=models.PROTECT, related_name="corrected_by", null=True, blank=True)
    stated_at = models.DateTimeField()

    objects = StatementQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(name="statement_number", condition=finite("value")),
            models.CheckConstraint(
                name="statement_time",
                condition=Q(period_from=None, period_to=None)
                | Q(on=None, period_from__isnull=False, period_to__isnull=False, period_to__gte=F("period_from")),
            ),
            models.CheckConstraint(name="statement_cumulative_from_to", condition=Q(cumulative=False) | Q(period_from__isnull=False)),
            models.CheckConstraint(name="statement_not_itself", condition=~Q(corrects=F("id"))),
            models.CheckConstraint(
                name="statement_origin_whole", condition=Q(origin_type="", origin_id="") | (~Q(origin_type="") & ~Q(origin_id=""))
            ),
        ]
        indexes = [
            models.Index(name="statement_value", fields=["value", "measure"]),
            models.Index(name="statement_origin", fields=["origin_type", "origin_id"]),
            models.Index(name="statement_unit", fields=["unit", "id"]),
        ]
        triggers = words_of_history("statement", *WORDS)

    def __str__(self) -> str:
        return f"{self.value} {self.measure}"

    @property
    def last_day(self) -> date | None:
        """The day it speaks of, or the last of its period."""
        return self.on or self.period_to

    @property
    def is_retracted(self) -> bool:
        """Whether it was taken back."""
        return hasattr(self, "retraction")

    @property
    def is_corrected(self) -> bool:
        """Whether another one stands in its place."""
        return hasattr(self, "corrected_by")


class Retraction(BoundContent):
    """A statement was taken back, and why. The statement stays where it was used, marked."""

    BOUND: ClassVar[tuple[str, ...]] = ("reason",)

    statement = models.OneToOneField(Statement, primary_key=True, on_delete=models.PROTECT, related_name="retraction")
    reason = models.CharField(max_length=500, blank=True)
    retracted_on = models.DateField()

    class Meta:
        triggers = words_of_history("retraction", "reason")

    def __str__(self) -> str:
        return str(self.statement_id)
