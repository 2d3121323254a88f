"""What was set aside. Whoever reads these tables reads ids, days and states; every word lies sealed."""

from typing import ClassVar

import pgtrigger
from django.db import models
from django.db.models import F, Q

from gandan.core.events import BoundContent
from gandan.core.events.history import words_of_history
from gandan.core.ids import uuid7
from gandan.denunciations.enums import ENDED, State
from gandan.units.models import Unit


class Denunciation(BoundContent):
    """A letter that was set aside: its words, place, unit of origin, channel and contact are one sealed text (`sealing.py`).

    `handling_unit` is the unit *above* the one spoken of, none for the centre; the unit spoken of stands in no column. `key` is the data
    key of this row under the keys of the installation: it is wrapped anew when those rotate: what is sealed, and bound, never changes.
    `asked_on`: since when its sender is asked whether it may become an opinion; none where nobody asked or the answer came.
    `code_digest` and `pin_mac` are those of the sender's receipt, so that its holder is answered. The words go by retention or withdrawal.
    """

    BOUND: ClassVar[tuple[str, ...]] = ("sealed",)

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    handling_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", null=True, blank=True, db_index=False)
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    set_aside_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    asked_on = models.DateField(null=True, blank=True)
    code_digest = models.CharField(max_length=64, blank=True)
    pin_mac = models.CharField(max_length=64, blank=True)
    key = models.TextField(blank=True)
    sealed = models.BinaryField(default=bytes)

    class Meta:
        ordering = ["set_aside_on", "id"]
        indexes = [models.Index(name="denunciation_of_desk", fields=["handling_unit", "state", "set_aside_on"])]
        constraints = [
            models.UniqueConstraint(name="denunciation_code_once", fields=["code_digest"], condition=~Q(code_digest="")),
            models.CheckConstraint(
                name="denunciation_ended_with_a_day",
                condition=Q(state__in=sorted(ENDED), ended_on__gte=F("set_aside_on")) | ~Q(state__in=sorted(ENDED)) & Q(ended_on=None),
            ),
            models.CheckConstraint(name="denunciation_shredded_wholly", condition=Q(key="") | Q(content_salt__isnull=False)),
        ]
        triggers = [
            pgtrigger.Protect(name="denunciation_is_never_deleted", operation=pgtrigger.Delete),
            pgtrigger.ReadOnly(name="denunciation_beginning_kept", fields=["set_aside_on"]),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class SealedFile(BoundContent):
    """One file of a letter: its name, kind and bytes, sealed under the key of the letter. It lies in no folder and has no address."""

    BOUND: ClassVar[tuple[str, ...]] = ("sealed",)

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    denunciation = models.ForeignKey(Denunciation, on_delete=models.PROTECT, related_name="files")
    sealed = models.BinaryField(default=bytes)

    class Meta:
        ordering = ["id"]
        triggers = words_of_history("sealedfile", "sealed")

    def __str__(self) -> str:
        return str(self.pk)


class SealedNote(BoundContent):
    """What a handler wrote: a note, or the outcome with number and day of the document. Sealed under the key of the letter."""

    BOUND: ClassVar[tuple[str, ...]] = ("sealed",)

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    denunciation = models.ForeignKey(Denunciation, on_delete=models.PROTECT, related_name="notes")
    written_on = models.DateField()
    sealed = models.BinaryField(default=bytes)

    class Meta:
        ordering = ["id"]
        triggers = words_of_history("sealednote", "sealed")

    def __str__(self) -> str:
        return str(self.pk)
