"""How templates write figures: `{% load figures %}`."""

from django import template

from gandan.indicators import writing
from gandan.indicators.models import Indicator, Statement, Value

register = template.Library()


@register.filter
def stated(statement: Statement) -> str:
    """What a statement says: hơn 7 tỷ đồng."""
    return writing.stated(statement)


@register.filter
def valued(value: Value) -> str:
    """The number of a value with its measure and bound."""
    return writing.valued(value)


@register.filter
def titled(indicator: Indicator) -> str:
    """The name of an indicator in the reader's language."""
    return writing.titled(indicator)


@register.filter
def counted(indicator: Indicator) -> str:
    """What an indicator counts, in the reader's language."""
    return writing.counted(indicator)


@register.filter
def period(thing: Value | Statement) -> str:
    """The time of a value or statement in words."""
    return writing.period(thing)
