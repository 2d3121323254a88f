"""Who advised a document, and what became of the advice (tham mưu)."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from gandan.core.events.models import BoundContent
from gandan.core.ids import uuid7
from gandan.directives.enums import Adopted
from gandan.directives.models.document import Document
from gandan.units.models import Office


class Advice(BoundContent):
    """An office was asked for its advice on a document, or gave it unasked (`asked_on` empty). What became of it may never be known."""

    BOUND: ClassVar[tuple[str, ...]] = ("note",)

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="advice")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    asked_on = models.DateField(null=True, blank=True)
    given_on = models.DateField(null=True, blank=True)
    adopted = models.CharField(max_length=8, choices=Adopted, default=Adopted.UNKNOWN)
    decided_on = models.DateField(null=True, blank=True)
    note = models.CharField(max_length=1000, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="advice_once", fields=["document", "office", "given_on"], nulls_distinct=False),
            models.CheckConstraint(name="advice_decided_or_not", condition=Q(decided_on__isnull=True) | ~Q(adopted="unknown")),
        ]

    def __str__(self) -> str:
        return f"{self.office_id}: {self.document_id}"
