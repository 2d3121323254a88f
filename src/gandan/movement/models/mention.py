"""What a text says of a model: the sentence from which it was accepted, or another one that tells of it."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from gandan.core.events import BoundContent
from gandan.core.ids import uuid7
from gandan.movement.models.practice import Practice


class Mention(BoundContent):
    """One sentence of one text (`quote`), and the one behind it that says what came of it (`result`). A text claims; it registers nothing.

    Shown to everybody only where `is_public`: of a published text, taken in by those who work for the unit or above."""

    BOUND: ClassVar[tuple[str, ...]] = ("quote", "result", "source_title", "source_url")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    practice = models.ForeignKey(Practice, on_delete=models.PROTECT, related_name="mentions")
    quote = models.TextField(max_length=2000, blank=True)
    result = models.TextField(max_length=2000, blank=True)
    source_title = models.CharField(max_length=300, blank=True)
    source_url = models.URLField(max_length=500, blank=True)
    told_on = models.DateField(null=True, blank=True)
    is_public = models.BooleanField(default=False)
    recorded_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["recorded_at", "id"]
        indexes = [models.Index(name="mention_standing", fields=["practice"], condition=Q(removed_at=None))]

    def __str__(self) -> str:
        return f"{self.practice_id} {self.told_on}"
