"""Rows of this room. Start reading in unit.py."""

from gandan.units.models.hamlet import Hamlet, HamletPlace, HouseholdCount
from gandan.units.models.load import Load
from gandan.units.models.office import DanVanOwner, Office, OfficeName
from gandan.units.models.succession import Succession
from gandan.units.models.unit import Unit, UnitCode, UnitName, UnitParent

__all__ = [
    "DanVanOwner",
    "Hamlet",
    "HamletPlace",
    "HouseholdCount",
    "Load",
    "Office",
    "OfficeName",
    "Succession",
    "Unit",
    "UnitCode",
    "UnitName",
    "UnitParent",
]
