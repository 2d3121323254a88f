"""READ: owed cases in whose words somebody may be in danger now. Nothing of it is kept: it is looked up whenever a list is shown."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from gandan.opinions.calc import urgent
from gandan.opinions.enums import OWED
from gandan.opinions.models import Case, Opinion

NEWEST = 300  # cases; what is older has been read by somebody


def among(cases: Iterable[UUID]) -> set[UUID]:
    """Of some cases those, by all that any sender said. One question."""
    return _pressing(Opinion.objects.filter(case__in=list(cases)))


def newest(cases: QuerySet[Case]) -> QuerySet[Case]:
    """Of what came last those, newest first: a new letter has its date last, and would stand at the end of a list by dates."""
    last = cases.filter(state__in=sorted(OWED)).order_by("-received_on", "-pk").values("pk")[:NEWEST]
    return cases.filter(pk__in=_pressing(Opinion.objects.filter(case__in=last))).order_by("-received_on", "-pk")


def _pressing(said: QuerySet[Opinion]) -> set[UUID]:
    return {case for case, text in said.exclude(text="").values_list("case_id", "text") if urgent.numbers(text)}
