"""What one person said, and the letters that pass between them and an office."""

from typing import ClassVar

import pgtrigger
from django.db import models
from django.db.models import Q

from gandan.core.events import BoundContent
from gandan.core.events.history import words_of_history
from gandan.core.ids import uuid7
from gandan.opinions.enums import Channel, Form, LetterKind
from gandan.opinions.models.case import Case
from gandan.units.models import Hamlet, Office, Unit


class Opinion(BoundContent):
    """One person's words about one place; nothing says who that person is.

    Whoever holds the code reads (`code_digest`: keyed HMAC, `core.codes`); whoever also has the PIN writes (`pin_mac`: keyed HMAC over this
    row's id and the PIN). Text and place are enough. `me_too`: joined what others said, with no words of its own.
    `pin_by_office`: code and PIN passed through an office's hands (made by its machine at the desk, or for a spreadsheet): what they
    confirm is counted apart, for good, because whoever made a PIN can also change it.
    A contact lies in its own row, encrypted (`Contact`); rows of one sender are linked by nothing.
    """

    BOUND: ClassVar[tuple[str, ...]] = ("text", "place")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="opinions")
    form = models.CharField(max_length=6, choices=Form, default=Form.SAID)
    channel = models.CharField(max_length=10, choices=Channel)
    text = models.TextField(max_length=8000, blank=True)
    place = models.CharField(max_length=300, blank=True)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    hamlet = models.ForeignKey(Hamlet, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    latitude = models.DecimalField(max_digits=8, decimal_places=5, null=True, blank=True)
    longitude = models.DecimalField(max_digits=8, decimal_places=5, null=True, blank=True)
    language = models.CharField(max_length=5, default="vi")
    code_digest = models.CharField(max_length=64, unique=True)
    pin_mac = models.CharField(max_length=64, blank=True)
    pin_by_office = models.BooleanField(default=False)
    said_on = models.DateField()
    said_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(name="said_in_words", condition=Q(form=Form.ME_TOO) | ~Q(text="") | Q(content_salt=None)),
            models.CheckConstraint(
                name="position_whole", condition=Q(latitude=None, longitude=None) | Q(latitude__isnull=False, longitude__isnull=False)
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="opinion_is_never_deleted", operation=pgtrigger.Delete),
            pgtrigger.ReadOnly(
                name="opinion_beginning_kept", fields=["form", "channel", "unit", "said_on", "said_at", "code_digest", "pin_by_office"]
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def reads_all(self) -> bool:
        """Said in words: everything that offices wrote to senders of the case is written to them too. "Tôi cũng gặp" costs a click, so it
        opens nothing that is not public, and nobody's words."""
        return self.form == Form.SAID


class Letter(BoundContent):
    """A word between an office and one sender (`opinion`), or from an office to all senders of a case (no opinion). Files hang on it.
    A letter of one sender lies where their opinion lies, and goes with it when that is joined or split off."""

    BOUND: ClassVar[tuple[str, ...]] = ("text",)

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="letters")
    opinion = models.ForeignKey(Opinion, on_delete=models.PROTECT, related_name="letters", null=True, blank=True)
    kind = models.CharField(max_length=5, choices=LetterKind)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    text = models.TextField(max_length=8000)
    sent_on = models.DateField()
    sent_at = models.DateTimeField()

    class Meta:
        ordering = ["sent_at", "id"]
        constraints = [
            models.CheckConstraint(
                name="letter_from_office_or_sender",
                condition=Q(kind__in=[LetterKind.ASK, LetterKind.NEWS], office__isnull=False)
                | Q(kind__in=[LetterKind.REPLY, LetterKind.WORD], office=None, opinion__isnull=False),
            )
        ]
        triggers = words_of_history("letter", "text", along=("case_id", "opinion_id"))

    def __str__(self) -> str:
        return f"{self.case_id} {self.kind}"
