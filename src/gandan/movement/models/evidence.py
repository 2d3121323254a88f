"""What shows that a model works and lives."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from gandan.activities.models import Activity
from gandan.commitments.models import Commitment
from gandan.core.events import BoundContent
from gandan.core.events.history import words_of_history
from gandan.core.ids import uuid7
from gandan.movement.enums import EvidenceKind
from gandan.movement.models.practice import Practice
from gandan.opinions.models import Case


class LifeSign(BoundContent):
    """Once a year: it still lives, shown by at least one piece of evidence, reading, visit or link of that year (the deed asks for it)."""

    BOUND: ClassVar[tuple[str, ...]] = ("note",)

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    practice = models.ForeignKey(Practice, on_delete=models.PROTECT, related_name="signs")
    note = models.CharField(max_length=1000)
    given_on = models.DateField()
    until = models.DateField()

    class Meta:
        ordering = ["given_on", "id"]
        triggers = words_of_history("lifesign", "note")

    def __str__(self) -> str:
        return f"{self.practice_id} {self.given_on}"


class Evidence(BoundContent):
    """A photograph or file (kept by `core.files` under this row), a link, or a note of a day."""

    BOUND: ClassVar[tuple[str, ...]] = ("note", "url")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    practice = models.ForeignKey(Practice, on_delete=models.PROTECT, related_name="evidence")
    kind = models.CharField(max_length=5, choices=EvidenceKind)
    note = models.CharField(max_length=1000, blank=True)
    url = models.URLField(max_length=500, blank=True)
    shows = models.DateField()
    added_at = models.DateTimeField()

    class Meta:
        ordering = ["shows", "id"]
        triggers = words_of_history("evidence", "note", "url")

    def __str__(self) -> str:
        return f"{self.practice_id} {self.kind}"


class Link(models.Model):
    """A thing of another room that belongs to it: an activity, a commitment, a case. Public pages show of it what is public there."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    practice = models.ForeignKey(Practice, on_delete=models.PROTECT, related_name="links")
    activity = models.ForeignKey(Activity, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    commitment = models.ForeignKey(Commitment, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    linked_on = models.DateField()
    removed_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["linked_on", "id"]
        constraints = [
            models.CheckConstraint(
                name="link_to_one_thing",
                condition=Q(activity__isnull=False, commitment=None, case=None)
                | Q(activity=None, commitment__isnull=False, case=None)
                | Q(activity=None, commitment=None, case__isnull=False),
            ),
            models.UniqueConstraint(name="linked_activity_once", fields=["practice", "activity"], condition=Q(removed_on=None)),
            models.UniqueConstraint(name="linked_commitment_once", fields=["practice", "commitment"], condition=Q(removed_on=None)),
            models.UniqueConstraint(name="linked_case_once", fields=["practice", "case"], condition=Q(removed_on=None)),
        ]

    def __str__(self) -> str:
        return str(self.pk)
