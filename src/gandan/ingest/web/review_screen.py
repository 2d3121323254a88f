"""The review screen as data: the text with its marks, and the records in their groups."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from gandan.ingest.enums import RecordKind
from gandan.ingest.models import Source
from gandan.ingest.web.marks import Paragraph, marked
from gandan.ingest.web.review_entry import Entry, Opened

GROUPS: tuple[tuple[RecordKind, str | Promise], ...] = (
    (RecordKind.ACTIVITY, gettext_lazy("Hoạt động")),
    (RecordKind.DOCUMENT, gettext_lazy("Văn bản")),
    (RecordKind.FIGURE, gettext_lazy("Số liệu")),
    (RecordKind.REQUEST, gettext_lazy("Đề nghị")),
    (RecordKind.UNIT, gettext_lazy("Địa danh")),
    (RecordKind.PERSON, gettext_lazy("Người và chức vụ")),
    (RecordKind.AWARD, gettext_lazy("Khen thưởng")),
    (RecordKind.MODEL, gettext_lazy("Mô hình")),
)


@dataclass(frozen=True)
class Group:
    """The records of one kind."""

    kind: str
    code: str
    title: str | Promise
    entries: Sequence[Entry]

    @property
    def waiting(self) -> int:
        """How many nobody looked at."""
        return sum(not entry.is_seen for entry in self.entries)


@dataclass(frozen=True)
class Review:
    """The whole screen."""

    source: Source
    title: str
    groups: Sequence[Group]
    batch: Mapping[str, Any] | None = None
    following: UUID | None = None
    opened: Opened | None = field(default=None)

    @cached_property
    def entries(self) -> list[Entry]:
        """All records in the order of the screen."""
        return [entry for group in self.groups for entry in group.entries]

    @property
    def total(self) -> int:
        """How many records there are."""
        return len(self.entries)

    @property
    def waiting(self) -> int:
        """How many nobody looked at."""
        return sum(not entry.is_seen for entry in self.entries)

    @property
    def seen(self) -> int:
        """How many were decided on."""
        return self.total - self.waiting

    @property
    def done(self) -> frozenset[str]:
        """Keys of those that were decided on: their marks in the text go back."""
        return frozenset(entry.key for entry in self.entries if entry.is_seen)

    @property
    def next_key(self) -> str:
        """The first that waits."""
        return next((entry.key for entry in self.entries if not entry.is_seen), "")

    @cached_property
    def paragraphs(self) -> list[Paragraph]:
        """The text with its marks."""
        return marked(self.source.text, [entry.card for entry in self.entries])
