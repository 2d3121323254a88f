"""A model (mô hình) or an exemplar (điển hình) of a drive: the class bears the field's word *good practice* for both."""

from datetime import date
from typing import ClassVar
from uuid import UUID

import pgtrigger
from django.db import models
from django.db.models import Q

from gandan.core.events import BoundContent
from gandan.core.events.history import words_of_history
from gandan.core.ids import uuid7
from gandan.movement.enums import PUBLIC, Deed, Host, Kind, State, Subject
from gandan.movement.models.drive import Drive, Field
from gandan.units.models import Hamlet, Office, Unit

WORDS = ("title", "place", "problem", "aim", "way", "audience", "output", "upkeep", "changed")


class Practice(BoundContent):
    """A way of working with a name and a real place, a measurable aim and an owner; or who does it in an exemplary way.

    `unit` is the unit whose it is today, `made_in` where it was registered: that never changes, so that its people find it after a merger.
    `office` owns it and answers for it; no office for what only a text told (`is_told`). `is_light`: begun by the head of its hamlet, for
    whom the short form is enough. `place` says where, in words; the hamlet where there is one. `problem` (thực trạng, lý do), `aim` (mục
    tiêu), `way` (nội dung, cách thức), `audience` (địa bàn, đối tượng), `output` (sản phẩm kiểm chứng được), `upkeep` (duy trì, nhân rộng)
    are the parts of the form; measurable criteria are rows (`Aim`). `adopted_from` is the model it was learnt from, `root` the first of
    the family (none for that one itself), `changed` what was done otherwise.
    `alive_until`: without a sign of life by then it reads as lapsed. Of an exemplary person nothing is public until it is recognised.
    """

    BOUND: ClassVar[tuple[str, ...]] = WORDS

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    drive = models.ForeignKey(Drive, on_delete=models.PROTECT, related_name="practices", db_index=False)
    field = models.ForeignKey(Field, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=8, choices=Kind, default=Kind.MODEL)
    subject = models.CharField(max_length=10, choices=Subject, default=Subject.COLLECTIVE)
    host = models.CharField(max_length=9, choices=Host, default=Host.COMMUNITY)
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    made_in = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    hamlet = models.ForeignKey(Hamlet, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    is_new = models.BooleanField(default=True)
    is_told = models.BooleanField(default=False)
    is_light = models.BooleanField(default=False)
    title = models.CharField(max_length=200, blank=True)
    place = models.CharField(max_length=200, blank=True)
    problem = models.TextField(max_length=4000, blank=True)
    aim = models.TextField(max_length=2000, blank=True)
    way = models.TextField(max_length=6000, blank=True)
    audience = models.CharField(max_length=1000, blank=True)
    output = models.TextField(max_length=2000, blank=True)
    upkeep = models.TextField(max_length=2000, blank=True)
    changed = models.TextField(max_length=2000, blank=True)
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    adopted_from = models.ForeignKey("self", on_delete=models.PROTECT, related_name="adoptions", null=True, blank=True)
    root = models.ForeignKey("self", on_delete=models.PROTECT, related_name="family", null=True, blank=True)
    written_by = models.CharField(max_length=80)
    written_at = models.DateTimeField()
    submitted_on = models.DateField(null=True, blank=True)
    submitted_by = models.CharField(max_length=80, blank=True)
    registered_on = models.DateField(null=True, blank=True)
    alive_until = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    changed_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(name="practice_of_unit", fields=["unit", "state", "registered_on"]),
            models.Index(name="practice_of_drive", fields=["drive", "state", "field"]),
            models.Index(name="practice_newest", fields=["-registered_on", "-id"], condition=Q(state__in=sorted(PUBLIC))),
            models.Index(  # everything that numbers are counted by, so that counting reads no words
                name="practice_counted",
                fields=["kind", "subject", "registered_on"],
                include=["id", "state", "is_told", "alive_until", "ended_on", "unit", "drive", "field", "host"],
                condition=Q(state__in=sorted(PUBLIC)),
            ),
            models.Index(name="practice_by_clock", fields=["alive_until", "id"], condition=Q(state=State.REGISTERED)),
        ]
        constraints = [
            models.CheckConstraint(
                name="practice_registered_with_a_day", condition=~Q(state__in=sorted(PUBLIC)) | Q(registered_on__isnull=False)
            ),
            models.CheckConstraint(
                name="practice_lives_until_a_day", condition=~Q(state__in=[State.REGISTERED, State.LAPSED]) | Q(alive_until__isnull=False)
            ),
            models.CheckConstraint(name="practice_owned_or_told", condition=Q(office__isnull=False) | Q(is_told=True)),
            models.CheckConstraint(name="practice_not_its_own_parent", condition=~Q(adopted_from=models.F("pk"))),
            models.CheckConstraint(
                name="practice_adopted_has_a_root", condition=Q(adopted_from=None) | Q(root__isnull=False) & ~Q(root=models.F("pk"))
            ),
            models.CheckConstraint(
                name="practice_of_a_person_is_an_exemplar", condition=Q(subject=Subject.COLLECTIVE) | Q(kind=Kind.EXEMPLAR)
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="practice_is_never_deleted", operation=pgtrigger.Delete),
            pgtrigger.ReadOnly(name="practice_beginning_kept", fields=["made_in", "adopted_from", "root", "is_told", "is_light"]),
            pgtrigger.Protect(
                name="practice_kind_counted",  # a mô hình that was registered is never counted as a điển hình afterwards, nor the reverse
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__registered_on__isnull=False)
                & ~pgtrigger.Q(old__kind=pgtrigger.F("new__kind"), old__subject=pgtrigger.F("new__subject")),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_public(self) -> bool:
        """Everybody may read it: it was registered once. One of a single person only while it is recognised: a person who was only proposed
        is nobody's business (the same rule for many rows: `queries.public`)."""
        if self.state not in PUBLIC:
            return False
        return self.subject != Subject.PERSON or self.recognitions.filter(revoked_by=None).exists()

    @property
    def owning_office(self) -> UUID | None:
        """The office whose own work it is: nobody there judges it. A model that the head of a hamlet began is the hamlet's own; the office
        under whose name it stands registers and judges it like any other, but for those of it who did a deed of the owner."""
        return None if self.is_light else self.office_id

    def lives(self, today: date) -> bool:
        """Registered, and its year is not over."""
        return self.state == State.REGISTERED and self.alive_until is not None and today <= self.alive_until


class Step(BoundContent):
    """What was done to it with a reason in words: sent back, withdrawn, stopped, revoked; and that it lapsed, which has none."""

    BOUND: ClassVar[tuple[str, ...]] = ("reason",)

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    practice = models.ForeignKey(Practice, on_delete=models.PROTECT, related_name="steps")
    deed = models.CharField(max_length=14, choices=Deed)
    reason = models.CharField(max_length=1000, blank=True)
    given_on = models.DateField()
    given_at = models.DateTimeField()

    class Meta:
        ordering = ["given_at", "id"]
        triggers = words_of_history("step", "reason")

    def __str__(self) -> str:
        return f"{self.practice_id} {self.deed}"
