"""What `verify` says: numbers, and each thing that is wrong, the first one first."""

from dataclasses import dataclass, field
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Fault(StrEnum):
    """What can be wrong with the record."""

    CHANGED = "changed"
    REMOVED = "removed"
    RENUMBERED = "renumbered"
    INSERTED = "inserted"
    REPLACED = "replaced"
    CHECKPOINT = "checkpoint"
    CONTENT_CHANGED = "content_changed"
    CONTENT_REMOVED = "content_removed"
    ERASED_WITHOUT_DEED = "erased_without_deed"
    FILE_MISSING = "file_missing"
    FILE_CHANGED = "file_changed"


SENTENCES: dict[Fault, Promise] = {
    Fault.CHANGED: _("Sự kiện đã bị sửa: nội dung không còn khớp mã băm của chính nó."),
    Fault.REMOVED: _("Sự kiện đã bị xoá khỏi nhật ký."),
    Fault.RENUMBERED: _("Sự kiện đã bị đổi số thứ tự."),
    Fault.INSERTED: _("Sự kiện được chèn vào sau khi đoạn nhật ký này đã chốt."),
    Fault.REPLACED: _("Sự kiện đã bị thay bằng một sự kiện khác cùng mã."),
    Fault.CHECKPOINT: _("Điểm chốt của nhật ký đã bị sửa hoặc bị xoá."),
    Fault.CONTENT_CHANGED: _("Nội dung gắn với sự kiện đã bị sửa mà không có sự kiện nào ghi lại."),
    Fault.CONTENT_REMOVED: _("Dòng chứa nội dung gắn với sự kiện không còn."),
    Fault.FILE_MISSING: _("Tệp không còn trên đĩa."),
    Fault.FILE_CHANGED: _("Tệp trên đĩa không phải là tệp đã nhận."),
    Fault.ERASED_WITHOUT_DEED: _("Nội dung gắn với sự kiện đã bị xoá mà không có sự kiện nào ghi lại."),
}


@dataclass(frozen=True)
class Problem:
    """One fault: at which number (0 when it is none of an event's), which event or row, and what happened."""

    seq: int
    fault: Fault
    event: str = ""
    verb: str = ""
    row: str = ""

    def __lt__(self, other: "Problem") -> bool:
        """Events by number, then what is no event's."""
        return (self.seq == 0, self.seq, self.fault, self.row) < (other.seq == 0, other.seq, other.fault, other.row)

    @property
    def sentence(self) -> str:
        """The fault in words."""
        return str(SENTENCES[self.fault])

    def as_dict(self) -> dict[str, str | int]:
        """For programs."""
        return {"seq": self.seq, "fault": self.fault, "event": self.event, "verb": self.verb, "row": self.row, "sentence": self.sentence}


@dataclass
class Report:
    """The state of the record. `ok` means: nothing that can be detected is wrong (docs/adr/0002 says what cannot)."""

    events: int = 0
    last: int = 0
    checkpoints: int = 0
    closed_upto: int = 0
    head: str = ""
    gaps: int = 0
    bound: int = 0
    erased: int = 0
    problems: list[Problem] = field(default_factory=list)

    @property
    def ok(self) -> bool:
        """Nothing found."""
        return not self.problems

    @property
    def first(self) -> Problem | None:
        """The first bad one, by number."""
        return min(self.problems, default=None)

    def as_dict(self) -> dict[str, object]:
        """For `gandan verify --json` and for comparing before and after a restore."""
        return {
            "ok": self.ok,
            "events": self.events,
            "last": self.last,
            "checkpoints": self.checkpoints,
            "closed_upto": self.closed_upto,
            "head": self.head,
            "gaps": self.gaps,
            "bound": self.bound,
            "erased": self.erased,
            "problems": [p.as_dict() for p in sorted(self.problems)],
        }
