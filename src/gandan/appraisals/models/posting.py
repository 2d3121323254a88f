"""What is posted before it is decided, and what people say against it."""

from datetime import date
from typing import ClassVar

import pgtrigger
from django.db import models
from django.db.models import F, Q

from gandan.appraisals.enums import ObjectionState
from gandan.core.events import BoundContent
from gandan.core.ids import uuid7
from gandan.units.models import Office, Unit


class Posting(BoundContent):
    """A result is shown to everybody up to and including `until`, before anybody decides. `office` hears what is objected: never
    `owner_office`, whose work is posted.

    The subject is a thing of a room above: a model, or a call of awards with all who are proposed in it. `taken_down_on`: ended before its
    time, for the reason beside it; then nothing is decided on it. The hearing office changes only when a reorganisation ends it.
    """

    BOUND: ClassVar[tuple[str, ...]] = ("title", "text", "taken_down_for")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    subject_type = models.CharField(max_length=80)
    subject_id = models.CharField(max_length=64)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    owner_office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    title = models.CharField(max_length=200)
    text = models.TextField(max_length=8000, blank=True)
    posted_on = models.DateField()
    until = models.DateField()
    taken_down_on = models.DateField(null=True, blank=True)
    taken_down_for = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["-posted_on", "-id"]
        indexes = [
            models.Index(name="posting_of_subject", fields=["subject_type", "subject_id"]),
            models.Index(name="posting_by_end", fields=["until", "id"], condition=Q(taken_down_on=None)),
        ]
        constraints = [models.CheckConstraint(name="posting_lasts", condition=Q(until__gt=F("posted_on")))]
        triggers = [
            pgtrigger.Protect(name="posting_is_never_deleted", operation=pgtrigger.Delete),
            pgtrigger.ReadOnly(name="posting_kept", fields=["subject_type", "subject_id", "posted_on", "until"]),
        ]

    def __str__(self) -> str:
        return self.title

    def is_open(self, today: date) -> bool:
        """Whether people may object today."""
        return self.taken_down_on is None and self.posted_on <= today <= self.until


class Objection(BoundContent):
    """Somebody says why not. Nothing is kept of who: they hold a code and read the answer with it. `about` names one of several
    subjects."""

    BOUND: ClassVar[tuple[str, ...]] = ("text", "reply")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    posting = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="objections")
    about = models.CharField(max_length=64, blank=True)
    state = models.CharField(max_length=9, choices=ObjectionState, default=ObjectionState.OPEN)
    text = models.TextField(max_length=4000)
    code_digest = models.CharField(max_length=64, unique=True)
    filed_on = models.DateField()
    filed_at = models.DateTimeField()
    reply = models.TextField(max_length=4000, blank=True)
    replied_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["filed_at", "id"]
        constraints = [
            models.CheckConstraint(
                name="objection_answered_whole",
                condition=Q(state=ObjectionState.OPEN, replied_on=None, reply="")
                | ~Q(state=ObjectionState.OPEN) & Q(replied_on__isnull=False),
            )
        ]
        triggers = [
            pgtrigger.Protect(name="objection_is_never_deleted", operation=pgtrigger.Delete),
            pgtrigger.ReadOnly(name="objection_beginning_kept", fields=["posting", "about", "code_digest", "filed_on"]),
        ]

    def __str__(self) -> str:
        return f"{self.posting_id} {self.filed_on}"
