"""WHEN somebody proposed may be left out, taken in again, chosen, passed over."""

from datetime import date

from django.utils.translation import gettext as _

from gandan.appraisals.enums import ObjectionState
from gandan.appraisals.enums import State as AppraisalState
from gandan.appraisals.models import Objection
from gandan.awards.enums import NOMINEE_NEXT, CallState, NominationState, NomineeDeed, NomineeState
from gandan.awards.models import Nominee
from gandan.awards.policies.words import BAD, fits, reason
from gandan.core.access import Refusal

BEFORE_POSTING = frozenset({CallState.OPEN, CallState.COUNCIL})
ENDED = frozenset({AppraisalState.CLOSED, AppraisalState.SET_ASIDE})


def deed(nominee: Nominee, what: NomineeDeed) -> Refusal | None:
    """What the table of states allows, of a dossier that was handed in and stands."""
    if nominee.nomination.state != NominationState.SUBMITTED:
        return Refusal(_("Hồ sơ này chưa gửi, đã trả lại hoặc đã rút nên chưa xét được."))
    if what not in NOMINEE_NEXT[NomineeState(nominee.state)]:
        said = _("Trường hợp này đang ở bước “%(state)s” nên không làm được việc này.")
        return Refusal(said % {"state": nominee.get_state_display()})
    return None


def exclude(nominee: Nominee, *, why: str) -> Refusal | None:
    """Before anything is posted, with a reason that the proposing office reads."""
    return deed(nominee, NomineeDeed.EXCLUDE) or _before_posting(nominee) or reason(why)


def readmit(nominee: Nominee, *, why: str, closes_on: date | None, today: date) -> Refusal | None:
    """Left out wrongly; with a reason as well. Where the council scores already, it needs days for this one."""
    refused = deed(nominee, NomineeDeed.READMIT) or _before_posting(nominee) or reason(why)
    if refused is None and nominee.nomination.call.state == CallState.COUNCIL and (closes_on is None or closes_on <= today):
        return Refusal(_("Hội đồng đang xét: xin ghi hạn chấm cho trường hợp này, sau hôm nay."), status=BAD)
    return refused


def choose(nominee: Nominee, *, why: str = "") -> Refusal | None:
    """After the council's points are fixed and pass, before the list is posted; never against an objection that was upheld."""
    if (refused := deed(nominee, NomineeDeed.CHOOSE)) is not None:
        return refused
    if nominee.nomination.call.state != CallState.COUNCIL:
        return Refusal(_("Danh sách không thêm người khi đang công khai. Xin gỡ danh sách, chọn rồi công khai lại."))
    appraisal = nominee.appraisal
    if appraisal is None or appraisal.state != AppraisalState.CLOSED:
        return Refusal(_("Hội đồng chưa chốt điểm của trường hợp này."))
    if not appraisal.passed:
        return Refusal(_("Điểm của hội đồng chưa đạt ngưỡng của bảng điểm nên không chọn được."))
    if was_upheld(nominee):
        return Refusal(_("Ý kiến phản ánh về trường hợp này đã được kết luận là có cơ sở nên không chọn được."))
    return fits(why, what="reason", missing="", least=0)


def pass_over(nominee: Nominee, *, why: str) -> Refusal | None:
    """By the council once its points are fixed; of whom is on the posted list, as long as it is posted."""
    if (refused := deed(nominee, NomineeDeed.PASS_OVER)) is not None:
        return refused
    if nominee.nomination.call.state not in {CallState.COUNCIL, CallState.POSTED}:
        return Refusal(_("Hội đồng chưa xét đợt này."))
    if nominee.state == NomineeState.PROPOSED and (nominee.appraisal is None or nominee.appraisal.state not in ENDED):
        return Refusal(_("Hội đồng chưa chốt điểm của trường hợp này."))
    return reason(why)


def was_upheld(nominee: Nominee) -> bool:
    """Whether an objection to this very nominee was found right, in any posting of the call."""
    rows = Objection.objects.filter(posting__subject_type="awards.call", posting__subject_id=str(nominee.nomination.call_id))
    return rows.filter(about=str(nominee.pk), state=ObjectionState.UPHELD).exists()


def _before_posting(nominee: Nominee) -> Refusal | None:
    if nominee.nomination.call.state not in BEFORE_POSTING:
        return Refusal(_("Việc này chỉ làm trước khi công khai danh sách."))
    return None
