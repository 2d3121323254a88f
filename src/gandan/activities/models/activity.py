"""Something that was done."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from gandan.activities.enums import Kind, State
from gandan.core.events import BoundContent
from gandan.core.ids import uuid7
from gandan.units.models import Unit


class Activity(BoundContent):
    """What was done, when and where. It is history: it stays with the unit in which it happened, whatever became of that unit.

    `starts_on` is empty only where a text does not tell the day; `ends_on` only for more than one day. `kept_by` is the unit whose people
    wrote it down (they may read of things done elsewhere); empty for the centre and for first fillings.
    """

    BOUND: ClassVar[tuple[str, ...]] = ("title", "place", "text", "reason")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    kind = models.CharField(max_length=12, choices=Kind)
    state = models.CharField(max_length=10, choices=State, default=State.RECORDED)
    title = models.CharField(max_length=300)
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="activities")
    kept_by = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    place = models.CharField(max_length=200, blank=True)
    text = models.TextField(blank=True)
    is_public = models.BooleanField(default=False)
    recorded_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    withdrawn_on = models.DateField(null=True, blank=True)
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(name="activity_kind_known", condition=Q(kind__in=Kind.values)),
            models.CheckConstraint(
                name="activity_ends_after_it_starts",
                condition=Q(ends_on__isnull=True) | Q(starts_on__isnull=False, ends_on__gt=F("starts_on")),
            ),
            models.CheckConstraint(
                name="activity_withdrawn_wholly",
                condition=Q(state=State.RECORDED, withdrawn_on__isnull=True, reason="")
                | Q(state=State.WITHDRAWN, withdrawn_on__isnull=False),
            ),
        ]
        indexes = [
            models.Index("unit", F("starts_on").desc(nulls_last=True), name="activity_in_unit"),
            models.Index(name="activity_kept_by", fields=["kept_by"]),
            models.Index(F("starts_on").desc(nulls_last=True), F("id").desc(), name="activity_newest"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Where it is told: to everyone, or at work only."""
        shown = self.is_public and self.state == State.RECORDED
        return reverse("activities-public:activity" if shown else "activities:activity", args=[self.pk])

    @property
    def last_day(self) -> date | None:
        """The last day it lasted; for one day that day."""
        return self.ends_on or self.starts_on

    @property
    def is_withdrawn(self) -> bool:
        """Whether it was taken back."""
        return self.state == State.WITHDRAWN
