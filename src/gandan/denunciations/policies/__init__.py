"""WHEN something may be done to a letter that was set aside. Reads, never writes."""

from datetime import date

from django.utils.translation import gettext as _

from gandan.core import events
from gandan.core.access import Actor, Refusal
from gandan.denunciations import hands, sealing
from gandan.denunciations.actor import Sender
from gandan.denunciations.enums import NEXT, OUTCOMES, Deed, State
from gandan.denunciations.models import Denunciation
from gandan.denunciations.sealing import BY_OFFICE

BAD = 422
LONGEST = 8000


def deed(denunciation: Denunciation, what: Deed) -> Refusal | None:
    """What the table of states allows, and nothing once the words are gone."""
    if denunciation.is_erased or not NEXT[State(denunciation.state)]:
        return Refusal(_("Lời trong thư này không còn ở đây nữa nên không làm thêm gì được."))
    if what not in NEXT[State(denunciation.state)]:
        return Refusal(_("Thư này đã có kết quả xử lý. Xin xem lại trang của thư."))
    return None


def by_sender(denunciation: Denunciation, *, by: Actor) -> Refusal | None:
    """Code and PIN speak for the sender only where no office ever held them: else whoever is accused takes the letter away in a minute."""
    if not isinstance(by, Sender):
        return None
    if hands.works(by.behind):
        return Refusal(_("Ông/Bà đang đăng nhập bằng tài khoản cán bộ nên không làm việc này thay người gửi được."))
    if not denunciation.is_erased and BY_OFFICE in sealing.letter(denunciation.sealed, key=denunciation.key).more:
        return Refusal(
            _("Mã và PIN trên biên nhận này do máy của cơ quan in, nên chỉ dùng để xem. Muốn rút hoặc chuyển cấp, xin đến gặp người xử lý.")
        )
    return None


def give_back(denunciation: Denunciation) -> Refusal | None:
    """Asked once: a sender who said no, or has not answered, is not asked again."""
    if (refusal := deed(denunciation, Deed.GIVE_BACK)) is not None:
        return refusal
    if denunciation.asked_on is not None:
        return Refusal(_("Người gửi ghi đây là tố cáo và đang được hỏi ý kiến. Xin chờ trả lời, hoặc ghi kết quả xử lý."))
    if events.of(denunciation).filter(verb="denunciations.declined").exists():
        return Refusal(_("Người gửi không đồng ý chuyển thành ý kiến. Xin ghi kết quả xử lý."))
    return None


def consent(denunciation: Denunciation, what: Deed) -> Refusal | None:
    """While the question stands."""
    if (refusal := deed(denunciation, what)) is not None:
        return refusal
    return None if denunciation.asked_on is not None else Refusal(_("Hiện không có câu hỏi nào chờ Ông/Bà trả lời."))


def set_aside(text: str) -> Refusal | None:
    """There is something to set aside."""
    return words(text, _("Xin viết điều Ông/Bà muốn nói."))


def note(text: str) -> Refusal | None:
    """A note says something."""
    return words(text, _("Xin viết nội dung ghi chú."))


def words(text: str, missing: str) -> Refusal | None:
    """Neither nothing nor a book."""
    if not text.strip():
        return Refusal(missing, status=BAD)
    return Refusal(_("Xin viết ngắn hơn %(n)s chữ cái.") % {"n": LONGEST}, status=BAD) if len(text) > LONGEST else None


def handle(denunciation: Denunciation, *, outcome: str, number: str, day: date, today: date) -> Refusal | None:
    """An outcome names the document by which it happens outside, so that somebody can find it there."""
    if (refusal := deed(denunciation, Deed.HANDLE)) is not None:
        return refusal
    if outcome not in OUTCOMES:
        return Refusal(_("Xin chọn một kết quả."), status=BAD)
    if not number.strip():
        return Refusal(_("Xin ghi số văn bản hoặc số trong sổ tiếp nhận đơn."), status=BAD)
    if not denunciation.set_aside_on <= day <= today:
        return Refusal(_("Ngày của văn bản phải từ ngày thư được để riêng đến hôm nay."), status=BAD)
    return None


def raise_level(denunciation: Denunciation) -> Refusal | None:
    """Above the centre there is nobody."""
    if denunciation.handling_unit_id is None:
        return Refusal(_("Thư này đã ở cấp cao nhất của hệ thống."))
    return deed(denunciation, Deed.RAISE)


def erase(denunciation: Denunciation) -> Refusal | None:
    """Once, and not while somebody waits for it to be handled."""
    if denunciation.is_erased:
        return Refusal(_("Lời trong thư này đã được xoá."))
    return deed(denunciation, Deed.ERASE)
