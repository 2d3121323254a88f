"""WHEN a request may be noted, taken up, declined, taken off."""

from datetime import date

from django.utils.translation import gettext as _

from gandan.activities.enums import NEXT, RequestState
from gandan.activities.models import Activity, Request
from gandan.activities.policies import activity as activities
from gandan.activities.policies import part
from gandan.activities.queries.lineage import answering
from gandan.core.access import Refusal
from gandan.units.models import Office, Unit

TEXT, BY, TO, REASON = 5_000, 200, 300, 500
ANEW = (RequestState.TAKEN_UP, RequestState.DECLINED)


def note(activity: Activity, *, text: str, by_text: str, to_text: str, addressed: Unit | None, quote: str) -> Refusal | None:
    """It says what is asked; a unit that is named existed then."""
    if refusal := activities.change(activity) or part.words("", quote):
        return refusal
    if not text or len(text) > TEXT or len(by_text) > BY or len(to_text) > TO:
        return Refusal(_("Hãy ghi nội dung đề nghị, không quá %(n)s chữ.") % {"n": TEXT}, status=422)
    return activities.existed(addressed, activity.starts_on) if addressed is not None else None


def _moves(request: Request, to: RequestState) -> Refusal | None:
    """What the table of states allows; work that was withdrawn leaves the request where it may be answered anew."""
    if to in NEXT[RequestState(request.state)] or (request.is_let_go and to in ANEW):
        return None
    said = {
        RequestState.NOTED: _("Đề nghị này chưa được trả lời."),
        RequestState.TAKEN_UP: _("Đề nghị này đã được nhận làm; mọi việc tiếp theo ghi ở việc đã nhận."),
        RequestState.DECLINED: _("Đề nghị này đã được trả lời là không nhận."),
        RequestState.WITHDRAWN: _("Đề nghị này đã gỡ."),
    }
    return Refusal(said[RequestState(request.state)], status=409)


def take_up(request: Request, *, lead: Office, asked_by: Office | None, today: date) -> Refusal | None:
    """An office of the unit that was asked, or of one of its successors, becomes the owner of the work."""
    if refusal := activities.change(request.activity) or _moves(request, RequestState.TAKEN_UP):
        return refusal
    if lead.unit_id not in answering(request.addressed_id or request.activity.unit_id):
        return Refusal(_("Cơ quan chủ trì phải thuộc đơn vị được đề nghị, hoặc đơn vị kế tục."), status=422)
    if lead.existed.upper is not None and lead.existed.upper <= today:
        return Refusal(_("Cơ quan này đã kết thúc hoạt động. Hãy chọn cơ quan đang hoạt động."), status=422)
    if asked_by is not None and not request.activity.host_set.filter(office=asked_by, removed_at=None).exists():
        return Refusal(_("Cơ quan đã đề nghị phải là cơ quan tổ chức hoạt động này."), status=422)
    return None


def decline(request: Request, *, reason: str) -> Refusal | None:
    """Whoever asked reads why."""
    if refusal := activities.change(request.activity) or _moves(request, RequestState.DECLINED):
        return refusal
    if not reason or len(reason) > REASON:
        return Refusal(_("Hãy ghi lý do không nhận, không quá %(n)s chữ; người đề nghị sẽ đọc được.") % {"n": REASON}, status=422)
    return None


def remove(request: Request) -> Refusal | None:
    """Only one that nobody has answered."""
    return activities.change(request.activity) or _moves(request, RequestState.WITHDRAWN)
