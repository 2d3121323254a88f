"""WRITE: values of indicators."""

from datetime import date, datetime
from decimal import Decimal

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from gandan.core import events
from gandan.core.access import Actor, refuse_if, require
from gandan.core.events.facts import Fact
from gandan.core.text import nfc
from gandan.indicators.actions.chain import begin, go_on
from gandan.indicators.calc.times import Time
from gandan.indicators.enums import Bound, Provenance, Span
from gandan.indicators.models import Indicator, Reason, Statement, Value
from gandan.indicators.policies import value as policies
from gandan.units.models import Unit


@transaction.atomic
def enter_value(
    *,
    indicator: Indicator,
    unit: Unit,
    value: Decimal,
    span: str,
    by: Actor,
    now: datetime,
    on: date | None = None,
    period_from: date | None = None,
    period_to: date | None = None,
    bound: str = Bound.EXACT,
    provenance: str = Provenance.ENTERED,
    sure: bool = False,
) -> Value:
    """Write down the figure of a unit for a day or a period. One that is there already is corrected, never overwritten.

    A number far beyond the last one is refused until the person says that they are `sure`.
    """
    require(by, "indicators.enter", unit.pk)
    time = Time(Span(span), on, period_from, period_to)
    refuse_if(policies.enter(indicator, unit=unit, time=time, value=value, today=timezone.localdate(now)))
    refuse_if(policies.likely(indicator, value=value, before=_last(indicator, unit), sure=sure))
    made = begin(indicator, unit=unit, time=time, value=value, bound=bound, provenance=provenance, now=now)
    events.record("indicators.value_entered", made, by=by, at=now, unit=unit.pk, now="living", facts=_facts(made, indicator))
    return made


@transaction.atomic
def read_value(
    statement: Statement,
    *,
    indicator: Indicator,
    span: str,
    by: Actor,
    now: datetime,
    unit: Unit | None = None,
    on: date | None = None,
    period_from: date | None = None,
    period_to: date | None = None,
) -> Value:
    """Take a statement as the value of an indicator: a person says that this is what the sentence counts. It keeps number and bound."""
    statement = Statement.objects.select_for_update(of=("self",)).select_related("unit").get(pk=statement.pk)
    unit = unit or statement.unit
    if unit is None:
        raise policies.no_unit()
    require(by, "indicators.read", unit.pk)
    time = Time(Span(span), on, period_from, period_to)
    refuse_if(policies.read(statement, indicator=indicator))
    refuse_if(policies.enter(indicator, unit=unit, time=time, value=statement.value, today=timezone.localdate(now)))
    made = begin(
        indicator,
        unit=unit,
        time=time,
        value=statement.value,
        bound=statement.bound,
        provenance=Provenance.READ,
        now=now,
        statement=statement,
    )
    facts = {**_facts(made, indicator), "statement": statement.pk}
    events.record("indicators.value_read", made, by=by, at=now, unit=unit.pk, now="living", facts=facts)
    return made


@transaction.atomic
def correct_value(
    value: Value, *, number: Decimal, reason: str, by: Actor, now: datetime, bound: str = Bound.EXACT, sure: bool = False
) -> Value:
    """Another number for the same unit and time. The earlier one stays and is shown, with the reason."""
    value = _locked(value)
    require(by, "indicators.correct", value)
    refuse_if(policies.correct(value, reason=reason))
    refuse_if(policies.amount(value.indicator, value=number))
    refuse_if(policies.changes(value, number=number, bound=bound))
    refuse_if(policies.likely(value.indicator, value=number, before=value.value, sure=sure))
    made = go_on(value, value=number, bound=bound, now=now)
    why = _why(made, reason)
    facts = {**_facts(made, value.indicator), "corrects": value.pk, "before": value.value}
    events.record(
        "indicators.value_corrected", made, by=by, at=now, unit=value.unit_id, was="living", now="living", facts=facts, binds=[why]
    )
    return made


@transaction.atomic
def take_away_value(value: Value, *, reason: str, by: Actor, now: datetime) -> Value:
    """The figure was not one of this indicator, unit or time. It stays in the chain, marked."""
    value = _locked(value)
    require(by, "indicators.take_away", value)
    refuse_if(policies.correct(value, reason=reason))
    made = go_on(value, value=None, bound=value.bound, now=now)
    why = _why(made, reason)
    facts: dict[str, Fact] = {"indicator": value.indicator.code, "corrects": value.pk, "before": value.value}
    events.record(
        "indicators.value_taken_away", made, by=by, at=now, unit=value.unit_id, was="living", now="gone", facts=facts, binds=[why]
    )
    return made


def _last(indicator: Indicator, unit: Unit) -> Decimal | None:
    """The largest number that holds for the unit: the running total of a year is larger than any month."""
    most: Decimal | None = Value.objects.living().filter(indicator=indicator, unit=unit).aggregate(most=Max("value"))["most"]
    return most


def _locked(value: Value) -> Value:
    return Value.objects.select_for_update(of=("self",)).select_related("indicator").get(pk=value.pk)


def _why(made: Value, reason: str) -> Reason:
    why = Reason(value=made, text=nfc(reason).strip()[:500])
    why.save(force_insert=True)
    return why


def _facts(made: Value, indicator: Indicator) -> dict[str, Fact]:
    return {
        "indicator": indicator.code,
        "span": str(made.span),
        "on": made.on,
        "from": made.period_from,
        "to": made.period_to,
        "value": made.value,
        "bound": str(made.bound),
    }
