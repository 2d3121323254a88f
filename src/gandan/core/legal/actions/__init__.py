"""WRITE: filling the table of rules, changing a rule, changing a day of the calendar."""

from gandan.core.legal.actions.day import set_day, withdraw_day
from gandan.core.legal.actions.loading import Loaded, load
from gandan.core.legal.actions.rule import change, withdraw

__all__ = ["Loaded", "change", "load", "set_day", "withdraw", "withdraw_day"]
