"""What every kind is handed: the record as the person decided it, the activity it hangs on, and its words with private persons masked."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any

from django.db.models import Model

from gandan.activities.models import Activity
from gandan.core.access import Actor
from gandan.ingest.masking import mask
from gandan.ingest.models import ProposedRecord, Source
from gandan.ingest.places import Places

LONGEST_QUOTE = 5_000


@dataclass(frozen=True)
class Outcome:
    """What stands in a room now. `made` is what this deed wrote, in that order; `merged` says that the thing stood there before."""

    thing: Model | None = None
    made: Sequence[Model] = field(default_factory=tuple)
    merged: bool = False


@dataclass(frozen=True)
class Taking:
    """One record being taken in. `places` knows the units of the text, `holders` the names that stay in its quotes."""

    record: ProposedRecord
    decided: Any
    activity: Activity | None
    places: Places
    holders: frozenset[str]
    by: Actor
    now: datetime

    @property
    def source(self) -> Source:
        """The text it stands in."""
        return self.record.source

    @property
    def who(self) -> dict[str, Any]:
        """Who does it and when, for the actions of other rooms."""
        return {"by": self.by, "now": self.now}

    @property
    def day(self) -> date | None:
        """The day by which its places are read: of the activity, else of the text."""
        return (self.activity.starts_on if self.activity is not None else None) or self.source.published

    @cached_property
    def quote(self) -> str:
        """Its sentence, masked."""
        return self.masked(self.record.quote)[:LONGEST_QUOTE]

    def masked(self, text: str | None) -> str:
        """Any words of the text with private persons covered."""
        return mask(text, keep=self.holders) if text else ""
