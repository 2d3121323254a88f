"""Other formats: the readable file of shipped kinds (`kinds.py`), and Word papers filled from data (the others)."""

from gandan.awards.adapters.kinds import Shipped, said_by, shipped

__all__ = ["Shipped", "said_by", "shipped"]
