"""One subject being scored by one council with one version of a sheet."""

from functools import reduce
from operator import or_
from typing import ClassVar

import pgtrigger
from django.db import models
from django.db.models import F, Q

from gandan.appraisals.enums import LIVING, Level, State, Tie
from gandan.appraisals.models.council import Council, Seat
from gandan.appraisals.models.sheet import Criterion, Grade, ScoreSheet
from gandan.core.events import BoundContent
from gandan.core.events.history import words_of_history
from gandan.core.ids import uuid7
from gandan.units.models import Office, Unit

ENDED_KEEPS = (
    "subject_type", "subject_id", "unit", "owner_office", "council", "level", "sheet", "state", "round", "opened_on", "closes_on",
    "shown_on", "ended_on", "points", "spread", "grade", "passed",
)  # fmt: skip


class Appraisal(BoundContent):
    """What is scored is a thing of a room above (`subject_type`, `subject_id`; `subjects.py` describes it). `unit` is the one it belongs
    to, `owner_office` whose work it is: that office scores itself, and nobody of it does anything else here.

    `level` is the one for whose decision it is scored: that of the council's unit, or the centre, which has no council here. `sheet` is the
    version in force when it was opened and never changes. `round` is 1, or 2 after members were too far apart. `closes_on`:
    from the day after, marks may be shown though a card is missing. Result columns are set when it is closed, once: `points` the mean of
    the members' totals of the last round, `spread` the highest less the lowest. `set_aside_for` says why it came to no result.
    """

    BOUND: ClassVar[tuple[str, ...]] = ("set_aside_for",)

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    subject_type = models.CharField(max_length=80)
    subject_id = models.CharField(max_length=64)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    owner_office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    council = models.ForeignKey(Council, on_delete=models.PROTECT, related_name="appraisals")
    level = models.CharField(max_length=8, choices=Level)
    sheet = models.ForeignKey(ScoreSheet, on_delete=models.PROTECT, related_name="appraisals")
    state = models.CharField(max_length=9, choices=State, default=State.PREPARED)
    round = models.PositiveSmallIntegerField(default=1)
    opened_on = models.DateField()
    closes_on = models.DateField()
    shown_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    points = models.DecimalField(max_digits=6, decimal_places=2, null=True, blank=True)
    spread = models.DecimalField(max_digits=6, decimal_places=2, null=True, blank=True)
    grade = models.ForeignKey(Grade, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    passed = models.BooleanField(null=True)
    set_aside_for = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["-opened_on", "-id"]
        indexes = [
            models.Index(name="appraisal_of_subject", fields=["subject_type", "subject_id"]),
            models.Index(name="appraisal_of_council", fields=["council", "state", "closes_on"]),
        ]
        constraints = [
            models.UniqueConstraint(
                name="one_living_appraisal", fields=["subject_type", "subject_id"], condition=Q(state__in=sorted(LIVING))
            ),
            models.CheckConstraint(name="appraisal_round", condition=Q(round__in=[1, 2])),
            models.CheckConstraint(name="appraisal_closes_after_it_opens", condition=Q(closes_on__gte=F("opened_on"))),
            models.CheckConstraint(
                name="appraisal_result_when_closed",
                condition=Q(state=State.CLOSED, points__isnull=False, spread__isnull=False, passed__isnull=False, ended_on__isnull=False)
                | ~Q(state=State.CLOSED) & Q(points=None, spread=None, passed=None, grade=None),
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="appraisal_is_never_deleted", operation=pgtrigger.Delete),
            pgtrigger.ReadOnly(
                name="appraisal_beginning_kept", fields=["subject_type", "subject_id", "council", "level", "sheet", "opened_on"]
            ),
            pgtrigger.Protect(
                name="appraisal_result_kept",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__state__in=["closed", "set_aside"])
                & reduce(or_, (pgtrigger.Q(**{f"old__{column}__df": pgtrigger.F(f"new__{column}")}) for column in ENDED_KEEPS)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subject_type} {self.subject_id}"


class OwnMark(BoundContent):
    """What the owner gives itself on one line, with its reason; replaced as often as wanted until scoring begins."""

    BOUND: ClassVar[tuple[str, ...]] = ("reason",)

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    appraisal = models.ForeignKey(Appraisal, on_delete=models.PROTECT, related_name="own_marks")
    criterion = models.ForeignKey(Criterion, on_delete=models.PROTECT, related_name="+")
    points = models.DecimalField(max_digits=6, decimal_places=2)
    reason = models.CharField(max_length=1000, blank=True)

    class Meta:
        ordering = ["appraisal", "criterion__order"]
        constraints = [models.UniqueConstraint(name="one_own_mark_a_line", fields=["appraisal", "criterion"])]

    def __str__(self) -> str:
        return f"{self.appraisal_id} {self.points}"


class Conflict(BoundContent):
    """A member takes no part in one appraisal: declared, or found by the system because they work for the unit."""

    BOUND: ClassVar[tuple[str, ...]] = ("reason",)

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    appraisal = models.ForeignKey(Appraisal, on_delete=models.PROTECT, related_name="conflicts")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    tie = models.CharField(max_length=9, choices=Tie)
    is_found = models.BooleanField(default=False)
    reason = models.CharField(max_length=500, blank=True)
    since = models.DateField()

    class Meta:
        ordering = ["since", "id"]
        constraints = [models.UniqueConstraint(name="one_conflict_a_seat", fields=["appraisal", "seat"])]
        triggers = words_of_history("conflict", "reason")

    def __str__(self) -> str:
        return f"{self.appraisal_id} {self.tie}"
