"""How many took part, and which office holders a text names in their office."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from gandan.activities.enums import Point
from gandan.activities.models.part import WordedPart
from gandan.indicators.enums import Bound


class Attendance(WordedPart):
    """People who took part, by sort of point of an online conference: 35 provincial points with 3,006 people. Numbers only."""

    BOUND: ClassVar[tuple[str, ...]] = ("quote",)

    point = models.CharField(max_length=10, choices=Point, default=Point.VENUE)
    points = models.PositiveIntegerField(null=True, blank=True)
    people = models.PositiveIntegerField(null=True, blank=True)
    bound = models.CharField(max_length=8, choices=Bound, default=Bound.EXACT)
    quote = models.TextField(blank=True)

    class Meta(WordedPart.Meta):
        constraints = [
            models.UniqueConstraint(name="attendance_once_a_point", fields=["activity", "point"], condition=Q(removed_at=None)),
            models.CheckConstraint(name="attendance_counts_something", condition=Q(points__gte=1) | Q(people__gte=1)),
        ]

    def __str__(self) -> str:
        return f"{self.point}: {self.points} / {self.people}"


class Participant(WordedPart):
    """An office holder in office, with the positions as the text gives them. Shown at work beside the activity; in no search or list."""

    BOUND: ClassVar[tuple[str, ...]] = ("name", "positions", "quote")

    name = models.CharField(max_length=100, blank=True)
    positions = ArrayField(models.CharField(max_length=200), default=list)
    quote = models.TextField(blank=True)

    class Meta(WordedPart.Meta):
        constraints = [models.CheckConstraint(name="participant_holds_office", condition=~Q(positions=[]) | Q(removed_at__isnull=False))]

    def __str__(self) -> str:
        return str(self.pk)
