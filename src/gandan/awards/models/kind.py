"""What may be given, by whom, and under which conditions at which time."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import Q

from gandan.appraisals.enums import Level
from gandan.awards.enums import Form
from gandan.core.ids import uuid7
from gandan.indicators.enums import Origin
from gandan.units.enums import OfficeKind


class AwardKind(models.Model):
    """A kind of commendation. What it is stays; its name and the office that gives it change (the board for dân vận had several names).

    `origin`: shipped with the program (a new release brings it up to date), or laid down or changed here (it stays as it is).
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    code = models.CharField(max_length=60, unique=True)
    form = models.CharField(max_length=12, choices=Form)
    level = models.CharField(max_length=8, choices=Level)
    to_persons = models.BooleanField(default=True)
    to_collectives = models.BooleanField(default=True)
    once_a_person = models.BooleanField(default=False)
    order = models.PositiveSmallIntegerField(default=100)
    origin = models.CharField(max_length=8, choices=Origin, default=Origin.OFFICE)
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["order", "code"]
        constraints = [
            models.CheckConstraint(name="award_to_somebody", condition=Q(to_persons=True) | Q(to_collectives=True)),
            models.CheckConstraint(name="award_code", condition=Q(code__regex=r"^[a-z][a-z0-9_]*(\.[a-z0-9_]+)*$")),
        ]

    def __str__(self) -> str:
        names = sorted(self.names.all(), key=lambda n: n.during.lower.toordinal() if n.during.lower else 0)
        return names[-1].name if names else self.code


class AwardName(models.Model):
    """What it was called and who gave it, for a time. `source` says how we know the days, `checked` whether somebody read them there."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    kind = models.ForeignKey(AwardKind, on_delete=models.PROTECT, related_name="names")
    name = models.CharField(max_length=200)
    issuer = models.CharField(max_length=200)
    issuer_kind = models.CharField(max_length=20, choices=OfficeKind, blank=True)
    source = models.CharField(max_length=300, blank=True)
    checked = models.BooleanField(default=False)
    during = DateRangeField()

    class Meta:
        ordering = ["kind", "during"]
        constraints = [
            ExclusionConstraint(
                name="one_award_name_a_day", expressions=[("kind", RangeOperators.EQUAL), ("during", RangeOperators.OVERLAPS)]
            ),
            models.CheckConstraint(name="award_name_not_blank", condition=~Q(name="") & ~Q(issuer="")),
        ]

    def __str__(self) -> str:
        return self.name


class Eligibility(models.Model):
    """The conditions of a kind for a time, each number empty where the text sets none. `source` names the text, `checked` says whether
    somebody read it there; where not, every page that cites it says so. `years_head` is the shorter term of heads."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    kind = models.ForeignKey(AwardKind, on_delete=models.PROTECT, related_name="eligibilities")
    years = models.PositiveSmallIntegerField(null=True, blank=True)
    years_head = models.PositiveSmallIntegerField(null=True, blank=True)
    deadline_month = models.PositiveSmallIntegerField(null=True, blank=True)
    deadline_day = models.PositiveSmallIntegerField(null=True, blank=True)
    others = models.CharField(max_length=1000, blank=True)
    papers = models.CharField(max_length=1000, blank=True)
    source = models.CharField(max_length=300)
    checked = models.BooleanField(default=False)
    during = DateRangeField()

    class Meta:
        ordering = ["kind", "during"]
        constraints = [
            ExclusionConstraint(
                name="one_eligibility_a_day", expressions=[("kind", RangeOperators.EQUAL), ("during", RangeOperators.OVERLAPS)]
            ),
            models.CheckConstraint(name="eligibility_says_source", condition=~Q(source="")),
            models.CheckConstraint(
                name="eligibility_deadline_whole",
                condition=Q(deadline_month=None, deadline_day=None) | Q(deadline_month__range=(1, 12), deadline_day__range=(1, 31)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind_id} {self.during}"
