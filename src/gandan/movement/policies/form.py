"""WHEN a form may be begun, sent in, added to, or kept as a text told it. What is written in it is asked in written.py."""

from collections.abc import Collection
from datetime import date

from django.utils.translation import gettext as _

from gandan.core.access import Refusal
from gandan.movement.enums import Deed, DriveState, Subject
from gandan.movement.models import Drive, Practice
from gandan.movement.policies.missing import PARTS, empty, missing
from gandan.movement.policies.state import possible
from gandan.movement.policies.words import BAD
from gandan.movement.policies.written import EARLIEST, LONGEST, write
from gandan.movement.written import Written
from gandan.units import queries as units
from gandan.units.models import Hamlet, Office, Unit

__all__ = ["LONGEST", "begin", "complete", "empty", "missing", "submit", "tell", "write"]


def begin(drive: Drive, *, office: Office, hamlet: Hamlet | None, by_head: bool, today: date) -> Refusal | None:
    """In a drive that runs and reaches this far, by an office that stands. The head of a hamlet writes for the office that holds dân vận
    work in the commune; where no office was named for it, for any of its offices."""
    if drive.state != DriveState.LAUNCHED:
        return Refusal(_("Phong trào này chưa phát động hoặc đã kết thúc nên chưa nhận mô hình."))
    if not office.exists(today):
        return Refusal(_("Cơ quan này không còn hoặc chưa hoạt động. Xin chọn cơ quan khác."), status=BAD)
    if drive.unit_id not in units.ancestor_ids(office.unit_id, today):
        return Refusal(_("Phong trào này không phát động ở nơi của cơ quan đã chọn."), status=BAD)
    if hamlet is not None and not _lies_in(hamlet, office, today):
        return Refusal(_("Thôn, tổ dân phố này không thuộc đơn vị của cơ quan đã chọn. Xin chọn lại."), status=BAD)
    owner = units.dan_van_owner(office.unit_id, on=today)
    if by_head and owner is not None and owner.pk != office.pk:
        words = _("Mô hình của thôn, tổ dân phố do %(office)s đứng tên. Xin chọn cơ quan này.") % {"office": owner.name_on(today)}
        return Refusal(words, status=BAD)
    return None


def _lies_in(hamlet: Hamlet, office: Office, today: date) -> bool:
    return hamlet.places.filter(unit=office.unit_id, during__contains=today).exists()


def complete(practice: Practice, *, written: Written, given: Collection[str], today: date) -> Refusal | None:
    """What was left empty when it was registered; what people read there already is not written anew. `written` is the form with it."""
    refusal = possible(practice, Deed.COMPLETE)
    if refusal is not None:
        return refusal
    if not given:
        return Refusal(_("Xin ghi ít nhất một phần còn trống."), status=BAD)
    there = [str(PARTS[name]) for name in given if name not in empty(practice)]
    if there:
        words = _("Phần “%(parts)s” đã có khi đăng ký nên không viết lại.") % {"parts": "; ".join(there)}
        return Refusal(words, status=BAD)
    return write(practice, written=written, today=today)


def submit(practice: Practice, *, today: date) -> Refusal | None:
    """Everything that is asked for is written, the drive runs, and its window is open; what was sent back in time may come again later."""
    lacks = missing(practice)
    if lacks:
        return Refusal(_("Phiếu còn thiếu: %(parts)s.") % {"parts": "; ".join(m.sentence for m in lacks)}, status=BAD)
    drive = practice.drive
    if drive.state != DriveState.LAUNCHED:
        return Refusal(_("Phong trào này chưa phát động hoặc đã kết thúc nên chưa nhận mô hình."))
    ended = practice.field.ended_on
    if ended is not None and ended <= today:
        return Refusal(_("Lĩnh vực đã chọn không còn dùng. Xin chọn lĩnh vực khác."), status=BAD)
    if practice.submitted_on is None and not drive.windows.filter(opens_on__lte=today, closes_on__gte=today).exists():
        return Refusal(_("Hôm nay ngoài đợt nhận đăng ký của phong trào. Phiếu vẫn được giữ; xin gửi khi đợt mở."))
    return None


def tell(written: Written, *, drive: Drive, unit: Unit, told_on: date, today: date) -> Refusal | None:
    """A text names it, in a drive that reached the place. Of a single person only a decision tells, never an article."""
    if not written.title.strip():
        return Refusal(_("Xin ghi tên mô hình như bài viết."), status=BAD)
    if written.subject == Subject.PERSON:
        return Refusal(_("Cá nhân tiêu biểu chỉ ghi khi có đăng ký và quyết định công nhận."), status=BAD)
    if drive.unit_id not in {*units.ancestor_ids(unit.pk, today), *units.ancestor_ids(unit.pk, told_on)}:
        return Refusal(_("Phong trào này không phát động ở nơi bài viết nói đến."), status=BAD)
    if not EARLIEST <= told_on <= today:
        return Refusal(_("Ngày của bài viết chưa đúng. Xin xem lại."), status=BAD)
    return None
