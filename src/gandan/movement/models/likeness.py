"""What a new model looks like: shown to who registers it and to the council, with why."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from gandan.core.events import BoundContent
from gandan.core.ids import uuid7
from gandan.movement.enums import LikeKind
from gandan.movement.models.practice import Practice


class Likeness(BoundContent):
    """One thing that it resembles: another model (`other`), or a movement of the list (`movement`, a code of data/movements.toml).

    `score` 0 to 1. `parts`: which parts of the form agree. `answer`: what the registrant says to it. `is_same`: what the registering office
    judged, None until then. Found anew at each submission: older rows go, unless they were answered or judged.
    """

    BOUND: ClassVar[tuple[str, ...]] = ("answer",)

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    practice = models.ForeignKey(Practice, on_delete=models.PROTECT, related_name="likenesses")
    kind = models.CharField(max_length=9, choices=LikeKind)
    other = models.ForeignKey(Practice, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    movement = models.CharField(max_length=60, blank=True)
    score = models.DecimalField(max_digits=4, decimal_places=3)
    parts = ArrayField(models.CharField(max_length=20), default=list)
    answer = models.CharField(max_length=1000, blank=True)
    is_same = models.BooleanField(null=True)
    found_at = models.DateTimeField()

    class Meta:
        ordering = ["practice", "-score", "id"]
        constraints = [
            models.CheckConstraint(
                name="likeness_to_one_thing", condition=Q(other__isnull=False, movement="") | Q(other=None) & ~Q(movement="")
            ),
            models.CheckConstraint(name="likeness_to_another", condition=~Q(other=F("practice"))),
            models.UniqueConstraint(name="likeness_once", fields=["practice", "other", "movement"], nulls_distinct=False),
        ]

    def __str__(self) -> str:
        return f"{self.practice_id} {self.score}"
