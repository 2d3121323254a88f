"""One version of one rule of law, valid for a time."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import Q

from gandan.core.ids import uuid7
from gandan.core.legal.enums import Bound, Measure, Origin


class LegalRule(models.Model):
    """A number of law: value as an exact fraction, what it counts, its source and article, and from when to when it held.

    A rule of one code never has two versions on one day; the database holds that. `checked` says that somebody read the
    number in the text of the act; where it is false every page adds "chưa đối chiếu văn bản gốc".
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    code = models.CharField(max_length=80)
    group = models.CharField(max_length=40)
    label = models.CharField(max_length=200)
    numerator = models.IntegerField()
    denominator = models.PositiveIntegerField(default=1)
    measure = models.CharField(max_length=24, choices=Measure)
    bound = models.CharField(max_length=12, choices=Bound)
    source = models.CharField(max_length=200)
    article = models.CharField(max_length=120, blank=True)
    note = models.CharField(max_length=300, blank=True)
    checked = models.BooleanField(default=False)
    valid = DateRangeField()
    origin = models.CharField(max_length=8, choices=Origin, default=Origin.FILE)

    class Meta:
        ordering = ["group", "code", "valid"]
        constraints = [
            ExclusionConstraint(
                name="legal_rule_one_version_a_day",
                expressions=[("code", RangeOperators.EQUAL), ("valid", RangeOperators.OVERLAPS)],
                violation_error_message="Trong khoảng thời gian này đã có một phiên bản khác của quy định.",
            ),
            models.CheckConstraint(name="legal_rule_denominator", condition=Q(denominator__gte=1)),
            models.CheckConstraint(name="legal_rule_value_not_negative", condition=Q(numerator__gte=0)),
            models.CheckConstraint(name="legal_rule_checked_names_article", condition=Q(checked=False) | ~Q(article="")),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.valid}"
