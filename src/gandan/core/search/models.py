"""The index: derived from other rows, rebuilt from them at any time, so it has no events."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models

from gandan.core.ids import uuid7


class SearchDocument(models.Model):
    """One thing that can be found, in words without accents (`vector`) and with them (`exact`, for ranking)."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    kind = models.CharField(max_length=40)
    object_id = models.CharField(max_length=64)
    unit = models.UUIDField(null=True)
    permission = models.CharField(max_length=80, blank=True)
    title = models.CharField(max_length=300)
    title_folded = models.CharField(max_length=300)
    summary = models.CharField(max_length=400, blank=True)
    url = models.CharField(max_length=300)
    day = models.DateField(null=True)
    vector = SearchVectorField()
    exact = SearchVectorField()

    class Meta:
        constraints = [models.UniqueConstraint(name="document_once", fields=["kind", "object_id"])]
        indexes = [
            GinIndex(name="document_place_words", fields=["unit", "vector"]),  # words of one unit, and of all, from one index
            models.Index(name="document_title", fields=["title_folded"], opclasses=["varchar_pattern_ops"]),
            models.Index(name="document_unit", fields=["unit", "kind"]),
        ]

    def __str__(self) -> str:
        return self.title


class Lexeme(models.Model):
    """A word of the index, with what it becomes when one letter is left out: typing errors are corrected against words, never bodies."""

    word = models.CharField(primary_key=True, max_length=60)
    variants = ArrayField(models.CharField(max_length=60))

    class Meta:
        indexes = [GinIndex(name="lexeme_variants", fields=["variants"])]

    def __str__(self) -> str:
        return self.word
