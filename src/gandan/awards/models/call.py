"""A round in which a kind of commendation is given."""

from typing import ClassVar

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from gandan.appraisals.models import Council, Decision, Posting
from gandan.awards.enums import CallState, Whom
from gandan.awards.models.kind import AwardKind, Eligibility
from gandan.core.events import BoundContent
from gandan.core.ids import uuid7
from gandan.units.models import Office, Unit


class Call(BoundContent):
    """An office asks those at and below its unit for proposals, within a time.

    `eligibility` is the version that held when it was opened, and stays. `grounds` is the closed list of what it is given for; empty: one
    ground for all. After `closes_on` dossiers are late, and from `intake_ended_on` (the clock, after the grace of a rule) none is taken.
    A council scores by the unit's sheet of `sheet_code`; what it chose is posted (`posting`, the newest), then decided (`decision`).
    `erased_on`: dossiers are gone. `cancelled_why` is read by those who proposed.
    """

    BOUND: ClassVar[tuple[str, ...]] = ("title", "grounds", "cancelled_why")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    kind = models.ForeignKey(AwardKind, on_delete=models.PROTECT, related_name="calls")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=9, choices=CallState, default=CallState.PLANNED)
    title = models.CharField(max_length=200)
    year = models.PositiveSmallIntegerField()
    opens_on = models.DateField()
    closes_on = models.DateField()
    eligibility = models.ForeignKey(Eligibility, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    sheet_code = models.CharField(max_length=60)
    grounds = ArrayField(models.CharField(max_length=200), default=list, blank=True)
    intake_ended_on = models.DateField(null=True, blank=True)
    council = models.ForeignKey(Council, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    posting = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    cancelled_why = models.CharField(max_length=1000, blank=True)
    erased_on = models.DateField(null=True, blank=True)
    changed_at = models.DateTimeField()

    class Meta:
        ordering = ["-opens_on", "-id"]
        constraints = [
            models.CheckConstraint(name="call_lasts", condition=Q(closes_on__gte=F("opens_on"))),
            models.CheckConstraint(
                name="call_decided_by_a_decision", condition=~Q(state=CallState.DECIDED) | Q(decision__isnull=False, posting__isnull=False)
            ),
        ]
        triggers = [pgtrigger.Protect(name="call_is_never_deleted", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return self.title


class Quota(models.Model):
    """How many persons or collectives one unit may propose in a call; without a row there is no limit. No unit: each unit's."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    call = models.ForeignKey(Call, on_delete=models.CASCADE, related_name="quotas")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    whom = models.CharField(max_length=10, choices=Whom)
    most = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(name="one_quota", fields=["call", "unit", "whom"], nulls_distinct=False)]

    def __str__(self) -> str:
        return f"{self.call_id} {self.whom} {self.most}"
