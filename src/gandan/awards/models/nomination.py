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


class Nomination(BoundContent):
    """One office's proposal in a call, with all whom it proposes and its papers (`core.files` under this row).

    `made_in` is the unit in which it was begun, and stays; `unit` and `office` are who answers for it after a merger. So two dossiers of
    units that merged may lie with one office, each counted under the quota of its time. `number` is that of the paper by which the office
    proposes; `returned_why` what was missing when it was last returned.
    """

    BOUND: ClassVar[tuple[str, ...]] = ("returned_why",)

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    call = models.ForeignKey(Call, on_delete=models.PROTECT, related_name="nominations")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    made_in = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=9, choices=NominationState, default=NominationState.DRAFT)
    number = models.CharField(max_length=60, blank=True)
    submitted_on = models.DateField(null=True, blank=True)
    is_late = models.BooleanField(default=False)
    returned_why = models.CharField(max_length=1000, blank=True)
    begun_at = models.DateTimeField()

    class Meta:
        ordering = ["begun_at", "id"]
        constraints = [
            models.UniqueConstraint(
                name="one_nomination_an_office", fields=["call", "office", "made_in"], condition=~Q(state=NominationState.WITHDRAWN)
            ),
            models.CheckConstraint(
                name="nomination_submitted_with_a_day", condition=~Q(state=NominationState.SUBMITTED) | Q(submitted_on__isnull=False)
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="nomination_is_never_deleted", operation=pgtrigger.Delete),
            pgtrigger.ReadOnly(name="nomination_beginning_kept", fields=["call", "made_in"]),
        ]

    def __str__(self) -> str:
        return f"{self.call_id} {self.office_id}"


class Nominee(BoundContent):
    """Somebody, or a collective, that an office proposes. It is shown by nothing but the dossier's pages.

    `sealed` is one encrypted text (`sealing.Dossier`): name, and of a person birth, position, place of work, years declared by the office,
    whether as a head; what they did. `key` is the data key of this row under the keys of the installation: it is wrapped anew when those
    rotate, so what is sealed, and bound, never changes by it.
    `mac`: keyed HMAC of kind, folded name and year of birth; `mac_day`: the same with the whole date, where it is known. They serve only to
    find the same person on the roll of the same kind. All four are emptied by the retention rule.
    `ground`: for what, a line of the call's closed list, printed with the result.
    """

    BOUND: ClassVar[tuple[str, ...]] = ("sealed",)

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    nomination = models.ForeignKey(Nomination, on_delete=models.PROTECT, related_name="nominees")
    whom = models.CharField(max_length=10, choices=Whom)
    state = models.CharField(max_length=10, choices=NomineeState, default=NomineeState.PROPOSED)
    key = models.TextField(blank=True)
    sealed = models.BinaryField(default=bytes)
    mac = models.CharField(max_length=64, blank=True)
    mac_day = models.CharField(max_length=64, blank=True)
    ground = models.CharField(max_length=200, blank=True)
    position = models.PositiveSmallIntegerField()
    appraisal = models.OneToOneField(Appraisal, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    added_at = models.DateTimeField()

    class Meta:
        ordering = ["nomination", "position", "id"]
        indexes = [models.Index(name="nominee_by_mac", fields=["mac"], condition=~Q(mac=""))]
        constraints = [models.CheckConstraint(name="nominee_shredded_wholly", condition=Q(key="", mac="") | Q(content_salt__isnull=False))]
        triggers = [
            pgtrigger.Protect(name="nominee_is_never_deleted", operation=pgtrigger.Delete),
            pgtrigger.ReadOnly(name="nominee_kept", fields=["nomination", "whom"]),
        ]

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
