"""What an activity carried out, where it is told, what it looked like."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from gandan.activities.models.part import WordedPart
from gandan.core.files.models import StoredFile
from gandan.directives.models import Document


class ActivityDocument(WordedPart):
    """A document that was carried out or dealt with."""

    BOUND: ClassVar[tuple[str, ...]] = ("quote",)

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+")
    quote = models.TextField(blank=True)

    class Meta(WordedPart.Meta):
        constraints = [
            models.UniqueConstraint(name="activity_document_once", fields=["activity", "document"], condition=Q(removed_at=None))
        ]

    def __str__(self) -> str:
        return str(self.document_id)


class ActivitySource(WordedPart):
    """Where it is told: an article or a report. `source_id` is the text that was read, when it was read here."""

    BOUND: ClassVar[tuple[str, ...]] = ("title", "publisher", "url", "quote")

    title = models.CharField(max_length=300, blank=True)
    publisher = models.CharField(max_length=200, blank=True)
    url = models.URLField(max_length=500, blank=True)
    published_on = models.DateField(null=True, blank=True)
    source_id = models.UUIDField(null=True, blank=True)
    quote = models.TextField(blank=True)

    class Meta(WordedPart.Meta):
        constraints = [models.UniqueConstraint(name="source_once", fields=["activity", "source_id"], condition=Q(removed_at=None))]

    def __str__(self) -> str:
        return self.title


class Photo(WordedPart):
    """A photograph, re-made without its position data; the caption is what people hear who do not see it."""

    BOUND: ClassVar[tuple[str, ...]] = ("caption",)

    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    caption = models.CharField(max_length=200, blank=True)

    class Meta(WordedPart.Meta):
        constraints = [models.UniqueConstraint(name="photo_once", fields=["activity", "file"], condition=Q(removed_at=None))]

    def __str__(self) -> str:
        return self.caption
