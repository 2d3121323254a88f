"""What becomes of a record of each kind once it is accepted, in a sentence."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from gandan.ingest.enums import RecordKind

_BECOMES: dict[str, str | Promise] = {
    RecordKind.ACTIVITY: _("thành hoạt động, ghi vào đơn vị nêu trong câu; bài này là nguồn"),
    RecordKind.DOCUMENT: _("vào sổ văn bản nếu chưa có, và được dẫn ở hoạt động"),
    RecordKind.FIGURE: _("thành số liệu kèm câu gốc, gắn với hoạt động"),
    RecordKind.REQUEST: _("thành đề nghị ở hoạt động, gửi tới đơn vị được nêu; chưa ràng buộc ai"),
    RecordKind.UNIT: _("thành nơi diễn ra của hoạt động; nơi chưa rõ là đơn vị nào thì để lại"),
    RecordKind.PERSON: _("ghi tên và chức vụ ở hoạt động; người không có chức vụ thì để lại"),
    RecordKind.AWARD: _("vào sổ khen thưởng kèm câu gốc: số tập thể, số cá nhân; không ghi tên"),
    RecordKind.MODEL: _("thành phiếu đăng ký mô hình chờ viết tiếp nếu là nơi Ông/Bà công tác; nơi khác thì ghi là bài viết có nêu"),
}


def becomes(kind: str) -> str | Promise:
    """The sentence of a kind."""
    return _BECOMES[kind]
