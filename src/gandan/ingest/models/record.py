"""What a text proposes, what a person made of it, and what stands in the rooms because of it."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from gandan.core.events import BoundContent
from gandan.core.ids import uuid7
from gandan.ingest.enums import RecordKind, RecordState
from gandan.ingest.models.source import Source


class ProposedRecord(BoundContent):
    """One record of one text with the sentence it came from; nothing of it is anywhere else until a person accepts it.

    `payload` is what was read (`ingest.proposal`, as JSON) and never changes; `corrected` is what the person made of it, beside it.
    `start` is where the quote begins in the source's text. `thing_type` and `thing_id` name what came of it in another room
    ("activities.activity"), `made` lists everything that taking it back has to take back.
    """

    BOUND: ClassVar[tuple[str, ...]] = ("payload", "corrected", "quote")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="records")
    kind = models.CharField(max_length=10, choices=RecordKind)
    position = models.PositiveIntegerField()
    payload = models.JSONField(default=dict)
    corrected = models.JSONField(null=True, blank=True)
    quote = models.TextField(blank=True)
    start = models.PositiveIntegerField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=RecordState, default=RecordState.WAITING)
    decided_by = models.CharField(max_length=80, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    thing_type = models.CharField(max_length=60, blank=True)
    thing_id = models.CharField(max_length=64, blank=True)
    activity_id = models.UUIDField(null=True, blank=True)  # of activities.activity: the one it hangs on, or that it became
    erased_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["source", "kind", "position"]
        constraints = [
            models.UniqueConstraint(name="one_record_at_a_position", fields=["source", "kind", "position"]),
            models.CheckConstraint(
                name="a_decision_has_who_and_when", condition=Q(state="waiting") | (~Q(decided_by="") & Q(decided_at__isnull=False))
            ),
            models.CheckConstraint(name="only_what_was_taken_has_a_thing", condition=Q(state__in=["accepted", "merged"]) | Q(thing_id="")),
            models.CheckConstraint(name="merged_into_something", condition=~Q(state="merged") | ~Q(thing_id="")),
            models.CheckConstraint(name="record_erased_wholly", condition=Q(erased_at=None) | Q(payload={}, corrected=None, quote="")),
        ]
        indexes = [
            models.Index(name="record_waiting", fields=["source"], condition=Q(state="waiting")),
            models.Index(name="record_of_thing", fields=["thing_type", "thing_id"]),
            models.Index(name="record_of_activity", fields=["activity_id"]),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.position}"

    @property
    def decided(self) -> dict[str, Any]:
        """What holds: the person's words where there are some, else what was read."""
        return {**self.payload, **(self.corrected or {})}


class Made(models.Model):
    """One thing in another room that accepting a record made, so that undoing it takes back that and nothing else."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    record = models.ForeignKey(ProposedRecord, on_delete=models.PROTECT, related_name="made")
    thing_type = models.CharField(max_length=60)
    thing_id = models.CharField(max_length=64)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(name="made_once", fields=["thing_type", "thing_id"])]

    def __str__(self) -> str:
        return f"{self.thing_type} {self.thing_id}"
