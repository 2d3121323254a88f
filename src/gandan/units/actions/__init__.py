"""Every deed on units, offices and hamlets. `load` fills the shipped tree."""

from gandan.units.actions.hamlet import add_hamlet, count_households, end_hamlet, rename_hamlet
from gandan.units.actions.load import load
from gandan.units.actions.office import add_office, end_office, note_past_office, rename_office, set_dan_van_owner
from gandan.units.actions.periods import NewUnit
from gandan.units.actions.reorganise import Share, abolish, merge, move_unit, rename_unit, split
from gandan.units.actions.successions import load_successions

__all__ = [
    "NewUnit",
    "Share",
    "abolish",
    "add_hamlet",
    "add_office",
    "count_households",
    "end_hamlet",
    "end_office",
    "load",
    "load_successions",
    "merge",
    "move_unit",
    "note_past_office",
    "rename_hamlet",
    "rename_office",
    "rename_unit",
    "set_dan_van_owner",
    "split",
]
