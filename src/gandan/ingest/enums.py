"""The closed lists of this room, and which state may follow which."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class RecordKind(TextChoices):
    """What a text proposes; the order is the one in which a person takes them in: what was done first, then what hangs on it."""

    ACTIVITY = "activity", _("Sự việc")
    UNIT = "unit", _("Đơn vị")
    DOCUMENT = "document", _("Văn bản được dẫn")
    PERSON = "person", _("Người")
    FIGURE = "figure", _("Số liệu")
    REQUEST = "request", _("Đề nghị")
    AWARD = "award", _("Khen thưởng")
    MODEL = "model", _("Mô hình")

    @property
    def listed(self) -> str:
        """The name of the list of such records in a proposal."""
        return {"activity": "activities", "person": "people"}.get(self.value, f"{self.value}s")


class RecordState(TextChoices):
    """Where a proposed record stands."""

    WAITING = "waiting", pgettext_lazy("bản ghi", "Chờ xem")
    ACCEPTED = "accepted", pgettext_lazy("bản ghi", "Đã nhận")
    MERGED = "merged", pgettext_lazy("bản ghi", "Đã gộp")
    REJECTED = "rejected", pgettext_lazy("bản ghi", "Đã bỏ")

    @property
    def is_taken(self) -> bool:
        """Whether something of it stands in the rooms."""
        return self in TAKEN


TAKEN = (RecordState.ACCEPTED, RecordState.MERGED)
"""States in which something of a record stands in the rooms."""


NEXT: dict[RecordState, dict[str, RecordState]] = {
    RecordState.WAITING: {"accept": RecordState.ACCEPTED, "merge": RecordState.MERGED, "reject": RecordState.REJECTED},
    RecordState.ACCEPTED: {"undo": RecordState.WAITING, "carry": RecordState.ACCEPTED},
    RecordState.MERGED: {"undo": RecordState.WAITING},
    RecordState.REJECTED: {"undo": RecordState.WAITING},
}
"""Which deed leads where. Accepting what stands in a room already ends as merged: nothing is written a second time."""


class FileState(TextChoices):
    """Where a file of a batch stands."""

    WAITING = "waiting", pgettext_lazy("tệp", "Chờ đọc")
    READ = "read", pgettext_lazy("tệp", "Đã đọc")
    SAME = "same", pgettext_lazy("tệp", "Đã có từ trước")
    FAILED = "failed", pgettext_lazy("tệp", "Chưa đọc được")


FILE_NEXT: dict[FileState, dict[str, tuple[FileState, ...]]] = {
    FileState.WAITING: {"read": (FileState.READ, FileState.SAME, FileState.FAILED)},
    FileState.FAILED: {"retry": (FileState.WAITING,)},
    FileState.READ: {},
    FileState.SAME: {},
}
