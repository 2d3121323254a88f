"""Who is proposed. A dossier is one of the listed exceptions to "no profile of a person": encrypted, unsearchable, linked from nothing."""

from typing import ClassVar

import pgtrigger
from django.db import models
from django.db.models import Q

from gandan.appraisals.models import Appraisal
from gandan.awards.enums import CheckKind, NominationState, NomineeDeed, NomineeState, Outcome, Whom
from gandan.awards.models.call import Call
from gandan.core.events import BoundContent
from gandan.core.events.history import words_of_history
from gandan.core.ids import uuid7
from gandan.units.models import Office, Unit


class Nomination(models.Model):
    """One office's proposal in a call, with all whom it proposes and its papers (`core.files` under this row)."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    call = models.ForeignKey(Call, on_delete=models.PROTECT, related_name="nominations")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=9, choices=NominationState, default=NominationState.DRAFT)
    number = models.CharField(max_length=60, blank=True)
    submitted_on = models.DateField(null=True, blank=True)
    is_late = models.BooleanField(default=False)
    begun_at = models.DateTimeField()

    class Meta:
        ordering = ["begun_at", "id"]
        constraints = [models.UniqueConstraint(name="one_nomination_an_office", fields=["call", "office"], condition=~Q(state="withdrawn"))]
        triggers = [pgtrigger.Protect(name="nomination_is_never_deleted", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.call_id} {self.office_id}"


class Nominee(models.Model):
    """Somebody, or a collective, that an office proposes. It is shown by nothing but the dossier's pages.

    `sealed` is one encrypted text: name, and of a person year of birth, position, place of work, years declared by the office, whether as a
    head; what they did. `mac`: keyed HMAC of kind, folded name and birth date, only to find the same person on the roll of the same kind.
    Both are emptied by the retention rule. `ground`: for what (a line of the closed list of the call's fields), printed with the result.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    nomination = models.ForeignKey(Nomination, on_delete=models.PROTECT, related_name="nominees")
    whom = models.CharField(max_length=10, choices=Whom)
    state = models.CharField(max_length=10, choices=NomineeState, default=NomineeState.PROPOSED)
    sealed = models.TextField(blank=True)
    mac = models.CharField(max_length=64, blank=True)
    ground = models.CharField(max_length=200, blank=True)
    position = models.PositiveSmallIntegerField()
    appraisal = models.OneToOneField(Appraisal, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    added_at = models.DateTimeField()

    class Meta:
        ordering = ["nomination", "position", "id"]
        indexes = [models.Index(name="nominee_by_mac", fields=["mac"], condition=~Q(mac=""))]
        triggers = [pgtrigger.ReadOnly(name="nominee_kept", fields=["nomination", "whom"])]

    def __str__(self) -> str:
        return str(self.pk)


class Check(models.Model):
    """What one rule says of one nominee, frozen when the dossier was handed in and again when the council begins."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    nominee = models.ForeignKey(Nominee, on_delete=models.CASCADE, related_name="checks")
    kind = models.CharField(max_length=8, choices=CheckKind)
    outcome = models.CharField(max_length=7, choices=Outcome)
    needed = models.PositiveIntegerField(null=True, blank=True)
    found = models.PositiveIntegerField(null=True, blank=True)
    source = models.CharField(max_length=300, blank=True)
    checked = models.BooleanField(default=False)
    looked_on = models.DateField()

    class Meta:
        ordering = ["nominee", "kind"]
        constraints = [models.UniqueConstraint(name="one_check_a_rule", fields=["nominee", "kind"])]

    def __str__(self) -> str:
        return f"{self.nominee_id} {self.kind}"


class Step(BoundContent):
    """What was decided about a nominee on the way, with its reason. It is read by the offices of the dossier, and goes with it."""

    BOUND: ClassVar[tuple[str, ...]] = ("reason",)

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    nominee = models.ForeignKey(Nominee, on_delete=models.PROTECT, related_name="steps")
    deed = models.CharField(max_length=9, choices=NomineeDeed)
    reason = models.CharField(max_length=1000, blank=True)
    given_on = models.DateField()

    class Meta:
        ordering = ["given_on", "id"]
        triggers = words_of_history("awardstep", "reason")

    def __str__(self) -> str:
        return f"{self.nominee_id} {self.deed}"
