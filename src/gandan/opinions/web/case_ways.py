"""Where one can go on from a case: the one deed that comes next, with its reason, and the others that are possible now."""

from dataclasses import dataclass
from datetime import date

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from gandan.commitments.models import Commitment
from gandan.core.access import Actor, may
from gandan.core.text.days import written
from gandan.opinions import permissions, policies
from gandan.opinions.enums import Content, Deed, State
from gandan.opinions.models import Case, PendingCase
from gandan.opinions.queries import above
from gandan.opinions.web.deeds.table import BY_SLUG, DEEDS
from gandan.units.models import Office

# deeds with pages of their own kind: the deed of the table (none: always), the right, the page, the words of the link
ELSEWHERE = (
    (Deed.PUBLISH, "opinions.publish", "opinions:publish", Deed.PUBLISH.label),
    (Deed.UNPUBLISH, "opinions.unpublish", "opinions:unpublish", Deed.UNPUBLISH.label),
)


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


@dataclass(frozen=True)
class Standing:
    """What the choice of the next deed rests on, read once for the page."""

    case: Case
    actor: Actor
    today: date
    competent: Office | None
    promises: int
    open_promise: Commitment | None
    pending: PendingCase | None
    answered: bool  # somebody replied to what was asked
    shown: bool  # published, and shown

    def can(self, slug: str) -> bool:
        """Whether who and when allow a deed."""
        deed = BY_SLUG[slug]
        return may(self.actor, deed.permission, self.case) and deed.when(self.case, self.actor, self.today) is None


def ways(at: Standing) -> tuple[Way | None, list[Way]]:
    """The next deed and the others, grave ones last."""
    slug, why = _next(at)
    if at.pending is not None and may(at.actor, "opinions.choose_successor", at.pending):
        url = reverse("opinions:choose_successor", args=[at.case.pk])
        first: Way | None = Way(_("Chọn cơ quan nhận việc"), url, _("Đơn vị đã sắp xếp lại, chưa cơ quan nào giữ việc này."))
        slug = ""
    elif at.open_promise is not None and at.case.state == State.ANSWERED and permissions.ANSWERS(at.actor, at.case):
        url = reverse("commitments:one", args=[at.open_promise.pk])
        said = _("Đã hứa “%(title)s”. Làm xong thì báo xong ở đó, kèm bằng chứng.") % {"title": at.open_promise.title}
        first = Way(_("Mở lời hứa"), url, said)
        slug = ""
    elif slug == PUBLISH:
        first = next((w for w in _elsewhere(at) if w.url == _url(at.case, ELSEWHERE[0][2])), None)
        first = Way(first.label, first.url, why) if first else None
    else:
        first = way(at.case, slug, why) if slug else None
    others = [way(at.case, d.slug) for d in DEEDS if d.slug != slug and at.can(d.slug)]
    others += [w for w in _elsewhere(at) if first is None or w.url != first.url]
    return first, sorted(others, key=lambda w: bool(w.grave))


PUBLISH = "cong-khai"


def _next(at: Standing) -> tuple[str, str]:
    """The slug and why, by state; nothing where others are to act."""
    steps = {
        State.RECEIVED: _when_received,
        State.ASKED: _when_asked,
        State.ACCEPTED: _when_accepted,
        State.PAUSED: lambda at: ("tiep-tuc", _("Hết lý do tạm dừng thì xin làm tiếp; đồng hồ chạy lại từ lúc này.")),
        State.ANSWERED: _when_answered,
        State.DONE: _when_ended,
        State.CLOSED: _when_ended,
        State.REFUSED: _when_refused,
        State.CONFIRMED: _when_ended,
    }
    step = steps.get(State(at.case.state))
    slug, why = step(at) if step else ("", "")
    if slug and slug != PUBLISH and not at.can(slug):
        return ("giai-quyet-lai", _("Việc này đã đưa lên cấp trên.")) if at.can("giai-quyet-lai") and at.case.escalated_on else ("", "")
    return slug, why


def _when_received(at: Standing) -> tuple[str, str]:
    c = at.case
    if c.content == Content.UNSORTED:
        return "phan-loai", _("Ý kiến mới. Xin đọc và phân loại: nội dung nào thì theo thời hạn của nội dung ấy.")
    if c.content == Content.MIXED:
        return "hoi-lai", _("Ý kiến có nhiều nội dung. Xin hỏi lại để người gửi tách ra từng việc.")
    if at.competent is not None and at.competent.pk != c.office_id:
        return "chuyen", _("Theo bảng thẩm quyền, việc này do %(office)s giải quyết.") % {"office": at.competent.name_on(at.today)}
    return "nhan", _("Việc thuộc cơ quan này. Nhận để người gửi biết ai trả lời và trước ngày nào.")


def _when_asked(at: Standing) -> tuple[str, str]:
    return ("lam-tiep", _("Người gửi đã trả lời. Xin đọc và làm tiếp.")) if at.answered else ("", "")


def _when_accepted(at: Standing) -> tuple[str, str]:
    c = at.case
    if c.content == Content.UNSORTED:
        return "phan-loai", _("Xin phân loại trước khi trả lời: nội dung nào thì theo thời hạn của nội dung ấy.")
    if c.content == Content.MIXED:
        return "hoi-lai", _("Ý kiến có nhiều nội dung. Xin hỏi lại để người gửi tách ra từng việc.")
    if c.is_late(at.today):
        return "tra-loi", _("Đã quá hạn trả lời. Điều gì đã rõ, xin trả lời ngay.")
    if c.round > 1:
        return "tra-loi", _("Việc đã mở lại. Xin trả lời vào đúng điều chưa xong.")
    return "tra-loi", _("Trả lời trước hoặc trong ngày %(day)s.") % {"day": written(c.due)} if c.due else ""


def _when_answered(at: Standing) -> tuple[str, str]:
    if at.promises and at.open_promise is None:
        return "bao-xong", _("Khi làm xong điều đã hứa, xin báo để người gửi xem và xác nhận.")
    return _when_ended(at)


def _when_objected(at: Standing) -> tuple[str, str]:
    """Twice not done: those above decide; for others there is nothing to do, and nothing to publish."""
    if not at.can("giai-quyet-lai") or permissions.ANSWERS(at.actor, at.case):
        return "", ""
    return "giai-quyet-lai", _("Người gửi hai lần nói chưa xong. Xin yêu cầu giải quyết lại, hoặc khép lại có lý do.")


def _when_refused(at: Standing) -> tuple[str, str]:
    if at.case.escalated_on is not None and at.can("giai-quyet-lai") and not permissions.ANSWERS(at.actor, at.case):
        return "giai-quyet-lai", _("Việc này đã đưa lên cấp trên. Nếu chưa thỏa đáng, xin yêu cầu giải quyết lại.")
    return "", ""


def _when_ended(at: Standing) -> tuple[str, str]:
    if above.waits(at.case):
        return _when_objected(at)
    slug, why = _when_refused(at)
    if slug:
        return slug, why
    if not at.shown and at.case.content != Content.COMPLAINT:
        return PUBLISH, _("Người khác cũng có thể cần câu trả lời này. Xin xem rồi công khai, sau khi che thông tin riêng.")
    return "", ""


def way(c: Case, slug: str, why: str = "") -> Way:
    """The link to a deed's page."""
    deed = BY_SLUG[slug]
    return Way(str(deed.title), reverse("opinions:deed", args=[c.pk, slug]), why, "grave" if deed.grave else "")


def _elsewhere(at: Standing) -> list[Way]:
    found = []
    for deed, right, page, label in ELSEWHERE:
        url = _url(at.case, page)
        if url and (deed == Deed.UNPUBLISH) == at.shown and may(at.actor, right, at.case) and policies.possible(at.case, deed) is None:
            found.append(Way(str(label), url))
    return found


def _url(c: Case, page: str) -> str:
    try:
        return reverse(page, args=[c.pk])
    except NoReverseMatch:
        return ""


def waits(at: Standing) -> Waits | None:
    """Said where the reader can do nothing now."""
    c = at.case
    if c.state == State.REFUSED:
        return Waits(_("Người gửi, nếu chưa đồng ý"), _("Người gửi đọc lý do, căn cứ và xin xem lại được một lần."))
    if c.state == State.ASKED:
        if c.runs:
            return Waits(_("Người gửi bổ sung"), _("Đồng hồ vẫn chạy: việc đã quá hạn, hoặc câu hỏi trước chưa được trả lời."))
        return Waits(_("Người gửi bổ sung"), _("Đồng hồ đang dừng. Khi người gửi trả lời, việc tự chạy lại."))
    if above.waits(c):
        return Waits(
            _("Cấp trên quyết định"),
            _("Người gửi nói chưa xong thêm một lần sau khi mở lại. Cấp trên yêu cầu giải quyết lại, hoặc khép lại có lý do."),
        )
    if c.round > 1 and c.state in (State.ANSWERED, State.DONE):
        return Waits(
            _("Người gửi nói đúng hay chưa xong"), _("Việc đã mở lại một lần. Người gửi nói chưa xong nữa thì cấp trên quyết định.")
        )
    if c.state in (State.ANSWERED, State.DONE):
        return Waits(
            _("Người gửi nói đúng hay chưa xong"), _("Cơ quan không tự xác nhận được. Người gửi nói chưa xong thì việc mở lại, một lần.")
        )
    if c.state == State.JOINED:
        return Waits(_("Việc này đã gộp vào việc khác"), _("Mọi việc tiếp theo làm ở việc ấy."))
    return None
