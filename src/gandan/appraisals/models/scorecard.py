"""What one member gave."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from gandan.appraisals.models.appraisal import Appraisal
from gandan.appraisals.models.council import Seat
from gandan.appraisals.models.sheet import Criterion
from gandan.core.events import BoundContent
from gandan.core.events.history import history, words_of_history
from gandan.core.ids import uuid7


class Scorecard(BoundContent):
    """One member's card of one round, handed in whole: it is not changed afterwards, and nobody reads it before all are shown.

    `total` is the sum of its marks, kept beside for results."""

    BOUND: ClassVar[tuple[str, ...]] = ("reason",)

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    appraisal = models.ForeignKey(Appraisal, on_delete=models.PROTECT, related_name="cards")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="cards")
    round = models.PositiveSmallIntegerField()
    total = models.DecimalField(max_digits=6, decimal_places=2)
    reason = models.CharField(max_length=2000, blank=True)
    handed_in_at = models.DateTimeField()

    class Meta:
        ordering = ["appraisal", "round", "id"]
        constraints = [
            models.UniqueConstraint(name="one_card_a_round", fields=["appraisal", "seat", "round"]),
            models.CheckConstraint(name="card_round", condition=Q(round__in=[1, 2])),
        ]
        triggers = words_of_history("scorecard", "reason")

    def __str__(self) -> str:
        return f"{self.appraisal_id} {self.round}"


class Mark(models.Model):
    """The points of one line of a card."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    card = models.ForeignKey(Scorecard, on_delete=models.PROTECT, related_name="marks")
    criterion = models.ForeignKey(Criterion, on_delete=models.PROTECT, related_name="+")
    points = models.DecimalField(max_digits=6, decimal_places=2)

    class Meta:
        ordering = ["card", "criterion__order"]
        constraints = [models.UniqueConstraint(name="one_mark_a_line", fields=["card", "criterion"])]
        triggers = history("mark")

    def __str__(self) -> str:
        return f"{self.card_id} {self.points}"
