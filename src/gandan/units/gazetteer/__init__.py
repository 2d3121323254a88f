"""Places by name, code and time, without Django and without a database.

Start reading in place.py (what a place is), then gazetteer.py (the questions), names.py and ranking.py (how names are found).
"""

from gandan.units.gazetteer.gazetteer import Gazetteer
from gandan.units.gazetteer.place import ATTESTED, Became, Level, Link, Place
from gandan.units.gazetteer.ranking import Hit

__all__ = ["ATTESTED", "Became", "Gazetteer", "Hit", "Level", "Link", "Place"]
