"""Parts of the deeds on values: adding to a chain."""

from datetime import datetime
from decimal import Decimal

from django.db import IntegrityError, transaction

from gandan.core.access import refuse_if
from gandan.indicators.calc.times import Time
from gandan.indicators.models import Indicator, Statement, Value
from gandan.indicators.models.exact import plain
from gandan.indicators.policies import value as policies
from gandan.units.models import Unit


def begin(
    indicator: Indicator,
    *,
    unit: Unit,
    time: Time,
    value: Decimal,
    bound: str,
    provenance: str,
    now: datetime,
    statement: Statement | None = None,
) -> Value:
    """The first row of a chain; where the value had been taken away, the next one."""
    same = Value.objects.filter(indicator=indicator, unit=unit, provenance=provenance, statement=statement, **time.fields())
    last = same.filter(corrected_by=None).order_by("-id").first()
    if last is not None and last.value is not None:
        refuse_if(policies.already())
    try:
        with transaction.atomic():
            return Value.objects.create(
                indicator=indicator,
                unit=unit,
                value=plain(value),
                bound=bound,
                provenance=provenance,
                statement=statement,
                corrects=last,
                entered_at=now,
                **time.fields(),
            )
    except IntegrityError as clash:  # somebody entered it in the same moment
        raise policies.already() from clash


def go_on(was: Value, *, value: Decimal | None, bound: str, now: datetime) -> Value:
    """The next row of a chain; without a value it takes the last one away."""
    return Value.objects.create(
        indicator_id=was.indicator_id,
        unit_id=was.unit_id,
        span=was.span,
        on=was.on,
        period_from=was.period_from,
        period_to=was.period_to,
        value=None if value is None else plain(value),
        bound=bound,
        provenance=was.provenance,
        statement_id=was.statement_id,
        corrects=was,
        entered_at=now,
    )


def take_away(statement: Statement, *, now: datetime) -> int:
    """Every living value that was read from a statement goes with it. Returns how many."""
    living = list(Value.objects.select_for_update(of=("self",)).living().filter(statement=statement))
    for value in living:
        go_on(value, value=None, bound=value.bound, now=now)
    return len(living)
