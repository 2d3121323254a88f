"""Periods in rows: half-open ranges of days, kept apart by the database."""

from datetime import date, timedelta

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import Q


def since(day: date | None, until: date | None = None) -> DateRange:
    """From a day (None = the beginning is unknown) up to, not including, another."""
    return DateRange(day, until, "[)")


def first_day(period: DateRange) -> date | None:
    """First day, None where it is unknown."""
    day: date | None = period.lower
    return day


def last_day(period: DateRange) -> date | None:
    """Last day, None while it lasts. A range is stored without its end; people name the last day."""
    return period.upper - timedelta(days=1) if period.upper else None


def one_at_a_time(name: str, *fields: str, period: str = "during", condition: Q | None = None) -> ExclusionConstraint:
    """No two rows that agree in `fields` may overlap in time."""
    parts = [(field, RangeOperators.EQUAL) for field in fields]
    return ExclusionConstraint(name=name, expressions=[*parts, (period, RangeOperators.OVERLAPS)], condition=condition)


def real_period(period: str = "during") -> Q:
    """Not empty, and no "since ever": an unknown beginning is an open range, -infinity would claim knowledge."""
    return Q(**{f"{period}__isempty": False}) & (Q(**{f"{period}__startswith__gt": date(1000, 1, 1)}) | Q(**{f"{period}__lower_inf": True}))
