"""What one document does to another, and from which day."""

from django.db import models
from django.db.models import F, Q

from gandan.core.ids import uuid7
from gandan.directives.enums import RelationKind
from gandan.directives.models.document import Document


class Relation(models.Model):
    """`document` replaces, amends, guides or repeals `other`. `from_day` None = the day is not known ("chưa rõ").

    There are no circles of one kind, nor of those that end a document together: the deed that writes a row looks for them under a lock.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="does")
    other = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="undergoes")
    kind = models.CharField(max_length=10, choices=RelationKind)
    from_day = models.DateField(null=True, blank=True)
    checked = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="relation_once", fields=["document", "other", "kind"]),
            models.CheckConstraint(name="nothing_relates_to_itself", condition=~Q(document=F("other"))),
        ]

    def __str__(self) -> str:
        return f"{self.document_id} {self.kind} {self.other_id}"
