"""Rows as the REST calls show them."""

from collections.abc import Sequence

from gandan.indicators import queries
from gandan.indicators.enums import Bound, Measure, Nature, Provenance, Span, Topic
from gandan.indicators.models import Definition, Indicator, Statement, Value
from gandan.indicators.web.shapes import FigureOut, IndicatorOut, ValueOut
from gandan.units.gazetteer import Place


def indicator(row: Indicator, definition: Definition | None) -> IndicatorOut:
    """A definition as it is now."""
    return IndicatorOut(
        code=row.code,
        name=row.name,
        topic=Topic(row.topic),
        measure=Measure(row.measure),
        noun=row.noun,
        nature=Nature(row.nature),
        explained=definition.explained if definition else "",
        source=definition.source if definition else "",
        checked=bool(definition and definition.checked),
        ended=row.is_ended,
        numerator=row.numerator.code if row.numerator else None,
        denominator=row.denominator.code if row.denominator else None,
    )


def figure(row: Statement) -> FigureOut:
    """A statement and what became of it."""
    return figures([row])[0]


def figures(rows: Sequence[Statement]) -> list[FigureOut]:
    """Several statements."""
    return [_figure(row, place) for row, place in zip(rows, queries.of_statements(rows), strict=True)]


def _figure(row: Statement, place: Place | None) -> FigureOut:
    return FigureOut(
        id=row.pk,
        value=format(row.value, "f"),
        measure=Measure(row.measure),
        bound=Bound(row.bound),
        noun=row.noun,
        quote=row.quote,
        unit=row.unit_id,
        unit_code=place.code if place else None,
        on=row.on,
        period_from=row.period_from,
        period_to=row.period_to,
        cumulative=row.cumulative,
        source_title=row.source_title,
        source_url=row.source_url,
        source_day=row.source_day,
        is_public=row.is_public,
        corrects=row.corrects_id,
        corrected_by=row.corrected_by.pk if row.is_corrected else None,
        retracted_on=row.retraction.retracted_on if row.is_retracted else None,
    )


def value(row: Value) -> ValueOut:
    """A value with the unit of its time."""
    return values([row])[0]


def values(rows: Sequence[Value]) -> list[ValueOut]:
    """Several values."""
    return [_value(row, place) for row, place in zip(rows, queries.of_values(rows), strict=True)]


def _value(row: Value, place: Place | None) -> ValueOut:
    return ValueOut(
        id=row.pk,
        indicator=row.indicator.code,
        unit=row.unit_id,
        unit_code=place.code if place else None,
        unit_name=place.full_name if place else "",
        span=Span(row.span),
        on=row.on,
        period_from=row.period_from,
        period_to=row.period_to,
        value=None if row.value is None else format(row.value, "f"),
        bound=Bound(row.bound),
        provenance=Provenance(row.provenance),
        figure=row.statement_id,
        corrects=row.corrects_id,
        entered_at=row.entered_at,
    )
