"""What changed its course: a later date, another office, a withdrawal, a task sent back."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from gandan.commitments.enums import Cause
from gandan.commitments.models.commitment import Commitment
from gandan.core.events import BoundContent
from gandan.core.events.history import words_of_history
from gandan.core.ids import uuid7
from gandan.units.models import Office, Unit


class Extension(BoundContent):
    """A date that moved. Rows are added, never changed: people see every date that was ever given, and why."""

    BOUND: ClassVar[tuple[str, ...]] = ("reason",)

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    commitment = models.ForeignKey(Commitment, on_delete=models.PROTECT, related_name="extensions")
    was = models.DateField()
    now = models.DateField()
    reason = models.CharField(max_length=500)
    given_on = models.DateField()

    class Meta:
        ordering = ["now"]
        constraints = [
            models.CheckConstraint(name="extension_moves_later", condition=Q(now__gt=F("was"))),
            models.CheckConstraint(name="extension_not_when_late", condition=Q(given_on__lte=F("was"))),
        ]
        triggers = words_of_history("extension", "reason")

    def __str__(self) -> str:
        return f"{self.was} → {self.now}"


class Handover(BoundContent):
    """It went from one office to another; by a decision with its reason, or with a reorganisation."""

    BOUND: ClassVar[tuple[str, ...]] = ("reason",)

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    commitment = models.ForeignKey(Commitment, on_delete=models.PROTECT, related_name="handovers")
    was = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    to = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    cause = models.CharField(max_length=10, choices=Cause)
    reason = models.CharField(max_length=500, blank=True)
    given_on = models.DateField()

    class Meta:
        ordering = ["given_on", "id"]
        constraints = [
            models.CheckConstraint(name="handover_moves", condition=~Q(was=F("to"))),
            models.CheckConstraint(
                name="handover_decided_with_reason", condition=~Q(cause=Cause.DECISION) | ~Q(reason="") | Q(content_salt=None)
            ),
        ]
        triggers = words_of_history("handover", "reason")

    def __str__(self) -> str:
        return f"{self.was_id} → {self.to_id}"


class PendingHandover(models.Model):
    """Its office is gone and nobody can say by rule who takes it: a person chooses one of the candidate units. After a split always."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    commitment = models.ForeignKey(Commitment, on_delete=models.PROTECT, related_name="pending_handovers")
    cause = models.CharField(max_length=10, choices=Cause)
    candidates = models.ManyToManyField(Unit, related_name="+")
    since = models.DateField()
    settled_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["since", "id"]
        constraints = [
            models.UniqueConstraint(name="one_pending_handover", fields=["commitment"], condition=Q(settled_on=None)),
            models.CheckConstraint(name="settled_not_before", condition=Q(settled_on=None) | Q(settled_on__gte=F("since"))),
        ]

    def __str__(self) -> str:
        return f"{self.commitment_id}: {self.cause}"


class Withdrawal(BoundContent):
    """It will not be done, and everybody can read why. A withdrawn promise stays on the page of its unit."""

    BOUND: ClassVar[tuple[str, ...]] = ("reason",)

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    commitment = models.OneToOneField(Commitment, on_delete=models.PROTECT, related_name="withdrawal")
    reason = models.CharField(max_length=500)
    given_on = models.DateField()

    class Meta:
        triggers = words_of_history("withdrawal", "reason")

    def __str__(self) -> str:
        return str(self.commitment_id)
