"""A model whose office ended in a reorganisation and that waits for a person to say which office takes it."""

from django.db import models
from django.db.models import F, Q

from gandan.core.ids import uuid7
from gandan.movement.enums import Moved
from gandan.movement.models.practice import Practice
from gandan.units.models import Unit


class PendingPractice(models.Model):
    """Its office is gone and no rule says who takes it. After a split a person always chooses one of the candidate units."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    practice = models.ForeignKey(Practice, on_delete=models.PROTECT, related_name="pending")
    cause = models.CharField(max_length=10, choices=Moved)
    candidates = models.ManyToManyField(Unit, related_name="+")
    since = models.DateField()
    settled_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["since", "id"]
        constraints = [
            models.UniqueConstraint(name="one_pending_practice", fields=["practice"], condition=Q(settled_on=None)),
            models.CheckConstraint(name="practice_settled_not_before", condition=Q(settled_on=None) | Q(settled_on__gte=F("since"))),
        ]

    def __str__(self) -> str:
        return f"{self.practice_id}: {self.cause}"
