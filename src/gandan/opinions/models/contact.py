"""How a sender may be reached: encrypted, one at a time, never in a list."""

from typing import ClassVar

from django.db import models

from gandan.core.events import BoundContent
from gandan.core.events.history import words_of_history
from gandan.core.ids import uuid7
from gandan.opinions.enums import Wish
from gandan.opinions.models.opinion import Opinion
from gandan.units.models import Office, Unit


class Contact(models.Model):
    """What a sender left to be reached by: one encrypted text (name, telephone, mail); never matched, searched, listed, exported.

    `wish` is how the system itself writes; it opens the text for that moment only. It goes with the opinion's words, or when the sender
    takes it away.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    opinion = models.OneToOneField(Opinion, on_delete=models.CASCADE, related_name="contact")
    sealed = models.TextField()
    wish = models.CharField(max_length=7, choices=Wish, default=Wish.NONE)
    given_at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.pk)


class ContactOpening(BoundContent):
    """Somebody in an office opened a contact, for a reason that stands on the sender's page. How many a unit opened is public."""

    BOUND: ClassVar[tuple[str, ...]] = ("reason",)

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    opinion = models.ForeignKey(Opinion, on_delete=models.PROTECT, related_name="openings")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=500)
    opened_on = models.DateField()
    opened_at = models.DateTimeField()

    class Meta:
        ordering = ["opened_at", "id"]
        triggers = words_of_history("contactopening", "reason")

    def __str__(self) -> str:
        return f"{self.opinion_id} {self.opened_on}"
