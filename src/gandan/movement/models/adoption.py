"""What an adopter says of the model it learnt from. The adoption itself is a model of its own (`Practice.adopted_from`)."""

from typing import ClassVar

from django.db import models

from gandan.core.events import BoundContent
from gandan.core.events.history import words_of_history
from gandan.core.ids import uuid7
from gandan.movement.enums import Worked
from gandan.movement.models.practice import Practice


class AdoptionVerdict(BoundContent):
    """Given by the owner of the adopting model, newest last."""

    BOUND: ClassVar[tuple[str, ...]] = ("text",)

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    practice = models.ForeignKey(Practice, on_delete=models.PROTECT, related_name="adoption_verdicts")
    worked = models.CharField(max_length=6, choices=Worked)
    text = models.CharField(max_length=1000)
    given_on = models.DateField()

    class Meta:
        ordering = ["given_on", "id"]
        triggers = words_of_history("adoptionverdict", "text")

    def __str__(self) -> str:
        return f"{self.practice_id} {self.worked}"
