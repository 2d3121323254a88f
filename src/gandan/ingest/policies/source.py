"""WHEN what is known of a text may be corrected, and an activity be begun from it."""

from django.utils.translation import gettext as _

from gandan.core.access import Refusal
from gandan.ingest.enums import TAKEN, RecordKind, RecordState
from gandan.ingest.models import Source


def describe(*, url: str) -> Refusal | None:
    """An address that can be opened."""
    if url.strip() and (not url.strip().startswith(("https://", "http://")) or len(url.strip()) > 500):
        return Refusal(_("Địa chỉ bài phải bắt đầu bằng http:// hoặc https://, không quá 500 chữ."), status=422)
    return None


def publish(source: Source, *, is_public: bool) -> Refusal | None:
    """Records carry on whether their text was published; so it cannot change under them."""
    if is_public != source.is_public and source.records.filter(state__in=TAKEN).exists():
        return Refusal(
            _("Bài này đã có bản ghi được nhận, nên không đổi giữa “đã đăng công khai” và nội bộ được. Xin hoàn tác các bản ghi đó trước."),
            status=409,
        )
    return None


def begin(source: Source) -> Refusal | None:
    """From a text of which no activity waits or was accepted."""
    there = source.records.filter(kind=RecordKind.ACTIVITY).exclude(state=RecordState.REJECTED)
    if there.filter(state=RecordState.WAITING).exists():
        return Refusal(_("Bài này còn sự việc chờ xem. Xin nhận hoặc bỏ sự việc đó trước."), status=409)
    return Refusal(_("Bài này đã có sự việc được nhận."), status=409) if there.exists() else None
