"""What was done for it: progress and evidence."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from gandan.commitments.enums import EvidenceKind
from gandan.commitments.models.commitment import Commitment
from gandan.core.events import BoundContent
from gandan.core.events.history import words_of_history
from gandan.core.ids import uuid7


class Progress(BoundContent):
    """How far the work has come on a day, in the owner's words; `percent` when they can say one."""

    BOUND: ClassVar[tuple[str, ...]] = ("note",)

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    commitment = models.ForeignKey(Commitment, on_delete=models.PROTECT, related_name="progress")
    note = models.CharField(max_length=1000)
    percent = models.PositiveSmallIntegerField(null=True, blank=True)
    noted_at = models.DateTimeField()

    class Meta:
        ordering = ["noted_at", "id"]
        constraints = [models.CheckConstraint(name="progress_percent", condition=Q(percent=None) | Q(percent__lte=100))]
        triggers = words_of_history("progress", "note")

    def __str__(self) -> str:
        return f"{self.commitment_id} {self.noted_at}"


class Evidence(BoundContent):
    """What shows the work: a photograph or file (kept by `core.files` under this row), a link, or a note.

    It belongs to the round in which it was added; a work that was opened again needs new evidence.
    """

    BOUND: ClassVar[tuple[str, ...]] = ("note", "url")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    commitment = models.ForeignKey(Commitment, on_delete=models.PROTECT, related_name="evidence")
    kind = models.CharField(max_length=5, choices=EvidenceKind)
    note = models.CharField(max_length=1000, blank=True)
    url = models.URLField(max_length=500, blank=True)
    round = models.PositiveSmallIntegerField()
    added_at = models.DateTimeField()

    class Meta:
        ordering = ["added_at", "id"]
        constraints = [
            models.CheckConstraint(
                name="evidence_link_has_url", condition=Q(kind=EvidenceKind.LINK) & (~Q(url="") | Q(content_salt=None)) | Q(url="")
            ),
            models.CheckConstraint(
                name="evidence_note_has_words", condition=~Q(kind=EvidenceKind.NOTE) | ~Q(note="") | Q(content_salt=None)
            ),
        ]
        triggers = words_of_history("evidence", "note", "url")

    def __str__(self) -> str:
        return f"{self.commitment_id} {self.kind}"
