"""Where one can go on from a commitment: the one deed that comes next, and the others that are possible now."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from gandan.commitments import permissions, policies
from gandan.commitments.actions import BEGINNINGS
from gandan.commitments.enums import State
from gandan.commitments.models import Commitment, PendingHandover
from gandan.commitments.web import story
from gandan.commitments.web.deeds import ANY, BY_SLUG, DEEDS
from gandan.core import events
from gandan.core.access import Actor, Refusal, may

NEAR = timedelta(days=5)  # when a leader is asked whether the date will hold


@dataclass(frozen=True)
class Way:
    """A link to a deed's page; `why` is said beside the one that comes next."""

    label: str
    url: str
    why: str = ""
    grave: str = ""


@dataclass(frozen=True)
class Waits:
    """What is in others' hands now."""

    title: str
    why: str


def possible(c: Commitment, actor: Actor, today: date) -> list[str]:
    """The slugs of the deeds that who and when allow."""
    return [d.slug for d in DEEDS if may(actor, d.permission, c) and (d.when(c, actor, today) is None or _lacks_evidence(d.slug, c))]


def _lacks_evidence(slug: str, c: Commitment) -> bool:
    """Reporting is offered before there is evidence too: its page says what is missing and leads there."""
    return slug == "bao-xong" and c.state == State.OPEN and policies.not_pending(c) is None


def ways(c: Commitment, actor: Actor, today: date, *, pending: PendingHandover | None) -> tuple[Way | None, list[Way]]:
    """The next deed and the others."""
    can = possible(c, actor, today)
    if pending is not None and may(actor, "commitments.choose_successor", pending):
        first: Way | None = Way(
            _("Chọn nơi nhận việc"), reverse("commitments:choose_successor", args=[c.pk]), _("Chưa cơ quan nào chịu trách nhiệm việc này.")
        )
        slug = ""
    else:
        slug, why = _next(c, can, today)
        first = way(c, slug, why) if slug else None
    others = [*(way(c, s) for s in can if s != slug), *_elsewhere(c, actor, today)]
    if first is None:  # a deed with a page of its own comes next
        first = next((other for other in others if other.why), None)
        others = [other for other in others if other is not first]
    return first, sorted(others, key=lambda other: bool(other.grave))


def _next(c: Commitment, can: list[str], today: date) -> tuple[str, str]:
    if c.state == State.OPEN and "bao-xong" in can:
        if c.evidence.filter(round=c.round).exists():
            return "bao-xong", _("Đã có bằng chứng. Khi sản phẩm đủ như đã hẹn, xin báo đã xong.")
        if c.round > 1:
            return "bang-chung", _("Việc đã mở lại. Xin làm tiếp, thêm bằng chứng mới rồi báo xong.")
        return "bang-chung", _("Có ít nhất một bằng chứng rồi mới báo xong được.")
    if "nhan-ket-qua" in can:
        return "nhan-ket-qua", _("Cơ quan chủ trì báo đã xong. Xin đối chiếu với sản phẩm đã giao.")
    if "xac-nhan" in can:
        return "xac-nhan", _("Cơ quan chủ trì báo đã xong. Xin đối chiếu bằng chứng với lời hứa.")
    if c.is_late(today) and "nhac" in can:
        return "nhac", _("Việc đã quá hạn.")
    if "gia-han" in can and c.due - today <= NEAR:
        return "gia-han", _("Hạn đã gần. Nếu biết chắc không kịp, xin gia hạn trước khi quá hạn, có lý do.")
    if "tien-do" in can:
        return "tien-do", _("Cơ quan Ông/Bà phối hợp việc này.")
    return "", ""


def way(c: Commitment, slug: str, why: str = "") -> Way:
    """The link to a deed's page."""
    deed = BY_SLUG[slug]
    return Way(str(deed.title), reverse("commitments:deed", args=[c.pk, slug]), why, "grave" if deed.grave else "")


def _elsewhere(c: Commitment, actor: Actor, today: date) -> list[Way]:
    """Deeds with pages of their own kind."""
    found = _of_board(c, actor, today)
    if may(actor, "commitments.name_person", c) and policies.name_person(c, None, today=today) is None:
        nobody = "" if c.lead_person_id else _("Chưa ai được giao phụ trách việc này.")
        found.append(Way(_("Giao người phụ trách"), reverse("commitments:name_person", args=[c.pk]), nobody))
    if may(actor, "commitments.hand_over", c) and policies.movable(c) is None:
        found.append(Way(_("Chuyển cơ quan"), reverse("commitments:hand_over", args=[c.pk])))
    if may(actor, "commitments.reword", c) and rewording(c, today=today) is None:
        found.append(Way(_("Sửa lời ghi"), reverse("commitments:reword", args=[c.pk])))
    if may(actor, "commitments.erase_words"):
        found.append(Way(_("Xoá thông tin riêng"), reverse("commitments:erase", args=[c.pk]), grave="grave"))
    return found


def rewording(c: Commitment, *, today: date) -> Refusal | None:
    """Whether a slip of the pen can still be mended: on the day of writing, before anything came of it."""
    written_on = timezone.localdate(c.recorded_at)
    touched = written_on == today and events.of(c).exclude(verb__in=BEGINNINGS).exists()
    return policies.reword(c, recorded_on=written_on, touched=touched, today=today)


def _of_board(c: Commitment, actor: Actor, today: date) -> list[Way]:
    """The supervision board may say that it is not done, of an end by codes as well."""
    if not permissions.supervises(actor, c):
        return []
    if policies.object_to(c, report=story.posted(c), text=ANY, board=True, today=today) is not None or c.state == State.OPEN:
        return []
    url = reverse("commitments-public:object", args=[c.pk])
    if c.state == State.CONFIRMED:
        return [Way(_("Xem, phản đối"), url, _("Được xác nhận bằng mã. Ban giám sát xem bằng chứng; nếu chưa xong thì phản đối được."))]
    return [Way(_("Tôi thấy việc này chưa xong"), url)]


def waits(c: Commitment) -> Waits | None:
    """Said where the reader can do nothing now."""
    if c.state == State.REPORTED and c.is_task:
        return Waits(_("Cơ quan giao việc nhận kết quả hoặc trả lại"), _("Người đã báo xong không tự nhận kết quả của mình."))
    if c.state == State.REPORTED:
        return Waits(
            _("Người dân xác nhận hoặc nói chưa xong"),
            _("Đơn vị không tự xác nhận được. Ai cũng có thể nói chưa xong trên trang công khai."),
        )
    if c.state == State.UNOPPOSED:
        return Waits(_("Vẫn chờ người dân xác nhận"), _("Hết niêm yết, chưa ai phản đối; điều đó chưa phải là dân xác nhận."))
    return None
