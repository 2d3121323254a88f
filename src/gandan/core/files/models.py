"""A file somebody handed in."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from gandan.core.events.models import BoundContent
from gandan.core.files.enums import FileKind
from gandan.core.ids import uuid7


class StoredFile(BoundContent):
    """One checked file of one owner: a row of some room, or nobody yet.

    Erasing it takes content, name and hash; this row and its events stay.
    `key` is the random name under which the bytes lie in GANDAN_HOME/files; nothing of the original name reaches the disk.
    """

    BOUND: ClassVar[tuple[str, ...]] = ("name", "sha256")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    key = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=150, blank=True)
    kind = models.CharField(max_length=80, choices=FileKind)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64, blank=True)
    owner_type = models.CharField(max_length=80, blank=True)
    owner_id = models.CharField(max_length=64, blank=True)
    stored_by = models.CharField(max_length=80)
    stored_at = models.DateTimeField()
    erased_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            # The same content twice at one owner is one file. Never across owners: equal hashes would tie two persons together.
            models.UniqueConstraint(
                name="file_once_per_owner", fields=["owner_type", "owner_id", "sha256"], condition=Q(erased_at=None) & ~Q(owner_id="")
            ),
            models.CheckConstraint(name="file_erased_wholly", condition=Q(erased_at=None) | Q(name="", sha256="", content_salt=None)),
        ]

    def __str__(self) -> str:
        return str(self.id)

    @property
    def download_name(self) -> str:
        """The name a reader's disk gets: the original one with the ending that the content has."""
        stem = self.name.rsplit(".", 1)[0] if "." in self.name else self.name
        return (stem.strip(" .") or "tep") + FileKind(self.kind).suffix
