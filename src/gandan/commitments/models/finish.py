"""The end: reported done by the unit; then people confirm or object, or who assigned the task accepts or sends it back."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from gandan.commitments.enums import BY_CODE, CodeKind, How, Issuer
from gandan.commitments.models.commitment import Commitment
from gandan.core.events import BoundContent
from gandan.core.events.history import history, words_of_history
from gandan.core.ids import uuid7


class DoneReport(BoundContent):
    """The unit's word that it is done, once in a round.

    What is owed to people is posted up to and including `posted_until`; a task is not posted.
    """

    BOUND: ClassVar[tuple[str, ...]] = ("summary",)

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    commitment = models.ForeignKey(Commitment, on_delete=models.PROTECT, related_name="done_reports", db_index=False)
    round = models.PositiveSmallIntegerField()
    reported_on = models.DateField()
    posted_until = models.DateField(null=True, blank=True)
    summary = models.CharField(max_length=1000)

    class Meta:
        ordering = ["round"]
        constraints = [
            models.UniqueConstraint(name="reported_once_a_round", fields=["commitment", "round"]),
            models.CheckConstraint(name="posted_after_report", condition=Q(posted_until=None) | Q(posted_until__gte=F("reported_on"))),
        ]
        triggers = words_of_history("donereport", "summary")

    def __str__(self) -> str:
        return f"{self.commitment_id} {self.reported_on}"

    @property
    def is_late(self) -> bool:
        """Reported after the date. (A date that has passed is never moved, so the one that holds is the one that was missed.)"""
        return self.reported_on > self.commitment.due


class Objection(BoundContent):
    """Somebody says that it is not done. The words are for the unit, those above it and the supervision board; the public page
    says only that somebody objected, and when. Nothing is kept of who it was. The first one to a report opens the work again; what others
    say while it would still be posted is kept beside it."""

    BOUND: ClassVar[tuple[str, ...]] = ("text",)

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    report = models.ForeignKey(DoneReport, on_delete=models.PROTECT, related_name="objections")
    commitment = models.ForeignKey(Commitment, on_delete=models.PROTECT, related_name="objections")
    text = models.CharField(max_length=2000)
    objected_on = models.DateField()

    class Meta:
        ordering = ["objected_on", "id"]
        triggers = words_of_history("objection", "text")

    def __str__(self) -> str:
        return f"{self.commitment_id} {self.objected_on}"


class SendBack(BoundContent):
    """Who assigned the task found it not done, and says why."""

    BOUND: ClassVar[tuple[str, ...]] = ("reason",)

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    report = models.OneToOneField(DoneReport, on_delete=models.PROTECT, related_name="send_back")
    commitment = models.ForeignKey(Commitment, on_delete=models.PROTECT, related_name="send_backs")
    reason = models.CharField(max_length=500)
    given_on = models.DateField()

    class Meta:
        ordering = ["given_on", "id"]
        triggers = words_of_history("sendback", "reason")

    def __str__(self) -> str:
        return f"{self.commitment_id} {self.given_on}"


class ConfirmingCode(models.Model):
    """A code on paper in somebody's hand; only its keyed HMAC is kept, and nothing of who holds it.

    A lost holder's code is replaced by a new one; codes of households stand side by side. Issued by SENDER there is no paper: the row lends
    a voice to who holds the private code of an opinion (a room above knows which), and no typed code has its digest.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    commitment = models.ForeignKey(Commitment, on_delete=models.PROTECT, related_name="codes")
    kind = models.CharField(max_length=9, choices=CodeKind)
    digest = models.CharField(max_length=64, unique=True)
    issuer = models.CharField(max_length=6, choices=Issuer, default=Issuer.OFFICE)
    issued_on = models.DateField()
    replaced_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["issued_on", "id"]
        constraints = [
            models.UniqueConstraint(
                name="one_living_holder_code", fields=["commitment"], condition=Q(kind=CodeKind.HOLDER, replaced_on=None)
            ),
            models.CheckConstraint(name="only_a_holder_code_is_replaced", condition=Q(kind=CodeKind.HOLDER) | Q(replaced_on=None)),
            models.CheckConstraint(
                name="a_sender_s_code_is_a_holder_s_and_stays",
                condition=~Q(issuer=Issuer.SENDER) | Q(kind=CodeKind.HOLDER, replaced_on=None),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.commitment_id} {self.kind}"


class Confirmation(models.Model):
    """One yes to one report. Two rows of different households make an end; each other kind does so alone."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    report = models.ForeignKey(DoneReport, on_delete=models.PROTECT, related_name="confirmations")
    commitment = models.ForeignKey(Commitment, on_delete=models.PROTECT, related_name="confirmations")
    how = models.CharField(max_length=10, choices=How)
    code = models.ForeignKey(ConfirmingCode, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    given_on = models.DateField()

    class Meta:
        ordering = ["given_on", "id"]
        constraints = [
            models.UniqueConstraint(name="a_code_says_yes_once", fields=["report", "code"], condition=Q(code__isnull=False)),
            models.CheckConstraint(
                name="yes_by_code_or_by_role",
                condition=Q(how__in=sorted(BY_CODE), code__isnull=False) | Q(how__in=[How.BOARD, How.ASKER], code=None),
            ),
        ]
        triggers = history("confirmation")

    def __str__(self) -> str:
        return f"{self.commitment_id} {self.how}"
