"""What all details of an activity share: they are added and taken off, never changed."""

from django.db import models

from gandan.activities.models.activity import Activity
from gandan.core.events import BoundContent
from gandan.core.ids import uuid7


class Part(models.Model):
    """One detail. Taking it off leaves the row, so that the record of events still finds what it names."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    activity = models.ForeignKey(Activity, on_delete=models.PROTECT, related_name="%(class)s_set")
    removed_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        abstract = True
        ordering = ["id"]


class WordedPart(Part, BoundContent):
    """A detail with words of a text or of a person: taking it off erases them."""

    class Meta(Part.Meta):
        abstract = True
