"""WHEN a council is formed, seated, dissolved."""

from datetime import date

from django.utils.translation import gettext as _

from gandan.accounts.models import RoleHeld, User
from gandan.accounts.queries import held_on
from gandan.appraisals import hands
from gandan.appraisals.enums import LIVING, Part
from gandan.appraisals.models import Council, Seat
from gandan.appraisals.policies.words import BAD, fits
from gandan.core.access import Actor, Refusal
from gandan.units.models import Office


def form(*, office: Office, title: str, formed_by: str, formed_on: date, today: date) -> Refusal | None:
    """By an office that stands, with a paper that was signed."""
    if not office.exists(today):
        return Refusal(_("Cơ quan này đã kết thúc hoạt động. Xin chọn cơ quan khác."), status=BAD)
    if formed_on > today:
        return Refusal(_("Ngày thành lập ở sau hôm nay. Xin xem lại ngày trên quyết định."), status=BAD)
    return fits(title, what="title") or fits(formed_by, what="formed_by")


def stands(council: Council) -> Refusal | None:
    """What was dissolved rests."""
    return Refusal(_("Hội đồng này đã giải thể.")) if council.dissolved_on is not None else None


def seat(council: Council, *, user: User, part: str, today: date) -> Refusal | None:
    """Somebody who works somewhere; once; one chair; and never while marks lie open: else an office could seat its majority."""
    if (refusal := stands(council) or opened(council)) is not None:
        return refusal
    if part not in Part.values:
        return Refusal(_("Xin chọn vai trò trong hội đồng."), status=BAD)
    if not user.is_active or not RoleHeld.objects.filter(held_on(today), user=user).exists():
        return Refusal(_("Người này không giữ vai trò nào trong hệ thống nên chưa vào hội đồng được."), status=BAD)
    sitting = council.seats.filter(until=None)
    if sitting.filter(user=user).exists():
        return Refusal(_("Người này đã có trong hội đồng."), status=409)
    if part == Part.CHAIR and sitting.filter(part=Part.CHAIR).exists():
        return Refusal(_("Hội đồng đã có chủ tịch. Xin cho chủ tịch cũ thôi trước."), status=409)
    return None


def unseat(seat: Seat, *, today: date) -> Refusal | None:
    """Not while marks lie open, so that nobody is put out for the marks they gave; but who works nowhere any more may always go."""
    if seat.until is not None:
        return Refusal(_("Người này đã thôi tham gia hội đồng."))
    works = seat.user.is_active and RoleHeld.objects.filter(held_on(today), user=seat.user_id).exists()
    return opened(seat.council) if works and seat.part != Part.SECRETARY else None


def unconcerned(council: Council, *, by: Actor, today: date) -> Refusal | None:
    """Who has a part in something that lies before it does not choose who judges it, in whatever role they act."""
    if hands.concerned(by, council.appraisals.filter(state__in=LIVING), today=today):
        said = _("Hội đồng đang xét hồ sơ Ông/Bà có liên quan, nên Ông/Bà không thêm hay cho thôi thành viên. Xin để người khác làm.")
        return Refusal(said)
    return None


def dissolve(council: Council) -> Refusal | None:
    """After everything it began has ended."""
    if (refusal := stands(council)) is not None:
        return refusal
    if council.appraisals.filter(state__in=LIVING).exists():
        return Refusal(_("Hội đồng còn hồ sơ đang xét. Xin chốt hoặc thôi xét các hồ sơ ấy trước."))
    return None


def opened(council: Council) -> Refusal | None:
    """Marks of a running appraisal have been shown."""
    if council.appraisals.filter(state__in=LIVING).exclude(shown_on=None).exists():
        return Refusal(_("Hội đồng đang có hồ sơ đã mở điểm mà chưa chốt nên chưa thay người được. Xin chốt hồ sơ ấy trước."))
    return None
