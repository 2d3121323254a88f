"""Numbers without rounding: PostgreSQL's numeric with as many digits as the number has."""

from decimal import Decimal, localcontext
from typing import Any

from django.db import models
from django.db.models import Q

LARGEST = Decimal(10) ** 40  # far above any sum of money; keeps NaN and infinity out, which PostgreSQL sorts above every number
DIGITS = 60


def plain(value: Decimal | int) -> Decimal:
    """One spelling of a number: 74.770 is 74.77, 7E+9 is 7000000000."""
    exact = Decimal(value)
    if not exact.is_finite():
        raise ValueError("not a number")
    with localcontext(prec=2 * DIGITS):  # the usual 28 digits would round
        short = exact.normalize()
        return short.quantize(Decimal(1)) if short.is_zero() or int(short.as_tuple().exponent) > 0 else short


class ExactField(models.DecimalField):  # type: ignore[type-arg]
    """A decimal column without a fixed scale: 74.77 stays 74.77, and a number with eight decimals keeps them."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["max_digits"], kwargs["decimal_places"] = DIGITS, 20
        super().__init__(*args, **kwargs)

    def db_type(self, connection: Any) -> str:
        """No scale, so nothing is rounded or filled up with noughts."""
        return "numeric"

    def deconstruct(self) -> Any:
        """The digits are the field's own."""
        name, path, args, kwargs = super().deconstruct()
        kwargs.pop("max_digits", None)
        kwargs.pop("decimal_places", None)
        return name, path, args, kwargs


def finite(field: str) -> Q:
    """A real number."""
    return Q(**{f"{field}__lt": LARGEST, f"{field}__gt": -LARGEST})
