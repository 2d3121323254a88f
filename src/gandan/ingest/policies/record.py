"""WHEN a proposed record may be accepted, merged, rejected or taken back."""

from collections.abc import Sequence

from django.db.models import Model
from django.utils.translation import gettext as _

from gandan.core.access import Refusal
from gandan.ingest.decided import Figure
from gandan.ingest.enums import NEXT, RecordKind, RecordState
from gandan.ingest.models import ProposedRecord
from gandan.ingest.proposal import Measure
from gandan.ingest.standing import Why

INTO = {
    RecordKind.ACTIVITY: "activities.activity",
    RecordKind.UNIT: "activities.activityplace",
    RecordKind.DOCUMENT: "directives.document",
    RecordKind.PERSON: "activities.participant",
    RecordKind.FIGURE: "indicators.statement",
    RecordKind.AWARD: "awards.conferral",
    RecordKind.MODEL: "movement.practice",
}
"""Into what a record of a kind may be merged."""
LATER = frozenset({RecordKind.AWARD, RecordKind.MODEL})
"""Kinds that may be kept as accepted with their text and be taken into a room later."""


def decide(record: ProposedRecord, deed: str) -> Refusal | None:
    """What the table of states allows, while its words are still there."""
    if record.erased_at is not None:
        return Refusal(_("Nội dung bản ghi này đã được xoá theo thời hạn lưu. Nếu cần, xin đưa bài vào lại."), status=410)
    state = RecordState(record.state)
    if deed in NEXT[state]:
        return None
    said = {
        RecordState.WAITING: _("Bản ghi này đang chờ xem, chưa có gì để hoàn tác."),
        RecordState.ACCEPTED: _("Bản ghi này đã được nhận rồi. Nếu muốn làm khác, xin hoàn tác trước."),
        RecordState.MERGED: _("Bản ghi này đã được gộp rồi. Nếu muốn làm khác, xin hoàn tác trước."),
        RecordState.REJECTED: _("Bản ghi này đã bỏ. Nếu muốn nhận, xin hoàn tác trước."),
    }
    return Refusal(said[state], status=409)


def carry_in(record: ProposedRecord) -> Refusal | None:
    """An award or a model that was accepted and stands in no room yet."""
    if record.erased_at is None and record.state == RecordState.ACCEPTED and record.kind in LATER and not record.thing_id:
        return None
    return Refusal(_("Bản ghi này không còn chờ đưa vào sổ."), status=409)


def carried(thing: Model | None) -> Refusal | None:
    """Something came of it this time."""
    if thing is not None:
        return None
    return Refusal(
        _("Chưa đưa vào sổ được: chưa rõ nơi nào, hoặc nơi đó chưa phát động phong trào. Xin hoàn tác rồi sửa phần nơi."), status=409
    )


def activity_found(activity: Model | None) -> Refusal | None:
    """What hangs on an activity needs one first."""
    if activity is None:
        return Refusal(
            _("Bản ghi này cần gắn với một sự việc. Xin nhận sự việc của bài trước, hoặc lập sự việc từ bài, hoặc chọn hoạt động đã có."),
            status=409,
        )
    return None


def placed(unit: Model | None) -> Refusal | None:
    """A place of which nobody can say which unit it is stays a word."""
    if unit is None:
        return Refusal(_("Chưa rõ đây là đơn vị nào. Xin sửa và chọn đơn vị trong danh sách rồi nhận."), status=422)
    return None


def holds_office(positions: Sequence[str]) -> Refusal | None:
    """Only office holders in their office are taken in by name."""
    if not any(position.strip() for position in positions):
        return Refusal(
            _("Người không giữ chức vụ thì không ghi tên vào hệ thống. Xin bỏ bản ghi này, hoặc ghi chức vụ nếu bài có nêu."), status=422
        )
    return None


def mergeable(record: ProposedRecord, thing: Model) -> Refusal | None:
    """Like goes into like."""
    if INTO.get(RecordKind(record.kind)) != thing._meta.label_lower:
        return Refusal(_("Không gộp được bản ghi này vào mục đã chọn vì hai bên khác loại."), status=422)
    return None


def published_elsewhere(*, source_public: bool, thing_public: bool) -> Refusal | None:
    """Words of an internal text never get onto something that everyone sees."""
    if thing_public and not source_public:
        return Refusal(
            _("Bài này là nội bộ, mục đã chọn đang công khai, nên không gộp được. Bài đã đăng công khai thì xin sửa thông tin của bài."),
            status=409,
        )
    return None


def of_nobody(*, told: Why | None, activity_public: bool) -> Refusal | None:
    """What a private person asks for in need is not put before everyone."""
    if told is not None and activity_public:
        return Refusal(
            _("Không gắn vào hoạt động công khai: %(why)s. Xin gắn vào một hoạt động nội bộ, hoặc bỏ bản ghi này.") % {"why": told.label},
            status=409,
        )
    return None


def looked_at(told: Why | None) -> Refusal | None:
    """A sentence on a private person's need is taken in one by one, never with all the others."""
    if told is None:
        return None
    return Refusal(_("Xin xem từng bản ghi: %(why)s; nhận vào thì giữ nội bộ.") % {"why": told.label}, status=409)


def citable(*, document_public: bool, activity_public: bool) -> Refusal | None:
    """What everyone sees does not point to what is internal."""
    if activity_public and not document_public:
        return Refusal(_("Hoạt động đang công khai nên không dẫn văn bản nội bộ. Xin chọn văn bản công khai."), status=409)
    return None


def chosen(indicator: Model | None) -> Refusal | None:
    """An indicator that exists."""
    return Refusal(_("Không tìm thấy chỉ tiêu đã chọn. Xin chọn lại."), status=422) if indicator is None else None


def counts_people(figure: Figure) -> Refusal | None:
    """Whole people at points of a known sort."""
    if figure.measure is not Measure.COUNT or figure.value != int(figure.value) or figure.value < 1:
        return Refusal(_("Số người dự phải là số nguyên, đếm bằng người hoặc điểm cầu. Xin nhận bản ghi này như một số liệu."), status=422)
    return None


def visible(thing: Model | None) -> Refusal | None:
    """What the actor may not see does not exist for them."""
    return Refusal(_("Không tìm thấy mục đã chọn."), status=404) if thing is None else None


def nothing_hangs(count: int) -> Refusal | None:
    """What others built on stays."""
    if count:
        return Refusal(
            _("Chưa hoàn tác được: còn %(n)s mục gắn với sự việc này. Xin hoàn tác hoặc gỡ các mục đó trước.") % {"n": count}, status=409
        )
    return None


def empty(reason: str) -> Refusal:
    """Corrections that do not fit the shape of the record."""
    return Refusal(_("Chỗ sửa chưa đúng: %(what)s. Xin xem lại.") % {"what": reason}, status=422)
