"""A team goes and looks."""

from typing import ClassVar

from django.db import models

from gandan.accounts.models import User
from gandan.core.events import BoundContent
from gandan.core.events.history import words_of_history
from gandan.core.ids import uuid7
from gandan.movement.enums import FindingKind
from gandan.movement.models.practice import Practice
from gandan.units.models import Office, Unit


class Visit(BoundContent):
    """What a team of an office saw on a day. Photographs hang on it. Nobody of the owning office is in the team."""

    BOUND: ClassVar[tuple[str, ...]] = ("seen",)

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    practice = models.ForeignKey(Practice, on_delete=models.PROTECT, related_name="visits")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    visited_on = models.DateField()
    seen = models.TextField(max_length=4000)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["visited_on", "id"]
        triggers = words_of_history("visit", "seen")

    def __str__(self) -> str:
        return f"{self.practice_id} {self.visited_on}"


class VisitMember(models.Model):
    """Who was in the team."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    visit = models.ForeignKey(Visit, on_delete=models.PROTECT, related_name="members")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    is_head = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="visit_member_once", fields=["visit", "user"]),
            models.UniqueConstraint(name="one_head_of_a_visit", fields=["visit"], condition=models.Q(is_head=True)),
        ]

    def __str__(self) -> str:
        return f"{self.visit_id}: {self.user_id}"


class Finding(BoundContent):
    """One thing that the team found."""

    BOUND: ClassVar[tuple[str, ...]] = ("text",)

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    visit = models.ForeignKey(Visit, on_delete=models.PROTECT, related_name="findings")
    kind = models.CharField(max_length=6, choices=FindingKind)
    text = models.CharField(max_length=1000)

    class Meta:
        ordering = ["visit", "id"]
        triggers = words_of_history("finding", "text")

    def __str__(self) -> str:
        return f"{self.visit_id} {self.kind}"
