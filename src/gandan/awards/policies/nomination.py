"""WHEN a dossier may be begun, filled, handed in, returned, withdrawn."""

from datetime import date

from django.utils.translation import gettext as _

from gandan.awards.enums import CallState, NominationState, NomineeState, Whom
from gandan.awards.given import CollectiveGiven, PersonGiven
from gandan.awards.models import Call, Nomination, Nominee
from gandan.awards.policies.call import given_to
from gandan.awards.policies.words import BAD, fits, number, reason
from gandan.core.access import Refusal
from gandan.core.text.days import written
from gandan.units.models import Office
from gandan.units.queries import ancestor_ids

CHANGEABLE = frozenset({NominationState.DRAFT, NominationState.RETURNED})
MOST_NOMINEES = 500
MOST_PAPERS = 60
EARLIEST_BORN, YOUNGEST = 1900, 14
MOST_YEARS = 70


def takes(call: Call, *, today: date) -> Refusal | None:
    """While dossiers are taken: some days after the last one they are marked late, then none is taken."""
    if call.state != CallState.OPEN:
        return Refusal(_("Đợt xét này không nhận hồ sơ lúc này. Xin xem lại thời gian nhận trên trang của đợt."))
    if call.intake_ended_on is not None and call.intake_ended_on <= today:
        return Refusal(_("Đợt xét này đã thôi nhận hồ sơ từ ngày %(day)s.") % {"day": written(call.intake_ended_on)})
    return None


def begin(call: Call, office: Office, *, today: date) -> Refusal | None:
    """A living office of the unit or of one below, once. The office that runs the
    call does not propose to itself: nothing is self-certified."""
    if (refused := takes(call, today=today)) is not None:
        return refused
    if not office.exists(today):
        return Refusal(_("Cơ quan này không còn hoặc chưa hoạt động. Xin chọn cơ quan khác."), status=BAD)
    if call.unit_id not in ancestor_ids(office.unit_id, today):
        return Refusal(_("Đợt xét này chỉ nhận đề nghị của cơ quan trong đơn vị mở đợt và các đơn vị trực thuộc."))
    if office.pk == call.office_id:
        return Refusal(_("Cơ quan mở đợt không tự đề nghị cho mình. Xin để cơ quan khác của đơn vị lập hồ sơ."))
    there = Nomination.objects.filter(call=call, office=office, made_in=office.unit_id).exclude(state=NominationState.WITHDRAWN)
    if there.exists():
        return Refusal(_("Cơ quan đã lập hồ sơ trong đợt này. Xin mở hồ sơ ấy để sửa hoặc bổ sung."))
    return None


def changeable(nomination: Nomination, *, today: date) -> Refusal | None:
    """As long as it is not handed in. What was returned may be mended even after the last day: it came in time, or was marked late."""
    if nomination.state not in CHANGEABLE:
        said = _("Hồ sơ đang ở bước “%(state)s” nên không sửa được. Cần sửa thì đề nghị cơ quan mở đợt trả lại để bổ sung.")
        return Refusal(said % {"state": nomination.get_state_display()})
    if nomination.state == NominationState.RETURNED:
        return None if nomination.call.state == CallState.OPEN else Refusal(_("Đợt xét đã chốt nên hồ sơ không sửa được nữa."))
    return takes(nomination.call, today=today)


def add(nomination: Nomination, *, whom: str, given: PersonGiven | CollectiveGiven, ground: str, today: date) -> Refusal | None:
    """Somebody the kind is given to, in one dossier of a size that a council can read."""
    if (refused := changeable(nomination, today=today)) is not None:
        return refused
    if nomination.nominees.exclude(state=NomineeState.WITHDRAWN).count() >= MOST_NOMINEES:
        return Refusal(_("Một hồ sơ không quá %(most)s trường hợp. Xin tách thành nhiều đợt.") % {"most": MOST_NOMINEES}, status=BAD)
    return whom_given(nomination.call, whom=whom, given=given) or told(nomination.call, given=given, ground=ground, today=today)


def whom_given(call: Call, *, whom: str, given: PersonGiven | CollectiveGiven) -> Refusal | None:
    """The kind is given to such, and what is told is of such."""
    if not given_to(call.kind, whom):
        if whom == Whom.COLLECTIVE:
            return Refusal(_("Hình thức này chỉ tặng cho cá nhân."), status=BAD)
        return Refusal(_("Hình thức này chỉ tặng cho tập thể."), status=BAD)
    if isinstance(given, PersonGiven) != (whom == Whom.PERSON):
        raise ValueError("a person is told as a person, a collective as a collective")
    return None


def told(call: Call, *, given: PersonGiven | CollectiveGiven, ground: str, today: date) -> Refusal | None:
    """What the award needs and no more: who, where, what for; of a person the year of birth, so that the same one is found again."""
    refused = (
        fits(given.name, what="name", missing=_("Xin ghi họ tên hoặc tên tập thể."))
        or fits(given.workplace, what="workplace", missing=_("Xin ghi nơi công tác."), least=1 if isinstance(given, PersonGiven) else 0)
        or fits(given.deeds, what="deeds", missing=_("Xin ghi tóm tắt thành tích."))
        or fits(given.note, what="reason", missing="", least=0)
        or _ground(call, ground)
    )
    if refused is not None or not isinstance(given, PersonGiven):
        return refused
    return fits(given.position, what="name", missing="", least=0) or _person(given, today=today)


def _person(given: PersonGiven, *, today: date) -> Refusal | None:
    born = given.born_on.year if given.born_on else given.born
    if born is None:
        return Refusal(_("Xin ghi năm sinh, để không tặng hai lần cho cùng một người và không nhầm người trùng tên."), status=BAD)
    if not EARLIEST_BORN <= born <= today.year - YOUNGEST:
        return Refusal(_("Năm sinh %(year)s có lẽ ghi nhầm. Xin xem lại.") % {"year": born}, status=BAD)
    if given.years is not None and not 0 <= given.years <= min(MOST_YEARS, today.year - born):
        return Refusal(_("Số năm công tác không khớp với năm sinh. Xin xem lại."), status=BAD)
    return None


def _ground(call: Call, ground: str) -> Refusal | None:
    if call.grounds and ground not in call.grounds:
        return Refusal(_("Xin chọn nội dung thành tích trong danh mục của đợt."), status=BAD)
    if not call.grounds and ground:
        return Refusal(_("Đợt này không chia theo nội dung thành tích."), status=BAD)
    return None


def once_in_dossier(nomination: Nomination, *, mac: str, mac_day: str, but: Nominee | None = None) -> Refusal | None:
    """The same person stands in a dossier once; of two with the same name and year, the whole date tells them apart."""
    if not mac:
        return None
    rows = nomination.nominees.filter(mac=mac).exclude(state=NomineeState.WITHDRAWN)
    for other in rows.exclude(pk=but.pk) if but else rows:
        if not mac_day or not other.mac_day or other.mac_day == mac_day:
            return Refusal(_("Hồ sơ đã có người cùng tên, cùng năm sinh. Nếu là hai người, xin ghi đủ ngày sinh của cả hai."), status=BAD)
    return None


def paper(nomination: Nomination, *, there: int, today: date) -> Refusal | None:
    """As long as the dossier can be mended, and as many as a council can open."""
    if (refused := changeable(nomination, today=today)) is not None:
        return refused
    if there >= MOST_PAPERS:
        return Refusal(_("Hồ sơ đã có %(most)s tệp. Xin gộp các tờ vào một tệp rồi gửi lại.") % {"most": MOST_PAPERS}, status=BAD)
    return None


def named(nominee: Nominee) -> Refusal | None:
    """Whom somebody took out is out."""
    return Refusal(_("Trường hợp này đã rút khỏi hồ sơ.")) if nominee.state == NomineeState.WITHDRAWN else None


def submit(nomination: Nomination, *, paper: str, today: date) -> Refusal | None:
    """Whole: somebody is proposed, and the paper by which the office proposes has a number."""
    if (refused := changeable(nomination, today=today)) is not None:
        return refused
    if not nomination.nominees.filter(state=NomineeState.PROPOSED).exists():
        return Refusal(_("Hồ sơ chưa có ai được đề nghị."))
    return number(paper, missing=_("Xin ghi số tờ trình của cơ quan."))


def give_back(nomination: Nomination, *, why: str) -> Refusal | None:
    """While dossiers can still be mended: before the council begins."""
    if nomination.state != NominationState.SUBMITTED or nomination.call.state != CallState.OPEN:
        return Refusal(_("Chỉ trả lại được hồ sơ đã gửi, khi đợt xét chưa chốt."))
    return reason(why)


def withdraw(nomination: Nomination) -> Refusal | None:
    """The office takes its proposal back as long as nobody scores it."""
    if nomination.state == NominationState.WITHDRAWN:
        return Refusal(_("Hồ sơ này đã rút."))
    if nomination.call.state != CallState.OPEN:
        return Refusal(_("Đợt xét đã chốt nên không rút hồ sơ được nữa. Xin báo cơ quan mở đợt."))
    return None
