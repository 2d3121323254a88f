"""What every kind is handed: the record as the person decided it, the activity it hangs on, and its words with private persons masked."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any

from django.db.models import Model

from gandan.activities.models import Activity
from gandan.activities.policies.part import QUOTE
from gandan.core.access import Actor
from gandan.ingest.masking import mask
from gandan.ingest.models import ProposedRecord, Source
from gandan.ingest.places import Places, head
from gandan.ingest.standing import Why, about_somebody

UNDONE = "Hoàn tác khi duyệt bài"
"""The reason that the rooms keep."""


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
    def head(self) -> str:
        """What stands above the first paragraph of the text."""
        return head(self.source.text)

    @cached_property
    def about_somebody(self) -> Why | None:
        """Why its sentence is nothing for everyone, where it tells of a private person's need."""
        return about_somebody(self.record.quote, self.source, self.holders)

    @cached_property
    def quote(self) -> str:
        """Its sentence, masked."""
        return self.masked(self.record.quote)[:QUOTE]

    @property
    def shown_quote(self) -> str:
        """Its sentence for the activity it hangs on: none where everyone sees that and the sentence tells of a private person's need."""
        public = self.activity is not None and self.activity.is_public
        return "" if public and self.about_somebody else self.quote

    def masked(self, text: str | None) -> str:
        """Any words of the text with private persons covered."""
        return mask(text, keep=self.holders, among=self.source.text) if text else ""
