"""What somebody asked for at an activity."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from gandan.activities.enums import RequestState
from gandan.activities.models.part import WordedPart
from gandan.commitments.enums import State as Owed
from gandan.commitments.models import Commitment
from gandan.units.models import Unit


class Request(WordedPart):
    """Somebody asked an office for something. It becomes a commitment only when that office, or its successor, takes it up.

    `addressed` is the unit that was asked, as it was then; without one the unit of the activity answers.
    """

    BOUND: ClassVar[tuple[str, ...]] = ("by_text", "to_text", "text", "quote", "reason")

    state = models.CharField(max_length=10, choices=RequestState, default=RequestState.NOTED)
    by_text = models.CharField(max_length=200, blank=True)
    to_text = models.CharField(max_length=300, blank=True)
    text = models.TextField(blank=True)
    quote = models.TextField(blank=True)
    addressed = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    commitment = models.OneToOneField(Commitment, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    answered_on = models.DateField(null=True, blank=True)
    reason = models.CharField(max_length=500, blank=True)

    class Meta(WordedPart.Meta):
        constraints = [
            models.CheckConstraint(
                name="request_taken_up_has_commitment",
                condition=Q(state=RequestState.TAKEN_UP, commitment__isnull=False)
                | ~Q(state=RequestState.TAKEN_UP) & Q(commitment__isnull=True),
            ),
            models.CheckConstraint(
                name="request_answered_on_a_day",
                condition=Q(state__in=[RequestState.NOTED, RequestState.WITHDRAWN], answered_on__isnull=True)
                | Q(state__in=[RequestState.TAKEN_UP, RequestState.DECLINED], answered_on__isnull=False),
            ),
            models.CheckConstraint(
                name="request_withdrawn_is_removed",
                condition=Q(state=RequestState.WITHDRAWN, removed_at__isnull=False)
                | ~Q(state=RequestState.WITHDRAWN) & Q(removed_at__isnull=True),
            ),
        ]
        indexes = [models.Index(name="request_unanswered", fields=["addressed"], condition=Q(state=RequestState.NOTED))]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_let_go(self) -> bool:
        """It was taken up, and that work was withdrawn: nobody owes an answer's fruit any more, so it may be answered anew."""
        return self.state == RequestState.TAKEN_UP and self.commitment is not None and self.commitment.state == Owed.WITHDRAWN

    @property
    def waits(self) -> bool:
        """Whether the unit that was asked still owes an answer."""
        return self.state == RequestState.NOTED or self.is_let_go
