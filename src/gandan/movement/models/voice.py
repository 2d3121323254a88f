"""What people say of a model, by code: counts, never who."""

from django.db import models

from gandan.core.ids import uuid7
from gandan.movement.enums import Helps
from gandan.movement.models.practice import Practice


class VoiceCode(models.Model):
    """A code on paper in the hand of somebody whom the model serves; only its keyed HMAC is kept. `by_board`: handed out by the supervision
    board, not by the office that owns the model; counted apart, because an owner could type its own slips."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    practice = models.ForeignKey(Practice, on_delete=models.PROTECT, related_name="codes")
    digest = models.CharField(max_length=64, unique=True)
    by_board = models.BooleanField(default=False)
    issued_on = models.DateField()

    def __str__(self) -> str:
        return str(self.pk)


class Voice(models.Model):
    """What one code says in one year; said anew it is replaced within the year, and no day is kept: few people hold a code."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    code = models.ForeignKey(VoiceCode, on_delete=models.PROTECT, related_name="voices")
    practice = models.ForeignKey(Practice, on_delete=models.PROTECT, related_name="voices")
    year = models.PositiveSmallIntegerField()
    helps = models.CharField(max_length=6, choices=Helps)

    class Meta:
        constraints = [models.UniqueConstraint(name="one_voice_a_year", fields=["code", "year"])]

    def __str__(self) -> str:
        return f"{self.practice_id} {self.year}"
