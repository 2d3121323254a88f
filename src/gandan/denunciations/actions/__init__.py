"""WRITE: every deed on a letter that was set aside. Start reading in start.py."""

from gandan.denunciations.actions.consent import agree, decline
from gandan.denunciations.actions.leave import erase, forget, rewrap, withdraw
from gandan.denunciations.actions.moving import leave_to_successors
from gandan.denunciations.actions.start import SetAside, set_aside
from gandan.denunciations.actions.work import Opened, give_back, handle, note, open_letter, raise_level

__all__ = [
    "Opened",
    "SetAside",
    "agree",
    "decline",
    "erase",
    "forget",
    "give_back",
    "handle",
    "leave_to_successors",
    "note",
    "open_letter",
    "raise_level",
    "rewrap",
    "set_aside",
    "withdraw",
]
