"""WRITE. `make`, `send` and `forget` are called by jobs, the rest by people."""

from gandan.notices.actions.calling import call_made
from gandan.notices.actions.making import make
from gandan.notices.actions.preferring import prefer
from gandan.notices.actions.reading import read, read_all
from gandan.notices.actions.retention import forget
from gandan.notices.actions.sending import put_off, send

__all__ = ["call_made", "forget", "make", "prefer", "put_off", "read", "read_all", "send"]
