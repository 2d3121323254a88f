"""What deeds of this room are given and give back, beside rows: small frozen values."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.files.base import File

from gandan.opinions.models import Opinion
from gandan.units.models import Office

Uploads = Sequence["File[Any]"]


@dataclass(frozen=True)
class ContactGiven:
    """How a sender may be reached; each part may be empty."""

    name: str = ""
    phone: str = ""
    mail: str = ""

    def __bool__(self) -> bool:
        return bool(self.name or self.phone or self.mail)

    def __repr__(self) -> str:
        """Never what it holds: a traceback or a log is no place for it."""
        return "ContactGiven(…)"


@dataclass(frozen=True)
class PromiseGiven:
    """What an answer promises: becomes a commitment whose origin is the case."""

    title: str
    deliverable: str
    due: date
    lead: Office


@dataclass(frozen=True)
class Said:
    """What a sender takes home. `code` and `pin` exist in plain text only here. No opinion: it was set aside as a denunciation.

    `is_repeat`: the same form arrived before (a line that dropped); what was kept is what came first.
    """

    opinion: Opinion | None
    code: str
    pin: str
    is_set_aside: bool = False
    is_repeat: bool = False

    def __repr__(self) -> str:
        """Never code and PIN: a traceback or a log is no place for them."""
        return f"Said(opinion={self.opinion and self.opinion.pk}, is_set_aside={self.is_set_aside})"
