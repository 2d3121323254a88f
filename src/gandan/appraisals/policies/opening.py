"""WHEN something comes before a council, and when scoring begins or ends without a result."""

from collections.abc import Collection, Mapping
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.utils.translation import gettext as _

from gandan.appraisals import hands, subjects
from gandan.appraisals.calc import points
from gandan.appraisals.enums import LIVING, NEXT, Deed, Part, State
from gandan.appraisals.models import Appraisal, Council, Criterion, ScoreSheet
from gandan.appraisals.policies.councils import stands
from gandan.appraisals.policies.words import BAD, LONGEST, fits
from gandan.core.access import Actor, Refusal
from gandan.units.models import Office, Unit
from gandan.units.queries import ancestor_ids


def possible(appraisal: Appraisal, deed: Deed) -> Refusal | None:
    """The table of states says so."""
    if deed in NEXT[State(appraisal.state)]:
        return None
    said = _("Hồ sơ đang ở bước “%(state)s” nên chưa làm việc này được.")
    return Refusal(said % {"state": State(appraisal.state).label}, status=409)


def unconcerned(appraisal: Appraisal, *, by: Actor, today: date) -> Refusal | None:
    """Nothing certifies itself: nobody of the owning office, who wrote it, or who declared a tie moves it through the council."""
    if hands.concerned(by, [appraisal], today=today):
        return Refusal(_("Ông/Bà có liên quan đến hồ sơ này nên không tham gia xét. Xin để người khác làm."))
    return None


def open_appraisal(
    *,
    subject_type: str,
    subject_id: str,
    unit: Unit,
    owner_office: Office | None,
    council: Council,
    sheet: ScoreSheet,
    closes_on: date,
    today: date,
) -> Refusal | None:
    """Another office's council, at the unit or above it, with a sheet that holds today; once at a time."""
    if (refusal := stands(council)) is not None:
        return refusal
    owner = subjects.owner(subject_type, subject_id)
    if council.office_id in {o.pk for o in (owner_office, owner) if o is not None}:
        return Refusal(_("Hội đồng do chính cơ quan được xét lập thì không chấm được. Xin chọn hội đồng của cơ quan khác."))
    if council.unit_id not in ancestor_ids(unit.pk, today):
        return Refusal(_("Hội đồng này không xét hồ sơ của đơn vị ấy."), status=BAD)
    if not council.seats.filter(until=None, part=Part.CHAIR).exists():
        return Refusal(_("Hội đồng chưa có chủ tịch. Xin ghi chủ tịch trước."))
    if sheet.purpose != subject_type:
        return Refusal(_("Phiếu chấm này dùng cho việc khác. Xin chọn phiếu đúng loại."), status=BAD)
    if not sheet.holds(today):
        return Refusal(_("Phiếu chấm này hôm nay không có hiệu lực. Xin chọn phiên bản đang có hiệu lực."), status=BAD)
    if Appraisal.objects.filter(subject_type=subject_type, subject_id=subject_id, state__in=LIVING).exists():
        return Refusal(_("Hồ sơ này đang được một hội đồng xét."), status=409)
    return until(closes_on, today=today)


def until(closes_on: date, *, today: date) -> Refusal | None:
    """Members have at least until tomorrow."""
    if closes_on <= today:
        return Refusal(_("Hạn nộp phiếu phải sau hôm nay, để các thành viên kịp chấm."), status=BAD)
    return None


def score_self(appraisal: Appraisal, *, marks: Mapping[UUID, tuple[Decimal, str]], criteria: Collection[Criterion]) -> Refusal | None:
    """Every line, before the council begins."""
    if (refusal := possible(appraisal, Deed.SCORE_SELF)) is not None:
        return refusal
    if any(len(reason) > LONGEST["own_reason"] for _points, reason in marks.values()):
        return Refusal(_("Một lời giải thích dài quá 1000 ký tự. Xin viết gọn lại."), status=BAD)
    return whole_card({key: given for key, (given, _reason) in marks.items()}, criteria)


def whole_card(marks: Mapping[UUID, Decimal], criteria: Collection[Criterion]) -> Refusal | None:
    """A mark on every line, inside its range, at most two places behind the comma."""
    if set(marks) - {c.pk for c in criteria}:
        return Refusal(_("Phiếu có tiêu chí lạ. Xin mở lại trang và chấm theo phiếu của hồ sơ này."), status=BAD)
    for criterion in criteria:
        if criterion.pk not in marks:
            return Refusal(_("Chưa chấm tiêu chí “%(name)s”. Xin chấm đủ các tiêu chí.") % {"name": criterion.name}, status=BAD)
        if not points.fits(marks[criterion.pk], points.Line(criterion.least, criterion.most)):
            said = _("Điểm của tiêu chí “%(name)s” phải từ %(least)s đến %(most)s, lẻ nhiều nhất hai chữ số.")
            return Refusal(said % {"name": criterion.name, "least": criterion.least, "most": criterion.most}, status=BAD)
    return None


def begin(appraisal: Appraisal, *, members: int) -> Refusal | None:
    """Enough of the council is free of ties to make a result."""
    return possible(appraisal, Deed.BEGIN) or stands(appraisal.council) or _enough(members, appraisal.sheet.members_least)


def set_aside(appraisal: Appraisal, *, reason: str) -> Refusal | None:
    """With a reason that stays."""
    return possible(appraisal, Deed.SET_ASIDE) or fits(reason, what="reason", least=10)


def _enough(members: int, least: int) -> Refusal | None:
    if members >= least:
        return None
    said = _("Trừ người có liên quan, hội đồng còn %(members)s người chấm; phiếu chấm cần ít nhất %(least)s. Xin thêm thành viên.")
    return Refusal(said % {"members": members, "least": least})
