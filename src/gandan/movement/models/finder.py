"""What the finder and the look for likeness ask: derived from public models, rebuilt from them at any time, so it has no events."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models

from gandan.movement.models.practice import Practice


class FinderEntry(models.Model):
    """The terms of one public model: words without accents, pairs of neighbouring words, things of the list of synonyms.

    A table of its own beside the general search: that one asks for every word, this one weighs any of them by how rare it is.
    """

    practice = models.OneToOneField(Practice, on_delete=models.PROTECT, primary_key=True, related_name="+")
    terms = ArrayField(models.CharField(max_length=80))

    class Meta:
        indexes = [GinIndex(name="finder_terms", fields=["terms"], fastupdate=False)]

    def __str__(self) -> str:
        return str(self.pk)


class FinderTerm(models.Model):
    """How many public models have a term; and of a word what it becomes when one letter is left out, to correct a typing error."""

    term = models.CharField(primary_key=True, max_length=80)
    practices = models.PositiveIntegerField()
    variants = ArrayField(models.CharField(max_length=80), default=list)

    class Meta:
        indexes = [GinIndex(name="finder_variants", fields=["variants"], fastupdate=False)]

    def __str__(self) -> str:
        return self.term
