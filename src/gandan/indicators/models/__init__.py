"""Rows of this room. Start reading in indicator.py."""

from gandan.indicators.models.indicator import Definition, Indicator
from gandan.indicators.models.statement import Retraction, Statement
from gandan.indicators.models.value import Reason, Value

__all__ = ["Definition", "Indicator", "Reason", "Retraction", "Statement", "Value"]
