"""What makes an officer's day shorter: saved filters, templates of answers, tags."""

from django.db import models

from gandan.accounts.models import User
from gandan.core.ids import uuid7
from gandan.opinions.models.case import Case
from gandan.units.models import Office


class SavedFilter(models.Model):
    """A view of the inbox that one officer keeps: its name and the query string of the page, nothing of any sender."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=80)
    query = models.CharField(max_length=500)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order", "id"]
        constraints = [models.UniqueConstraint(name="filter_name_once", fields=["user", "name"])]

    def __str__(self) -> str:
        return self.name


class AnswerTemplate(models.Model):
    """Words that an office uses often, to begin an answer with."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=120)
    text = models.TextField(max_length=8000)
    topic = models.CharField(max_length=40, blank=True)
    retired = models.BooleanField(default=False)

    class Meta:
        ordering = ["title", "id"]

    def __str__(self) -> str:
        return self.title


class CaseTag(models.Model):
    """A word by which an office keeps cases together ("họp giao ban", "chờ kinh phí"). It speaks of the matter; one that names a person is
    refused."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="tags")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    label = models.CharField(max_length=40)

    class Meta:
        ordering = ["label", "id"]
        constraints = [models.UniqueConstraint(name="tag_once", fields=["case", "office", "label"])]
        indexes = [models.Index(name="tag_of_office", fields=["office", "label"])]

    def __str__(self) -> str:
        return self.label
