"""WHEN people object or confirm, and when a task is accepted or sent back."""

from datetime import date

from django.utils.translation import gettext as _

from gandan.commitments import hands, permissions
from gandan.commitments.actor import CodeHolder
from gandan.commitments.enums import BY_CODE, CodeKind, Issuer, State
from gandan.commitments.models import Commitment, DoneReport
from gandan.commitments.policies.handover import not_pending
from gandan.commitments.policies.words import BAD, SHORTEST_OBJECTION, SHORTEST_REASON, fits
from gandan.core import legal
from gandan.core.access import Actor, Refusal
from gandan.core.events import Event

CODES = "commitment.codes"
POSTED = frozenset({State.REPORTED, State.UNOPPOSED})


def object_to(commitment: Commitment, *, report: DoneReport | None, text: str, board: bool, today: date) -> Refusal | None:
    """Anybody may say that what was reported done is not; what nobody reported done cannot be objected to.

    Two cases more, both as long as the report is posted: what another objection has just opened; and, by the supervision board, what
    was confirmed by codes alone, since codes pass through the hands of the office.
    """
    if commitment.is_task:
        return Refusal(_("Đây là việc nội bộ, do cơ quan giao việc nhận kết quả."), status=404)
    posted = report is not None and report.posted_until is not None and today <= report.posted_until
    if commitment.state == State.OPEN and not (posted and report is not None and report.objections.exists()):
        return Refusal(_("Đơn vị chưa báo xong việc này. Ông/Bà có thể xem hạn và tiến độ ở trang của việc."))
    if commitment.state == State.CONFIRMED and board and by_codes_alone(report):
        if not posted:
            return Refusal(_("Thời gian niêm yết đã hết nên ban giám sát không phản đối được nữa."))
    elif commitment.state not in {State.OPEN, *POSTED}:
        return Refusal(_("Việc này đã kết thúc."))
    return fits(text, what="text", least=SHORTEST_OBJECTION)


def clean_hands(commitment: Commitment, *, by: Actor) -> Refusal | None:
    """A code typed by somebody through whose hands the work went is not the people's word; the permission says the same, without words."""
    if isinstance(by, CodeHolder) and not hands.outside(by.behind, commitment):
        return Refusal(_("Người làm việc ở đơn vị đã hứa không xác nhận thay người dân. Xin để người giữ mã tự xác nhận."))
    if isinstance(by, CodeHolder) and permissions.supervises(by.behind, commitment):
        return Refusal(_("Ông/Bà là thành viên ban giám sát. Xin xác nhận với tư cách ban giám sát, không dùng mã của người dân."))
    return None


def by_codes_alone(report: DoneReport | None) -> bool:
    """Whether nobody but holders of codes said yes to it."""
    said = set(report.confirmations.values_list("how", flat=True)) if report else set()
    return bool(said) and said <= BY_CODE


def confirm(commitment: Commitment, *, report: DoneReport | None, by: Actor) -> Refusal | None:
    """After the unit reported it done, each code once for one report."""
    if commitment.is_task:
        return Refusal(_("Việc được giao do cơ quan giao việc nhận kết quả."))
    if commitment.state == State.OPEN:
        return Refusal(_("Đơn vị chưa báo xong nên chưa xác nhận được. Xin giữ mã và quay lại khi đơn vị báo xong."))
    if commitment.state not in POSTED or report is None:
        return Refusal(_("Việc này đã kết thúc."))
    if isinstance(by, CodeHolder) and report.confirmations.filter(code=by.code).exists():
        return Refusal(_("Mã này đã xác nhận rồi. Việc cần thêm một hộ dân khác xác nhận."))
    if isinstance(by, CodeHolder) and commitment.codes.filter(pk=by.code, replaced_on__isnull=False).exists():
        return Refusal(_("Mã này đã được thay bằng mã mới nên không dùng được nữa."))
    return None


def accept(commitment: Commitment, *, by: Actor, reported: Event | None) -> Refusal | None:
    """A task that was reported done, by somebody else than who reported it; where an office gave it to itself, by the unit's leader."""
    if (refusal := _reported_task(commitment)) is not None:
        return refusal
    if reported is not None and reported.actor == by.key:
        return Refusal(_("Người báo xong không tự nhận kết quả của mình. Xin để người khác ở cơ quan giao việc nhận."))
    if commitment.assigned_by_id == commitment.lead_id and not permissions.LEADER(by, commitment):
        return Refusal(_("Việc cơ quan tự giao cho mình do lãnh đạo đơn vị nhận kết quả."))
    return not_pending(commitment)


def send_back(commitment: Commitment, *, reason: str) -> Refusal | None:
    """A task that was reported done, with the reason."""
    return _reported_task(commitment) or fits(reason, what="reason", least=SHORTEST_REASON)


def _reported_task(commitment: Commitment) -> Refusal | None:
    if not commitment.is_task:
        return Refusal(_("Việc hứa với dân do người dân xác nhận, không do cơ quan nhận kết quả."))
    if commitment.state != State.REPORTED:
        return Refusal(_("Chỉ nhận hoặc trả lại việc đã báo xong."))
    return None


def issue_code(commitment: Commitment, *, kind: str, today: date) -> Refusal | None:
    """While the work is open (a code made after the report could be made for the report), and not more often than the rule allows."""
    if commitment.is_task:
        return Refusal(_("Việc nội bộ không có mã xác nhận của người dân."))
    if commitment.state != State.OPEN:
        return Refusal(_("Chỉ phát mã khi việc đang làm, trước khi báo xong."))
    if kind not in CodeKind.values:
        return Refusal(_("Xin chọn loại mã: cho người được hứa hoặc cho hộ dân có mặt."), status=BAD)
    if (refusal := not_pending(commitment)) is not None:
        return refusal
    if kind == CodeKind.HOLDER and commitment.codes.filter(issuer=Issuer.SENDER).exists():
        return Refusal(_("Lời hứa này trả lời một ý kiến: người gửi xác nhận bằng mã riêng của mình nên không phát mã cho ai khác."))
    allowed = legal.rule(CODES, on=today)
    if printed(commitment) >= allowed.days:
        return Refusal(_("Đã phát %(n)s mã cho việc này, là số mã tối đa.") % {"n": allowed.days}, law=allowed.cite())
    return None


def lend_code(commitment: Commitment) -> Refusal | None:
    """Of what came out of somebody's words, while it is open, once; never beside a holder's code that an office may have kept."""
    if commitment.is_task:
        return Refusal(_("Việc nội bộ không có mã xác nhận của người dân."))
    if commitment.state != State.OPEN or not commitment.origin_type:
        return Refusal(_("Chỉ lời hứa trả lời một ý kiến, khi đang làm, mới do người gửi ý kiến xác nhận."))
    if commitment.codes.filter(kind=CodeKind.HOLDER, replaced_on=None).exists():
        return Refusal(_("Lời hứa này đã có mã xác nhận."))
    return None


def printed(commitment: Commitment) -> int:
    """How many codes were handed out on paper."""
    return commitment.codes.exclude(issuer=Issuer.SENDER).count()


def enough_codes(commitment: Commitment, *, many: int, today: date) -> Refusal | None:
    """So many slips at once are still within the rule. That none is left, `issue_code` says."""
    allowed = legal.rule(CODES, on=today)
    left = allowed.days - printed(commitment)
    if 0 < left < many:
        return Refusal(_("Việc này còn phát được %(left)s mã. Xin ghi số phiếu ít hơn.") % {"left": left}, law=allowed.cite(), status=BAD)
    return None


def end_posting(commitment: Commitment, *, report: DoneReport | None, today: date) -> Refusal | None:
    """After the last day of posting, when nobody objected. Nobody has confirmed it either, and pages say so."""
    if commitment.is_task or commitment.state != State.REPORTED or report is None or report.posted_until is None:
        return Refusal(_("Việc này không còn trong thời gian niêm yết."))
    if today <= report.posted_until:
        return Refusal(_("Thời gian niêm yết chưa hết."))
    return None
