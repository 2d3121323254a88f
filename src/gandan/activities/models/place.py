"""Who held it and where."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from gandan.activities.models.part import WordedPart
from gandan.units.models import Office, Unit


class Host(WordedPart):
    """An office that held it; by its row where this installation has it, else by its name as the text gives it."""

    BOUND: ClassVar[tuple[str, ...]] = ("name",)

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    name = models.CharField(max_length=200)

    class Meta(WordedPart.Meta):
        constraints = [models.UniqueConstraint(name="host_once", fields=["activity", "office"], condition=Q(removed_at=None))]

    def __str__(self) -> str:
        return self.name


class ActivityPlace(WordedPart):
    """A further unit in which it happened, as it was then, with the words of the text."""

    BOUND: ClassVar[tuple[str, ...]] = ("mention", "quote")

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    mention = models.CharField(max_length=200, blank=True)
    quote = models.TextField(blank=True)

    class Meta(WordedPart.Meta):
        constraints = [models.UniqueConstraint(name="place_once", fields=["activity", "unit"], condition=Q(removed_at=None))]
        indexes = [models.Index(name="activity_at_place", fields=["unit", "activity"], condition=Q(removed_at=None))]

    def __str__(self) -> str:
        return self.mention or str(self.unit_id)
