"""The roll of honour: what was given. Only holders, and of them only what the award itself tells."""

from typing import ClassVar

import pgtrigger
from django.db import models
from django.db.models import Q

from gandan.activities.models import Activity
from gandan.appraisals.models import Decision
from gandan.awards.enums import NameSource, Whom
from gandan.awards.models.kind import AwardKind
from gandan.awards.models.nomination import Nominee
from gandan.core.events import BoundContent
from gandan.core.ids import uuid7
from gandan.indicators.models import Statement
from gandan.units.models import Unit


class Conferral(BoundContent):
    """So many persons and collectives were given something on one ground: by a decision of this system, an old book, or as a text tells it.

    `persons` and `collectives` are counted apart. Names (`holders`) may be fewer than the numbers, where a text only counts.
    `by` is who gave it, as it was called then. `quote` is the sentence of the text. Figures lie in `indicators` (`persons_figure`, …).
    `unit` is the one that decided; of what is told or entered the one where its receivers work, as it was then. `kept_by`: whose office
    keeps the entry. Taken back it has `removed_at`.
    """

    BOUND: ClassVar[tuple[str, ...]] = ("name", "by", "ground", "quote", "source_title", "removed_why")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    source = models.CharField(max_length=8, choices=NameSource)
    kind = models.ForeignKey(AwardKind, on_delete=models.PROTECT, related_name="conferrals", null=True, blank=True)
    name = models.CharField(max_length=300)
    by = models.CharField(max_length=200, blank=True)
    ground = models.CharField(max_length=300, blank=True)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    kept_by = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    persons = models.PositiveIntegerField(default=0)
    collectives = models.PositiveIntegerField(default=0)
    given_on = models.DateField(null=True, blank=True)
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    activity = models.ForeignKey(Activity, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    quote = models.TextField(max_length=2000, blank=True)
    source_title = models.CharField(max_length=300, blank=True)
    persons_figure = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    collectives_figure = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    is_public = models.BooleanField(default=True)
    recorded_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True, blank=True)
    removed_why = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["-given_on", "-id"]
        indexes = [models.Index(name="conferral_of_unit", fields=["unit", "-given_on"], condition=Q(removed_at=None))]
        constraints = [
            models.CheckConstraint(name="conferral_to_somebody", condition=Q(persons__gt=0) | Q(collectives__gt=0)),
            models.CheckConstraint(
                name="conferral_by_decision",
                condition=Q(source=NameSource.DECISION, decision__isnull=False) | ~Q(source=NameSource.DECISION),
            ),
        ]
        triggers = [pgtrigger.Protect(name="conferral_is_never_deleted", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return self.name


class Holder(BoundContent):
    """Somebody who holds it: a name and a place of work, as the decision posts them. No page goes by the name; the award is the page.

    `unit` is where the office stood that proposed them: people look for who of their ward was commended, whoever decided. Of an old book
    the conferral alone tells where.
    `mac` and `mac_day` as in `Nominee`, so that the same person is not given once-only awards twice. `revoked_by`: taken back, with the
    decision and why; the name leaves public pages. `certificate` is the number in the book of certificates.
    """

    BOUND: ClassVar[tuple[str, ...]] = ("name", "workplace", "revoked_why")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    conferral = models.ForeignKey(Conferral, on_delete=models.PROTECT, related_name="holders")
    nominee = models.OneToOneField(Nominee, on_delete=models.PROTECT, related_name="holder", null=True, blank=True)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    whom = models.CharField(max_length=10, choices=Whom)
    name = models.CharField(max_length=200, blank=True)
    workplace = models.CharField(max_length=300, blank=True)
    certificate = models.CharField(max_length=40, blank=True)
    mac = models.CharField(max_length=64, blank=True)
    mac_day = models.CharField(max_length=64, blank=True)
    position = models.PositiveSmallIntegerField()
    revoked_by = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    revoked_on = models.DateField(null=True, blank=True)
    revoked_why = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["conferral", "whom", "position", "id"]
        indexes = [models.Index(name="holder_by_mac", fields=["mac"], condition=~Q(mac=""))]
        constraints = [
            models.CheckConstraint(
                name="holder_revoked_whole",
                condition=Q(revoked_by=None, revoked_on=None) | Q(revoked_by__isnull=False, revoked_on__isnull=False),
            )
        ]
        triggers = [pgtrigger.Protect(name="holder_is_never_deleted", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return str(self.pk)
