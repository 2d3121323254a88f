"""What an office with the power decided, by a paper with a number."""

from typing import ClassVar

import pgtrigger
from django.db import models

from gandan.appraisals.enums import DecisionKind, Level
from gandan.core.events import BoundContent
from gandan.core.ids import uuid7
from gandan.directives.models import Document
from gandan.units.models import Office, Unit


class Decision(BoundContent):
    """A decision to recognise, to commend, or to revoke what was given before. Rows of rooms above name it and say to whom or what.

    It rests on a posting whose time is over and on answers to every objection; there is no way round that. `document` is its entry in the
    register of documents. `signed_as` and `signed_by` print under it: the office holder who signs.
    """

    BOUND: ClassVar[tuple[str, ...]] = ("title", "signed_by")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    kind = models.CharField(max_length=9, choices=DecisionKind)
    level = models.CharField(max_length=8, choices=Level)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    number = models.CharField(max_length=60)
    title = models.CharField(max_length=300)
    decided_on = models.DateField()
    signed_as = models.CharField(max_length=120)
    signed_by = models.CharField(max_length=80, blank=True)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["-decided_on", "-id"]
        constraints = [models.UniqueConstraint(name="decision_number_once", fields=["office", "number", "decided_on"])]
        triggers = [
            pgtrigger.Protect(name="decision_is_never_deleted", operation=pgtrigger.Delete),
            pgtrigger.ReadOnly(name="decision_kept", fields=["kind", "level", "unit", "office", "number", "decided_on"]),
        ]

    def __str__(self) -> str:
        return f"{self.number}, {self.decided_on}"
