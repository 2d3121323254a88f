"""WRITE. `definition`: what is counted; `statement`: what texts say; `value`: figures of units; `load`: the shipped list."""

from gandan.indicators.actions.definition import define_indicator, end_indicator, redefine_indicator
from gandan.indicators.actions.load import load
from gandan.indicators.actions.statement import erase_words, retract_statement, state_figure
from gandan.indicators.actions.value import correct_value, enter_value, read_value, take_away_value

__all__ = [
    "correct_value",
    "define_indicator",
    "end_indicator",
    "enter_value",
    "erase_words",
    "load",
    "read_value",
    "redefine_indicator",
    "retract_statement",
    "state_figure",
    "take_away_value",
]
