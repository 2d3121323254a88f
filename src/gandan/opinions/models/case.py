"""A case: one thing that one or several people spoke of, and the clock that runs for it."""

from datetime import date
from typing import ClassVar

import pgtrigger
from django.db import models
from django.db.models import F, Q

from gandan.accounts.models import User
from gandan.core.events import BoundContent
from gandan.core.events.history import history, words_of_history
from gandan.core.ids import uuid7
from gandan.opinions.enums import ENDED, OWED, Cause, Channel, Content, Deed, Stage, State
from gandan.units.models import Hamlet, Office, Unit


class Case(models.Model):
    """What an office has to answer. It holds no words: those lie in opinions, letters, answers and steps.

    `unit` is the unit whose matter it is today, `made_in` the one where it was said: that never changes, so that its people find it after a
    merger. `office` answers for it. `topic` is a code of the closed list (`topics.py`). `due` is the date that holds, None where nothing is
    owed any more; every date that ever held stands in `DueDate`. `round` counts how often it was opened; senders may reopen once.
    `number` is the public number, given when the case is published and kept from then on. `escalated_on`: since then those above read it.
    `senders` is how many opinions lie in it, kept beside for lists. `stopped_on`: since then the clock stands still (a `Pause` goes on).
    `refused_late`: it was refused when the answer was late already; that stays, whatever comes of it later;
    `withdrawn_late` the same of its sender's taking it back.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    state = models.CharField(max_length=9, choices=State, default=State.RECEIVED)
    asked_from = models.CharField(max_length=9, choices=State, blank=True)
    channel = models.CharField(max_length=10, choices=Channel)
    content = models.CharField(max_length=9, choices=Content, default=Content.UNSORTED)
    topic = models.CharField(max_length=40)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    made_in = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    hamlet = models.ForeignKey(Hamlet, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="cases", db_index=False)
    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    received_on = models.DateField()
    received_at = models.DateTimeField()
    accepted_on = models.DateField(null=True, blank=True)
    answered_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    due = models.DateField(null=True, blank=True)
    stopped_on = models.DateField(null=True, blank=True)
    refused_late = models.BooleanField(default=False)
    withdrawn_late = models.BooleanField(default=False)
    is_second_time = models.BooleanField(default=False)
    is_complex = models.BooleanField(default=False)
    is_remote = models.BooleanField(default=False)
    round = models.PositiveSmallIntegerField(default=1)
    reopened_by_sender = models.BooleanField(default=False)
    escalated_on = models.DateField(null=True, blank=True)
    number = models.CharField(max_length=24, blank=True)
    senders = models.PositiveIntegerField(default=1)
    joined_into = models.ForeignKey("self", on_delete=models.PROTECT, related_name="joined", null=True, blank=True)
    erased_on = models.DateField(null=True, blank=True)
    changed_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(name="case_inbox", fields=["unit", "office", "state", "due"]),
            models.Index(name="case_owed_by_office", fields=["office", "due", "id"], condition=Q(state__in=sorted(OWED))),
            models.Index(name="case_by_clock", fields=["due", "id"], condition=Q(state__in=sorted(OWED))),
            models.Index(name="case_of_unit_by_day", fields=["unit", "received_on"]),
            models.Index(name="case_of_unit_answered", fields=["unit", "answered_on"], condition=Q(answered_on__isnull=False)),
            models.Index(name="case_changed", fields=["changed_at", "id"]),
            models.Index(name="case_by_arrival", fields=["-received_at", "-id"]),
            models.Index(name="case_escalated", fields=["unit", "escalated_on"], condition=Q(escalated_on__isnull=False)),
            models.Index(name="case_to_forget", fields=["ended_on"], condition=Q(erased_on=None, ended_on__isnull=False)),
        ]
        constraints = [
            models.UniqueConstraint(name="case_number_once", fields=["number"], condition=~Q(number="")),
            models.CheckConstraint(
                name="case_ended_with_a_day",
                condition=Q(state__in=sorted(ENDED), ended_on__isnull=False) | ~Q(state__in=sorted(ENDED)) & Q(ended_on=None),
            ),
            models.CheckConstraint(name="case_owed_with_a_date", condition=~Q(state__in=sorted(OWED)) | Q(due__isnull=False)),
            models.CheckConstraint(
                name="case_asked_from_somewhere",
                condition=Q(state=State.ASKED, asked_from__in=[State.RECEIVED, State.ACCEPTED]) | ~Q(state=State.ASKED) & Q(asked_from=""),
            ),
            models.CheckConstraint(
                name="case_stands_still_since_a_day",
                condition=Q(state=State.PAUSED, stopped_on__isnull=False)
                | Q(state=State.ASKED)
                | ~Q(state=State.PAUSED) & Q(stopped_on=None),
            ),
            models.CheckConstraint(
                name="case_joined_somewhere", condition=Q(state=State.JOINED) & Q(joined_into__isnull=False) | ~Q(state=State.JOINED)
            ),
            models.CheckConstraint(name="case_joins_another", condition=~Q(joined_into=F("pk"))),
            models.CheckConstraint(name="case_round_counts_from_one", condition=Q(round__gte=1)),
        ]
        triggers = [
            pgtrigger.Protect(name="case_is_never_deleted", operation=pgtrigger.Delete),
            pgtrigger.ReadOnly(name="case_beginning_kept", fields=["made_in", "received_on", "received_at", "channel"]),
        ]

    def __str__(self) -> str:
        return self.number or str(self.pk)

    @property
    def runs(self) -> bool:
        """An answer is owed and time counts: also while a sender is asked, where it was late already when they were."""
        return self.state in OWED and self.stopped_on is None

    def is_late(self, today: date) -> bool:
        """An answer is owed and its date has passed, or had when the clock was stopped. `queries.lateness` asks the same of many."""
        return self.state in OWED and self.due is not None and self.due < (self.stopped_on or today)


class DueDate(models.Model):
    """A date that held, from when it was set, with the rule that set it as it read then. Rows are added, never changed.

    `rule`, `rule_from`: code and first day of the version in `core.legal`; `days` and `measure` what it said; `pledge`: the unit's own word
    instead, so that a page can say whose number it is. `start` the day from which was counted; `paused` how many days of the rule's own
    measure pauses had added by then.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="due_dates", db_index=False)
    stage = models.CharField(max_length=6, choices=Stage)
    cause = models.CharField(max_length=10, choices=Cause)
    due = models.DateField()
    start = models.DateField()
    rule = models.CharField(max_length=80)
    rule_from = models.DateField(null=True, blank=True)
    days = models.PositiveSmallIntegerField()
    measure = models.CharField(max_length=20)
    pledge = models.BooleanField(default=False)
    paused = models.PositiveSmallIntegerField(default=0)
    round = models.PositiveSmallIntegerField(default=1)
    set_at = models.DateTimeField()

    class Meta:
        ordering = ["set_at", "id"]
        indexes = [models.Index(name="due_date_of_case", fields=["case", "set_at", "id"])]
        triggers = history("duedate")

    def __str__(self) -> str:
        return f"{self.case_id} {self.due}"


class Pause(models.Model):
    """Time that does not count: while the sender is asked, or for a reason that everybody on the tracking page reads (a `Step`).

    It takes the days after `began_on` up to and including `ended_on`: begun and ended on one day it takes none. `is_asked`: a sender is
    asked; else for a reason. How long either may last says `queries.pauses`."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="pauses")
    began_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    is_asked = models.BooleanField(default=False)
    round = models.PositiveSmallIntegerField(default=1)

    class Meta:
        ordering = ["began_on", "id"]
        constraints = [
            models.UniqueConstraint(name="one_open_pause", fields=["case"], condition=Q(ended_on=None)),
            models.CheckConstraint(name="pause_ends_after_it_begins", condition=Q(ended_on=None) | Q(ended_on__gte=F("began_on"))),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.began_on}"


class Step(BoundContent):
    """What an office or a sender did, with a reason in words: forward, refuse, pause, reopen, escalate, withdraw, order, unpublish.

    Offices' reasons stand on the tracking page. `law` cites rule and article where one stands behind a refusal. What one sender did
    (`opinion`) goes with that opinion when it is joined or split off.
    """

    BOUND: ClassVar[tuple[str, ...]] = ("reason", "law")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="steps")
    deed = models.CharField(max_length=14, choices=Deed)
    reason = models.CharField(max_length=1000, blank=True)
    law = models.CharField(max_length=300, blank=True)
    was_office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    to_office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    opinion = models.ForeignKey("opinions.Opinion", on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    given_on = models.DateField()
    given_at = models.DateTimeField()

    class Meta:
        ordering = ["given_at", "id"]
        triggers = words_of_history("step", "reason", "law", along=("case_id", "opinion_id"))

    def __str__(self) -> str:
        return f"{self.case_id} {self.deed}"


class Joining(models.Model):
    """Which opinion lay in which case, and when: a joined case can be taken apart without losing anybody's code."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    opinion = models.ForeignKey("opinions.Opinion", on_delete=models.PROTECT, related_name="joinings")
    was = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    to = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField()

    class Meta:
        ordering = ["given_at", "id"]
        triggers = history("joining")

    def __str__(self) -> str:
        return f"{self.opinion_id}: {self.was_id} → {self.to_id}"
