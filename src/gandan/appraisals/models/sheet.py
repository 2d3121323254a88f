"""How points are given: a sheet with a version and a time. What was scored by one version is never scored anew by another."""

from datetime import date
from functools import reduce
from operator import or_

import pgtrigger
from django.db import models
from django.db.models import F, Q

from gandan.core.ids import uuid7
from gandan.units.models import Unit

KEPT = (
    "unit", "purpose", "code", "version", "title", "source", "checked", "pass_points", "members_least", "spread_most", "valid_from",
)  # fmt: skip

IN_FORCE = """
    IF EXISTS (SELECT 1 FROM appraisals_scoresheet WHERE valid_from IS NOT NULL AND id IN (OLD.sheet_id, NEW.sheet_id)) THEN
        RAISE EXCEPTION 'a sheet in force keeps its lines' USING ERRCODE = 'check_violation';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
"""


def kept_in_force(name: str) -> list[pgtrigger.Trigger]:
    """Lines and grades are written while the sheet is drafted; in force none is added, changed or taken away."""
    every = pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete
    return [pgtrigger.Trigger(name=f"{name}_kept_in_force", when=pgtrigger.Before, operation=every, func=IN_FORCE)]


class ScoreSheet(models.Model):
    """Criteria, threshold and grades of one purpose, as a unit laid them down for a time.

    `code` names the series ("dan-van-kheo") and `version` counts in it. Drafted it has no `valid_from` and may be changed; once in force
    only `valid_to` is set, when the next version begins. `purpose` says what it scores: the subject type of appraisals
    ("movement.practice"). `pass_points`: from there on it passes. `members_least`: how many cards make a result. `spread_most`: members
    further apart than this talk and score a second time. `source` names the text it follows, `checked` whether somebody read the numbers
    there.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    purpose = models.CharField(max_length=80)
    code = models.CharField(max_length=60)
    version = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    source = models.CharField(max_length=300)
    checked = models.BooleanField(default=False)
    pass_points = models.DecimalField(max_digits=6, decimal_places=2)
    members_least = models.PositiveSmallIntegerField()
    spread_most = models.DecimalField(max_digits=6, decimal_places=2)
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)
    drafted_at = models.DateTimeField()

    class Meta:
        ordering = ["unit", "code", "-version"]
        constraints = [
            models.UniqueConstraint(name="sheet_version_once", fields=["unit", "code", "version"]),
            models.UniqueConstraint(
                name="one_sheet_in_force", fields=["unit", "code"], condition=Q(valid_from__isnull=False, valid_to=None)
            ),
            models.UniqueConstraint(name="one_sheet_drafted", fields=["unit", "code"], condition=Q(valid_from=None)),
            models.CheckConstraint(name="sheet_ends_after_it_begins", condition=Q(valid_to=None) | Q(valid_to__gte=F("valid_from"))),
            models.CheckConstraint(name="sheet_has_members", condition=Q(members_least__gte=3)),
            models.CheckConstraint(name="sheet_points_positive", condition=Q(pass_points__gt=0) & Q(spread_most__gt=0)),
        ]
        triggers = [
            pgtrigger.Protect(
                name="sheet_in_force_kept",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__valid_from__isnull=False)
                & reduce(or_, (pgtrigger.Q(**{f"old__{column}__df": pgtrigger.F(f"new__{column}")}) for column in KEPT)),
            ),
            pgtrigger.Protect(
                name="sheet_in_force_stays", operation=pgtrigger.Delete, condition=pgtrigger.Q(old__valid_from__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.version})"

    def holds(self, on: date) -> bool:
        """Whether it is in force on a day."""
        return self.valid_from is not None and self.valid_from <= on and (self.valid_to is None or on <= self.valid_to)


class Criterion(models.Model):
    """One line of a sheet: what is looked at, and from how many points to how many. `least` below zero takes points away."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    sheet = models.ForeignKey(ScoreSheet, on_delete=models.CASCADE, related_name="criteria")
    order = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=300)
    explained = models.CharField(max_length=1000, blank=True)
    least = models.DecimalField(max_digits=6, decimal_places=2, default=0)
    most = models.DecimalField(max_digits=6, decimal_places=2)
    is_bonus = models.BooleanField(default=False)

    class Meta:
        ordering = ["sheet", "order"]
        constraints = [
            models.UniqueConstraint(name="criterion_order_once", fields=["sheet", "order"], deferrable=models.Deferrable.DEFERRED),
            models.CheckConstraint(name="criterion_range", condition=Q(most__gt=F("least")) & Q(most__gte=0)),
        ]
        triggers = kept_in_force("criterion")

    def __str__(self) -> str:
        return self.name


class Grade(models.Model):
    """A name for a result from so many points on ("xuất sắc" from 90). `passes` follows from the sheet's threshold."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    sheet = models.ForeignKey(ScoreSheet, on_delete=models.CASCADE, related_name="grades")
    name = models.CharField(max_length=80)
    from_points = models.DecimalField(max_digits=6, decimal_places=2)

    class Meta:
        ordering = ["sheet", "-from_points"]
        constraints = [
            models.UniqueConstraint(name="grade_points_once", fields=["sheet", "from_points"], deferrable=models.Deferrable.DEFERRED)
        ]
        triggers = kept_in_force("grade")

    def __str__(self) -> str:
        return self.name
