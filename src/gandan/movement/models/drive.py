"""An emulation drive, its fields and windows, and what was said of it as a whole."""

from typing import ClassVar

import pgtrigger
from django.db import models
from django.db.models import F, Q

from gandan.appraisals.enums import Level
from gandan.core.events import BoundContent
from gandan.core.events.history import history, words_of_history
from gandan.core.ids import uuid7
from gandan.directives.models import Document
from gandan.movement.enums import DriveState, Kind, Meeting, Subject
from gandan.units.models import Office, Unit


class Drive(models.Model):
    """Phong trào thi đua: launched by an office, by a document, for a stage (five years for *Dân vận khéo*); `before` is the stage before.

    `sheet_code` names the series of score sheets of the drive's unit; the version in force on the day of an appraisal is used.
    Open to every unit at or below the drive's unit.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="drives")
    state = models.CharField(max_length=9, choices=DriveState, default=DriveState.PLANNED)
    title = models.CharField(max_length=200)
    aim = models.TextField(max_length=4000, blank=True)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    sheet_code = models.CharField(max_length=60)
    starts_on = models.DateField()
    ends_on = models.DateField()
    before = models.OneToOneField("self", on_delete=models.PROTECT, related_name="after", null=True, blank=True)
    launched_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    changed_at = models.DateTimeField()

    class Meta:
        ordering = ["-starts_on", "-id"]
        constraints = [
            models.CheckConstraint(name="drive_lasts", condition=Q(ends_on__gt=F("starts_on"))),
            models.CheckConstraint(
                name="drive_launched_with_a_day",
                condition=Q(state__in=[DriveState.LAUNCHED, DriveState.SUMMED_UP], launched_on__isnull=False)
                | Q(state__in=[DriveState.PLANNED, DriveState.CANCELLED]),
            ),
        ]
        triggers = [pgtrigger.Protect(name="drive_is_never_deleted", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return self.title

    @property
    def named(self) -> str:
        """As it stands inside a sentence of the record: the word "phong trào" before its name, once."""
        there = self.title.casefold().startswith("phong trào")
        return self.title[:1].lower() + self.title[1:] if there else f"phong trào {self.title}"


class Field(models.Model):
    """A field (lĩnh vực) of a drive. *Dân vận khéo* begins with four; some places report a fifth. One that was used is ended, not
    removed."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    drive = models.ForeignKey(Drive, on_delete=models.PROTECT, related_name="fields")
    name = models.CharField(max_length=100)
    order = models.PositiveSmallIntegerField()
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["drive", "order"]
        constraints = [models.UniqueConstraint(name="field_once", fields=["drive", "name"], condition=Q(ended_on=None))]

    def __str__(self) -> str:
        return self.name


class Window(models.Model):
    """When models are registered in a year of the drive."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    drive = models.ForeignKey(Drive, on_delete=models.PROTECT, related_name="windows")
    year = models.PositiveSmallIntegerField()
    opens_on = models.DateField()
    closes_on = models.DateField()

    class Meta:
        ordering = ["drive", "year"]
        constraints = [
            models.UniqueConstraint(name="one_window_a_year", fields=["drive", "year"]),
            models.CheckConstraint(name="window_lasts", condition=Q(closes_on__gte=F("opens_on"))),
        ]

    def __str__(self) -> str:
        return f"{self.drive_id} {self.year}"


class SummingUp(BoundContent):
    """What a meeting said of a drive; its counts are those of the day and never change afterwards."""

    BOUND: ClassVar[tuple[str, ...]] = ("text",)

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    drive = models.ForeignKey(Drive, on_delete=models.PROTECT, related_name="summings_up")
    meeting = models.CharField(max_length=7, choices=Meeting)
    year = models.PositiveSmallIntegerField()
    held_on = models.DateField()
    text = models.TextField(max_length=8000, blank=True)

    class Meta:
        ordering = ["drive", "held_on"]
        constraints = [
            models.UniqueConstraint(name="one_closing", fields=["drive"], condition=Q(meeting=Meeting.CLOSING)),
            models.UniqueConstraint(name="one_meeting_a_year", fields=["drive", "year", "meeting"]),
        ]
        triggers = words_of_history("summingup", "text")

    def __str__(self) -> str:
        return f"{self.drive_id} {self.meeting} {self.year}"


class SummingUpCount(models.Model):
    """How many there were on that day: of one field, kind and subject; recognised by one level (empty for the other three counts)."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    summing_up = models.ForeignKey(SummingUp, on_delete=models.PROTECT, related_name="counts")
    field = models.ForeignKey(Field, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=8, choices=Kind)
    subject = models.CharField(max_length=10, choices=Subject)
    level = models.CharField(max_length=8, choices=Level, blank=True)
    registered = models.PositiveIntegerField(default=0)
    effective = models.PositiveIntegerField(default=0)
    lapsed = models.PositiveIntegerField(default=0)
    recognised = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["summing_up", "field__order", "kind", "subject", "level"]
        constraints = [
            models.UniqueConstraint(name="count_once", fields=["summing_up", "field", "kind", "subject", "level"]),
            models.CheckConstraint(
                name="recognised_by_a_level", condition=Q(level="", recognised=0) | ~Q(level="") & Q(registered=0, effective=0, lapsed=0)
            ),
        ]
        triggers = history("summingupcount")

    def __str__(self) -> str:
        return f"{self.summing_up_id} {self.kind}"
