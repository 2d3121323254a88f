"""When which file was loaded; also the stamp by which each process knows that its picture of the units is old."""

from django.db import models

from gandan.core.ids import uuid7


class Load(models.Model):
    """One deed that changed units: loading a file, a merger, a split, a renaming. Its newest id is the version of the tree."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    what = models.CharField(max_length=40)
    digest = models.CharField(max_length=64, blank=True)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(name="load_newest", fields=["-at"])]

    def __str__(self) -> str:
        return f"{self.what} {self.at}"
