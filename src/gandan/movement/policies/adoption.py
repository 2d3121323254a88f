"""WHEN an office learns from a model of another, and when it says how that went."""

from django.utils.translation import gettext as _

from gandan.commitments.policies.words import BAD
from gandan.core.access import Refusal
from gandan.movement.enums import LIVING, NEXT, Deed, Kind, State, Worked
from gandan.movement.models import Drive, Practice
from gandan.units.models import Hamlet, Office

SHORTEST, LONGEST = 10, 1000


def adopt(practice: Practice, *, office: Office, hamlet: Hamlet | None, drive: Drive | None) -> Refusal | None:
    """A way of working that is registered and runs, learnt by another office that takes part in a drive; each original once at a time."""
    if practice.kind != Kind.MODEL:
        return Refusal(_("Điển hình là tập thể, cá nhân để noi gương; chỉ mô hình mới học theo được."))
    if Deed.ADOPT not in NEXT[State(practice.state)]:
        return Refusal(_("Chỉ học theo được mô hình đã đăng ký và đang hoạt động."))
    if office.pk == practice.office_id and (hamlet is None or hamlet.pk == practice.hamlet_id):
        return Refusal(_("Đây là mô hình của chính cơ quan này."))
    if hamlet is not None and hamlet.unit_id != office.unit_id:
        return Refusal(_("Thôn, tổ dân phố này không thuộc đơn vị của cơ quan học theo."), status=BAD)
    if drive is None:
        return Refusal(_("Đơn vị này chưa có phong trào thi đua nào đang phát động để đăng ký mô hình."))
    if practice.adoptions.filter(office=office, hamlet=hamlet, state__in=sorted(LIVING)).exists():
        return Refusal(_("Cơ quan này đã có một phiếu học theo mô hình đó. Xin mở phiếu ấy để viết tiếp."))
    return None


def judge_adoption(practice: Practice, *, worked: str, text: str) -> Refusal | None:
    """Who learnt it and has registered an own model says what came of it, in words that help the next one."""
    if practice.adopted_from_id is None:
        return Refusal(_("Mô hình này không học theo mô hình nào nên không có gì để nhận xét."))
    if Deed.JUDGE_ADOPTION not in NEXT[State(practice.state)]:
        return Refusal(_("Chỉ nhận xét được mô hình gốc sau khi mô hình học theo đã đăng ký."))
    if worked not in Worked.values:
        return Refusal(_("Xin chọn làm theo được, được một phần, hay không hợp."), status=BAD)
    if len(text) < SHORTEST:
        return Refusal(_("Xin ghi đã đổi gì, kết quả ra sao, ít nhất %(least)s ký tự.") % {"least": SHORTEST}, status=BAD)
    if len(text) > LONGEST:
        return Refusal(_("Đoạn này dài quá %(most)s ký tự. Xin viết gọn lại.") % {"most": LONGEST}, status=BAD)
    return None
