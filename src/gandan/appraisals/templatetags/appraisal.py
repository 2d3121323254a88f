"""What templates of councils ask: points as people write them."""

from decimal import Decimal

from django import template
from django.utils import formats

register = template.Library()


@register.filter
def points(value: Decimal | None) -> str:
    """87,5 and not 87.50; nothing for None."""
    if value is None:
        return ""
    short = Decimal(value).normalize()
    exponent = short.as_tuple().exponent
    return formats.number_format(value, max(0, -exponent) if isinstance(exponent, int) else 0)
