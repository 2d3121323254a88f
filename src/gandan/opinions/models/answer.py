"""What an office answered, what the sender says to it, and what everybody may read of both."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from gandan.core.events import BoundContent
from gandan.core.events.history import words_of_history
from gandan.core.ids import uuid7
from gandan.opinions.models.case import Case
from gandan.opinions.models.opinion import Opinion
from gandan.units.models import Office


class Answer(BoundContent):
    """An office's answer to all senders of a case; `is_partial` when a part is still owed. What it promises is a commitment whose origin is
    the case. `law` names what it rests on."""

    BOUND: ClassVar[tuple[str, ...]] = ("text", "law")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="answers")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    is_partial = models.BooleanField(default=False)
    text = models.TextField(max_length=8000)
    law = models.CharField(max_length=300, blank=True)
    round = models.PositiveSmallIntegerField()
    given_on = models.DateField()
    given_at = models.DateTimeField()
    is_late = models.BooleanField(default=False)

    class Meta:
        ordering = ["given_at", "id"]
        triggers = words_of_history("answer", "text", "law")

    def __str__(self) -> str:
        return f"{self.case_id} {self.given_on}"


class Verdict(models.Model):
    """What a sender says of the answer: done or not, and how content, 1 to 5. One for each sender and round."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="verdicts")
    opinion = models.ForeignKey(Opinion, on_delete=models.PROTECT, related_name="verdicts")
    round = models.PositiveSmallIntegerField()
    is_done = models.BooleanField(null=True)
    rating = models.PositiveSmallIntegerField(null=True, blank=True)
    given_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="one_verdict_a_round", fields=["opinion", "round"]),
            models.CheckConstraint(name="rating_in_range", condition=Q(rating=None) | Q(rating__range=(1, 5))),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.round}"


class Publication(BoundContent):
    """What everybody may read: title, question and answer with personal data masked, as a person in the office confirmed them."""

    BOUND: ClassVar[tuple[str, ...]] = ("title", "question", "answer")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="publication")
    title = models.CharField(max_length=200, blank=True)
    question = models.TextField(max_length=8000, blank=True)
    answer = models.TextField(max_length=8000, blank=True)
    is_shown = models.BooleanField(default=True)
    published_on = models.DateField()
    changed_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(name="publication_by_day", fields=["-published_on", "-id"], condition=Q(is_shown=True))]

    def __str__(self) -> str:
        return self.title
