"""Many files handed in at once."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from gandan.core.events import BoundContent
from gandan.core.ids import uuid7
from gandan.ingest.enums import FileState
from gandan.ingest.models.source import Source
from gandan.units.models import Office, Unit


class Batch(BoundContent):
    """A folder, an archive or a choice of files; how far it is read follows from its files."""

    BOUND: ClassVar[tuple[str, ...]] = ("title",)

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    title = models.CharField(max_length=200, blank=True)
    is_public = models.BooleanField(default=False)
    made_by = models.CharField(max_length=80)
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["-made_at", "-id"]
        indexes = [models.Index(name="batch_of_unit", fields=["unit", "-made_at"])]

    def __str__(self) -> str:
        return str(self.pk)


class BatchFile(BoundContent):
    """One file of a batch. Its bytes are a `core.files` file that this row owns; it is read once, whatever dies meanwhile.

    `source` is what was read, or the earlier text of the same words; `sentence` says to a person why it could not be read.
    """

    BOUND: ClassVar[tuple[str, ...]] = ("name", "digest")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    batch = models.ForeignKey(Batch, on_delete=models.PROTECT, related_name="files")
    position = models.PositiveIntegerField()
    name = models.CharField(max_length=200, blank=True)
    digest = models.CharField(max_length=64, blank=True)
    size = models.PositiveIntegerField(default=0)
    state = models.CharField(max_length=8, choices=FileState, default=FileState.WAITING)
    sentence = models.TextField(blank=True)
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="files", null=True, blank=True)
    is_kept = models.BooleanField(default=False)  # whether its bytes lie in core.files
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["batch", "position"]
        constraints = [
            models.UniqueConstraint(name="one_file_at_a_position", fields=["batch", "position"]),
            models.CheckConstraint(name="what_was_read_has_a_source", condition=~Q(state__in=["read", "same"]) | Q(source__isnull=False)),
            models.CheckConstraint(name="what_failed_says_why", condition=~Q(state="failed") | ~Q(sentence="")),
        ]
        indexes = [models.Index(name="batchfile_waiting", fields=["batch"], condition=Q(state="waiting"))]

    def __str__(self) -> str:
        return f"{self.batch_id} {self.position}"
