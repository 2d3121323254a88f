"""WHEN details of an activity may be added or taken off."""

from django.utils.translation import gettext as _

from gandan.activities.enums import Point
from gandan.activities.models import Activity, Attendance, Part
from gandan.activities.policies import activity as activities
from gandan.core.access import Refusal
from gandan.core.files.enums import FileKind
from gandan.core.text import is_name
from gandan.directives.models import Document
from gandan.indicators.enums import Bound
from gandan.units.models import Office, Unit

MOST = 2_000_000_000  # people; a column of the database holds no more
NAME, MENTION, QUOTE, PERSON, POSITIONS = 200, 200, 5_000, 100, 12
PHOTOS = 60


def host(activity: Activity, *, office: Office | None, name: str) -> Refusal | None:
    """An office that existed then, or a name."""
    if refusal := activities.change(activity):
        return refusal
    if office is None and (not name or len(name) > NAME):
        return Refusal(_("Hãy chọn cơ quan hoặc ghi tên cơ quan tổ chức, không quá %(n)s chữ.") % {"n": NAME}, status=422)
    return None


def place(activity: Activity, *, unit: Unit, mention: str, quote: str) -> Refusal | None:
    """A unit that existed then, other than the main one."""
    if refusal := activities.change(activity) or words(mention, quote):
        return refusal
    if unit.pk == activity.unit_id:
        return Refusal(_("Đây đã là đơn vị chính của hoạt động."), status=409)
    return activities.existed(unit, activity.starts_on)


def words(mention: str, quote: str) -> Refusal | None:
    """Words of a text are kept to a sentence."""
    if len(mention) > MENTION or len(quote) > QUOTE:
        return Refusal(_("Câu trích không quá %(n)s chữ.") % {"n": QUOTE}, status=422)
    return None


def attendance(activity: Activity, *, point: str, points: int | None, people: int | None, bound: str, quote: str) -> Refusal | None:
    """One line for each sort of point; it counts points, people or both."""
    if refusal := activities.change(activity) or words("", quote):
        return refusal
    if point not in Point.values or bound not in Bound.values:
        return Refusal(_("Hãy chọn nơi dự và cách nói số trong danh sách."), status=422)
    if (points is None and people is None) or any(n is not None and not 1 <= n <= MOST for n in (points, people)):
        return Refusal(_("Hãy ghi số người dự, số điểm cầu, hoặc cả hai; là số nguyên từ 1 trở lên."), status=422)
    if Attendance.objects.filter(removed_at=None, activity=activity, point=point).exists():
        return Refusal(
            _("Đã có số người dự cho mục “%(point)s”. Nếu số đó sai, hãy gỡ rồi ghi lại.") % {"point": Point(point).label}, status=409
        )
    return None


def participant(activity: Activity, *, name: str, positions: list[str], quote: str) -> Refusal | None:
    """Only office holders in their office are named: somebody without a position is a private person."""
    if refusal := activities.change(activity) or words("", quote):
        return refusal
    if not positions:
        return Refusal(_("Chỉ ghi tên người giữ chức vụ, kèm chức vụ. Người dân xin chỉ ghi bằng số người dự."), status=422)
    if not is_name(name, letters=True) or len(name) > PERSON or len(positions) > POSITIONS or any(len(p) > NAME for p in positions):
        return Refusal(_("Hãy ghi họ tên và từng chức vụ, mỗi dòng một chức vụ."), status=422)
    return None


def document(activity: Activity, *, document: Document, quote: str) -> Refusal | None:
    """A record of a document that stands. What is public does not point to what is internal."""
    if refusal := activities.change(activity) or words("", quote):
        return refusal
    if not document.is_recorded:
        return Refusal(_("Văn bản này đã được rút khỏi sổ. Hãy dẫn văn bản khác."), status=409)
    return None


def source(activity: Activity, *, title: str, url: str, quote: str) -> Refusal | None:
    """A source can be found again: by a title or an address."""
    if refusal := activities.change(activity) or words("", quote):
        return refusal
    if not title and not url:
        return Refusal(_("Hãy ghi tên bài hoặc địa chỉ của nguồn."), status=422)
    if (url and not url.startswith(("https://", "http://"))) or len(url) > 500 or len(title) > activities.TITLE:
        return Refusal(
            _("Địa chỉ nguồn phải bắt đầu bằng http:// hoặc https://; tên bài không quá %(n)s chữ.") % {"n": activities.TITLE}, status=422
        )
    return None


def photo(activity: Activity, *, caption: str) -> Refusal | None:
    """A caption is what people hear who do not see the picture."""
    if refusal := activities.change(activity):
        return refusal
    if not caption or len(caption) > NAME:
        return Refusal(_("Hãy ghi ảnh chụp gì, không quá %(n)s chữ, để người không nhìn được cũng biết.") % {"n": NAME}, status=422)
    if activity.photo_set.filter(removed_at=None).count() >= PHOTOS:
        return Refusal(_("Một hoạt động giữ nhiều nhất %(n)s ảnh. Hãy gỡ bớt ảnh cũ.") % {"n": PHOTOS}, status=409)
    return None


def picture(kind: str) -> Refusal | None:
    """Only images here; a text belongs among documents or sources."""
    return (
        None if FileKind(kind).is_image else Refusal(_("Chỗ này chỉ nhận ảnh. Văn bản xin ghi ở mục Văn bản rồi dẫn số hiệu."), status=415)
    )


def remove(part: Part) -> Refusal | None:
    """Once, and not from what was withdrawn."""
    if part.removed_at is not None:
        return Refusal(_("Mục này đã gỡ rồi."), status=409)
    return activities.change(part.activity)
