"""What others found of a model: a review says whether it works, a decision recognises it. Neither is ever the owner's word."""

from typing import ClassVar

import pgtrigger
from django.db import models
from django.db.models import Q

from gandan.appraisals.enums import Level
from gandan.appraisals.models import Appraisal, Decision, Posting
from gandan.core.events import BoundContent
from gandan.core.events.history import words_of_history
from gandan.core.ids import uuid7
from gandan.movement.enums import Result
from gandan.movement.models.practice import Practice
from gandan.movement.models.visit import Visit
from gandan.units.models import Office


class Review(BoundContent):
    """Rà soát, phân loại: what the registering office found for a year. The newest of a year holds; effective is counted from these."""

    BOUND: ClassVar[tuple[str, ...]] = ("reason",)

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    practice = models.ForeignKey(Practice, on_delete=models.PROTECT, related_name="reviews", db_index=False)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    result = models.CharField(max_length=9, choices=Result)
    reason = models.CharField(max_length=1000)
    visit = models.ForeignKey(Visit, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    given_on = models.DateField()
    given_at = models.DateTimeField()

    class Meta:
        ordering = ["practice", "year", "given_at", "id"]
        indexes = [models.Index(name="review_newest", fields=["practice", "-year", "-given_at", "-id"], include=["given_on", "result"])]
        triggers = words_of_history("review", "reason")

    def __str__(self) -> str:
        return f"{self.practice_id} {self.year} {self.result}"


class Recognition(models.Model):
    """Recognised at a level, by a decision, after an appraisal that passed and a posting whose time is over. `points` and `grade` are
    copied
    as they were: no later change of scoring rewrites them. `revoked_by` is the decision that took it away."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    practice = models.ForeignKey(Practice, on_delete=models.PROTECT, related_name="recognitions")
    level = models.CharField(max_length=8, choices=Level)
    appraisal = models.OneToOneField(Appraisal, on_delete=models.PROTECT, related_name="+")
    posting = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="+")
    points = models.DecimalField(max_digits=6, decimal_places=2)
    grade = models.CharField(max_length=80, blank=True)
    recognised_on = models.DateField()
    revoked_by = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    revoked_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["practice", "recognised_on"]
        constraints = [
            models.UniqueConstraint(name="recognised_once_a_level", fields=["practice", "level"], condition=Q(revoked_by=None)),
            models.CheckConstraint(
                name="recognition_revoked_whole",
                condition=Q(revoked_by=None, revoked_on=None) | Q(revoked_by__isnull=False, revoked_on__isnull=False),
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="recognition_is_never_deleted", operation=pgtrigger.Delete),
            pgtrigger.ReadOnly(
                name="recognition_kept",
                fields=["practice", "level", "appraisal", "posting", "decision", "points", "grade", "recognised_on"],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.practice_id} {self.level}"
