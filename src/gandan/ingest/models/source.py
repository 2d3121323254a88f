"""A text that was taken in."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from gandan.core.events import BoundContent
from gandan.core.ids import uuid7
from gandan.units.models import Office, Unit


class Source(BoundContent):
    """One article or report as it was read, kept by the office that took it in: what its records say can be traced to it.

    `digest` is of the words that are read (title, paragraphs, captions), not of the page around them, so that the same article copied
    from two pages is one source. One place takes the same text in once; another office may do so for itself.
    `is_public` says that the text was published already: what is accepted from it may then be seen by everyone.
    """

    BOUND: ClassVar[tuple[str, ...]] = ("title", "text", "publisher", "url", "digest")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    title = models.CharField(max_length=300, blank=True)
    text = models.TextField(blank=True)
    publisher = models.CharField(max_length=160, blank=True)
    url = models.URLField(max_length=500, blank=True)
    digest = models.CharField(max_length=64, blank=True)
    published = models.DateField(null=True, blank=True)
    is_public = models.BooleanField(default=False)
    from_page = models.BooleanField(default=False)
    converted_from = models.CharField(max_length=20, blank=True)
    taken_by = models.CharField(max_length=80)
    taken_at = models.DateTimeField()
    erased_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-taken_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                name="source_once_at_a_place", fields=["unit", "office", "digest"], condition=Q(erased_at=None), nulls_distinct=False
            ),
            models.CheckConstraint(
                name="source_erased_wholly",
                condition=Q(erased_at=None) | Q(title="", text="", publisher="", url="", digest="", content_salt=None),
            ),
            models.CheckConstraint(name="source_has_text", condition=~Q(text="") | Q(erased_at__isnull=False)),
        ]
        indexes = [models.Index(name="source_of_unit", fields=["unit", "-taken_at"])]

    def __str__(self) -> str:
        return str(self.pk)
