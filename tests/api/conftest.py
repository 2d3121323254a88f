from tests.units.conftest import loaded, units

__all__ = ["loaded", "units"]
