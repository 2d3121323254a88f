"""One thing of the timeline of a case."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone


@dataclass(frozen=True)
class Happened:
    """One thing of the timeline."""

    at: datetime
    title: str
    text: str = ""
    law: str = ""

    @property
    def day(self) -> date:
        """The day in Vietnam."""
        return timezone.localdate(self.at)
