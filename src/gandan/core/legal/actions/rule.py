"""WRITE: a new version of a rule, and taking one back that has not begun."""

from datetime import date, datetime
from fractions import Fraction

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import timezone

from gandan.core import events
from gandan.core.access import Actor, refuse_if, require
from gandan.core.legal import policies
from gandan.core.legal.actions.loading import store
from gandan.core.legal.adapters import shipped
from gandan.core.legal.enums import Bound, Measure, Origin
from gandan.core.legal.models import LegalRule


@transaction.atomic
def change(
    rule: LegalRule,
    *,
    value: Fraction,
    measure: Measure,
    bound: Bound,
    source: str,
    article: str,
    checked: bool,
    first: date,
    note: str = "",
    by: Actor,
    now: datetime,
) -> LegalRule:
    """A new version of a rule from `first` on; the version before it ends the day before.

    Dates already given stay explained by the version they were given under. Raises Refusal.
    """
    versions = LegalRule.objects.select_for_update().filter(code=rule.code).order_by("-valid")
    newest = versions[0]
    require(by, "legal.change", newest)
    refuse_if(policies.change(newest, source=source, article=article, checked=checked, first=first))
    refuse_if(policies.tighter(newest, value=value, measure=measure, bound=bound))
    if newest.valid.upper is None or newest.valid.upper > first:
        newest.valid = DateRange(newest.valid.lower, first)
        newest.save(update_fields=["valid"])
    new = LegalRule.objects.create(
        code=newest.code,
        group=newest.group,
        label=newest.label,
        numerator=value.numerator,
        denominator=value.denominator,
        measure=measure,
        bound=bound,
        source=source,
        article=article,
        checked=checked,
        note=note,
        valid=DateRange(first, None),
        origin=Origin.OFFICE,
    )
    events.record(
        "legal.changed", new, by=by, at=now, was=_fraction(newest), now=_fraction(new), facts={"previous": newest.pk, "first": first}
    )
    return new


@transaction.atomic
def withdraw(rule: LegalRule, *, by: Actor, now: datetime) -> LegalRule:
    """Take back a version that has not begun: it never holds, and the one before it runs on. Answers that one.

    The row stays, with an empty range, because its event names it.
    """
    versions = list(LegalRule.objects.select_for_update().filter(code=rule.code, valid__isempty=False).order_by("-valid"))
    require(by, "legal.change", rule)
    rule.refresh_from_db()
    refuse_if(policies.withdraw(rule, today=timezone.localdate(now)))
    first, before = rule.valid.lower, versions[1]
    rule.valid = DateRange(empty=True)
    rule.save(update_fields=["valid"])
    if before.valid.upper == first:
        before.valid = DateRange(before.valid.lower, None)
        before.save(update_fields=["valid"])
        if before.origin == Origin.FILE:
            _restore(rule.code)
    events.record(
        "legal.withdrawn", rule, by=by, at=now, was=_fraction(rule), now=_fraction(before), facts={"previous": before.pk, "first": first}
    )
    before.refresh_from_db()
    return before


def _restore(code: str) -> None:
    """What the shipped file says of its own version again, its end among it."""
    for version in shipped():
        if version.code == code:
            store(version)


def _fraction(rule: LegalRule) -> str:
    return f"{rule.numerator}/{rule.denominator}"
