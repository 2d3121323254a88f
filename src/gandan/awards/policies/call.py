"""WHEN a call may be planned, opened, closed, posted, decided, cancelled."""

from collections.abc import Sequence
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gandan.appraisals.enums import Level, ObjectionState
from gandan.appraisals.models import Council, Objection, ScoreSheet
from gandan.awards import hands
from gandan.awards.enums import CALL_NEXT, CallDeed, CallState, NominationState, NomineeState, Whom
from gandan.awards.given import QuotaGiven
from gandan.awards.models import AwardKind, Call, Nominee
from gandan.awards.policies.words import BAD, title
from gandan.core.access import Actor, Refusal
from gandan.core.text import private
from gandan.core.text.days import written
from gandan.units.enums import Level as Tier
from gandan.units.models import Office

MOST_PROPOSED = 9999
LONGEST_GROUND, MOST_GROUNDS = 200, 30
FIRST_YEAR, LAST_YEAR = 2000, 2100


def deed(call: Call, what: CallDeed) -> Refusal | None:
    """What the table of states allows."""
    if what not in CALL_NEXT[CallState(call.state)]:
        said = _("Đợt xét này đang ở bước “%(state)s” nên chưa làm được việc này. Xin xem lại trang của đợt.")
        return Refusal(said % {"state": call.get_state_display()})
    return None


def plan(
    *, kind: AwardKind, office: Office, words: str, year: int, opens_on: date, closes_on: date, sheet_code: str, today: date
) -> Refusal | None:
    """A living office of the level that gives it, and days in which somebody can answer."""
    if kind.ended_on is not None:
        return Refusal(_("Hình thức khen này đã thôi dùng."), status=BAD)
    if not office.exists(today):
        return Refusal(_("Cơ quan này không còn hoặc chưa hoạt động. Xin chọn cơ quan khác."), status=BAD)
    return title(words) or level(kind, office) or days(year=year, opens_on=opens_on, closes_on=closes_on, today=today) or _sheet(sheet_code)


def level(kind: AwardKind, office: Office) -> Refusal | None:
    """Who may ask for it: the commune for what the commune gives, the province for its own and for what it hands up to the centre."""
    if kind.level == Level.DISTRICT:
        return Refusal(_("Cấp huyện không còn xét khen từ ngày 1/7/2025."), status=BAD)
    tier = Tier.COMMUNE if kind.level == Level.BASE else Tier.PROVINCE
    if office.unit.level != tier:
        said = _("Hình thức này do cơ quan %(level)s mở đợt xét. Xin chọn hình thức khác hoặc cơ quan khác.")
        return Refusal(said % {"level": str(tier.label).lower()}, status=BAD)
    issuer = kind.names.order_by("during").last()
    if issuer is not None and issuer.issuer_kind and issuer.issuer_kind != office.kind:
        return Refusal(_("Hình thức này do cơ quan khác tặng: %(issuer)s.") % {"issuer": issuer.issuer}, status=BAD)
    return None


def days(*, year: int, opens_on: date, closes_on: date, today: date) -> Refusal | None:
    """From the first to the last day, of a year that is meant; not closed before anybody could read of it."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return Refusal(_("Xin xem lại năm xét."), status=BAD)
    if closes_on < opens_on:
        return Refusal(_("Hạn nhận hồ sơ phải từ ngày mở trở đi. Xin xem lại ngày."), status=BAD)
    if closes_on < today:
        return Refusal(_("Hạn nhận hồ sơ đã qua. Xin ghi một ngày từ hôm nay trở đi."), status=BAD)
    if closes_on.year > year + 1 or opens_on.year < year - 1:
        return Refusal(_("Ngày mở, hạn nhận và năm xét không khớp nhau. Xin xem lại."), status=BAD)
    return None


def _sheet(code: str) -> Refusal | None:
    return None if code.strip() else Refusal(_("Xin chọn bảng điểm mà hội đồng sẽ dùng."), status=BAD)


def grounds(lines: Sequence[str]) -> Refusal | None:
    """A closed list, short, nobody private in it: it is printed with the result."""
    if len(lines) > MOST_GROUNDS or len(set(lines)) != len(lines) or any(not 0 < len(line) <= LONGEST_GROUND for line in lines):
        return Refusal(_("Danh mục thành tích: mỗi dòng một nội dung, không trùng nhau, không quá 200 ký tự."), status=BAD)
    return private.refusal(*lines)


def quotas(given: Sequence[QuotaGiven], kind: AwardKind) -> Refusal | None:
    """One line for a unit and whom; of what the kind is given to."""
    if len({(q.unit, q.whom) for q in given}) != len(given):
        return Refusal(_("Một đơn vị chỉ có một dòng chỉ tiêu cho cá nhân và một dòng cho tập thể."), status=BAD)
    if any(not 0 <= q.most <= MOST_PROPOSED for q in given):
        return Refusal(_("Chỉ tiêu là số từ 0 đến %(most)s.") % {"most": MOST_PROPOSED}, status=BAD)
    if any(not given_to(kind, q.whom) for q in given):
        return Refusal(_("Hình thức này không tặng cho đối tượng ấy. Xin bỏ dòng chỉ tiêu đó."), status=BAD)
    return None


def given_to(kind: AwardKind, whom: str) -> bool:
    """Whether it is given to persons, or to collectives."""
    return kind.to_persons if whom == Whom.PERSON else kind.to_collectives


def change(call: Call) -> Refusal | None:
    """Only before it is open: whoever prepares a dossier relies on what was announced."""
    if call.state != CallState.PLANNED:
        return Refusal(_("Đợt xét đã mở nên thể lệ không đổi nữa. Cần đổi thì huỷ đợt này, có lý do, rồi mở đợt khác."))
    return None


def open_call(call: Call, *, sheet: ScoreSheet | None, has_rules: bool, today: date) -> Refusal | None:
    """On its day, with conditions that say their source and a sheet in force."""
    if (refused := deed(call, CallDeed.OPEN)) is not None:
        return refused
    if today < call.opens_on:
        return Refusal(_("Đợt xét này mở từ ngày %(day)s.") % {"day": written(call.opens_on)})
    if today > call.closes_on:
        return Refusal(_("Hạn nhận hồ sơ đã qua khi chưa mở đợt. Xin sửa hạn trước khi mở."))
    if not has_rules:
        return Refusal(_("Hình thức khen này chưa ghi điều kiện và nguồn. Xin ghi trước khi mở đợt."))
    return sheet_in_force(sheet)


def sheet_in_force(sheet: ScoreSheet | None) -> Refusal | None:
    """The council scores by something that holds."""
    if sheet is None:
        return Refusal(_("Đơn vị chưa có bảng điểm này đang hiệu lực. Xin ban hành bảng điểm trước."))
    return None


def end_intake(call: Call, *, today: date) -> Refusal | None:
    """After the day that was announced, never before."""
    if call.state != CallState.OPEN or call.intake_ended_on is not None:
        return Refusal(_("Đợt xét này không còn nhận hồ sơ."))
    return before_the_end(call, today=today)


def before_the_end(call: Call, *, today: date) -> Refusal | None:
    """Who was told a last day has it."""
    if today <= call.closes_on:
        return Refusal(_("Hạn nhận hồ sơ đã công bố là hết ngày %(day)s; chưa chốt trước ngày đó được.") % {"day": written(call.closes_on)})
    return None


def close(call: Call, *, council: Council, admitted: int, sheet: ScoreSheet | None, closes_on: date, today: date) -> Refusal | None:
    """A council of the unit that stands, a sheet, somebody to look at, and time to score."""
    refused = deed(call, CallDeed.CLOSE) or before_the_end(call, today=today) or sheet_in_force(sheet)
    if refused is not None:
        return refused
    if council.dissolved_on is not None or council.unit_id != call.unit_id:
        return Refusal(_("Xin chọn hội đồng đang hoạt động của chính đơn vị mở đợt."), status=BAD)
    if closes_on <= today:
        return Refusal(_("Hạn chấm điểm phải sau hôm nay."), status=BAD)
    if not admitted:
        return Refusal(_("Không có hồ sơ nào để đưa ra hội đồng. Nếu không ai được đề nghị, xin huỷ đợt, có lý do."))
    return None


def post(call: Call) -> Refusal | None:
    """Everybody who was scored is decided on, and somebody is chosen."""
    if (refused := deed(call, CallDeed.POST)) is not None:
        return refused
    waiting = proposed(call, NomineeState.PROPOSED)
    if waiting:
        said = ngettext(
            "Còn %(n)s trường hợp chưa chọn hoặc không chọn. Xin xét hết rồi mới công khai.",
            "Còn %(n)s trường hợp chưa chọn hoặc không chọn. Xin xét hết rồi mới công khai.",
            waiting,
        )
        return Refusal(said % {"n": waiting})
    return _somebody_chosen(call)


def decide(call: Call, *, by: Actor) -> Refusal | None:
    """What was posted and stands, by somebody who does not work for an office that proposes. That the posting is over and every objection
    answered is asked by `appraisals.decide`."""
    if hands.works_at_a_proposer(by, call):
        return Refusal(_("Ông/Bà cũng công tác ở cơ quan có hồ sơ trong đợt này. Xin để người khác của cơ quan mở đợt ghi quyết định."))
    if (refused := deed(call, CallDeed.DECIDE) or _somebody_chosen(call)) is not None:
        return refused
    upheld = upheld_about(call)
    if "" in upheld:
        return Refusal(_("Có ý kiến về cả danh sách được kết luận là có cơ sở. Xin gỡ danh sách, xét lại rồi công khai lần nữa."))
    chosen = {str(pk) for pk in chosen_of(call).values_list("pk", flat=True)}
    if chosen & upheld:
        said = _(
            "Có trường hợp trong danh sách mà ý kiến phản ánh đã được kết luận là có cơ sở. Hội đồng phải đưa ra khỏi danh sách, có lý do."
        )
        return Refusal(said)
    return None


def upheld_about(call: Call) -> set[str]:
    """Whom upheld objections are about, in any posting of the call: posting anew clears nobody. "": the list that stands, as a whole."""
    same = {"posting__subject_type": "awards.call", "posting__subject_id": str(call.pk)}
    rows = Objection.objects.filter(**same, state=ObjectionState.UPHELD).values_list("about", "posting")
    return {about for about, posting in rows if about or posting == call.posting_id}


def chosen_of(call: Call) -> QuerySet[Nominee]:
    """Who is on the list."""
    return Nominee.objects.filter(nomination__call=call, nomination__state=NominationState.SUBMITTED, state=NomineeState.CHOSEN)


def proposed(call: Call, state: str) -> int:
    """How many of the dossiers that were handed in are in a state."""
    return Nominee.objects.filter(nomination__call=call, nomination__state=NominationState.SUBMITTED, state=state).count()


def _somebody_chosen(call: Call) -> Refusal | None:
    if not proposed(call, NomineeState.CHOSEN):
        return Refusal(_("Hội đồng không chọn trường hợp nào. Xin huỷ đợt, có lý do."))
    return None
