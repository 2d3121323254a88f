"""WHEN a model comes before a council, its result is posted, it is recognised, and recognition is taken back."""

from datetime import date

from django.utils.translation import gettext as _

from gandan.appraisals.enums import Level, State
from gandan.appraisals.models import Appraisal, Council, Posting, ScoreSheet
from gandan.core.access import Refusal
from gandan.movement.enums import Deed, DriveState, Result
from gandan.movement.models import Practice, Recognition
from gandan.movement.policies.state import possible
from gandan.movement.policies.words import BAD
from gandan.movement.policies.words import reason as said
from gandan.movement.queries import recognition as read
from gandan.units.models import Office


def appraise(practice: Practice, *, council: Council, sheet: ScoreSheet | None, today: date) -> Refusal | None:
    """A living model of a drive that has a sheet, once a year for a level; the council may not be asked until the answer suits. One level
    recognises it once; what a province recognised comes before its council again for the centre."""
    if (refusal := possible(practice, Deed.APPRAISE)) is not None:
        return refusal
    if practice.drive.state not in {DriveState.LAUNCHED, DriveState.SUMMED_UP}:
        return Refusal(_("Phong trào của mô hình này chưa phát động hoặc đã huỷ."))
    if sheet is None:
        return Refusal(_("Phong trào chưa có phiếu chấm đang có hiệu lực. Xin ban hành phiếu chấm trước."))
    level = read.sought(practice, council.unit)
    if practice.recognitions.filter(level=level, revoked_by=None).exists():
        return Refusal(_("Mô hình đã được công nhận ở %(level)s.") % {"level": _lower(level)}, status=409)
    newest = practice.reviews.last()
    if newest is not None and newest.result == Result.FORMAL:
        return Refusal(_("Lần rà soát gần nhất ghi mô hình còn hình thức. Xin rà soát lại khi đã có kết quả, rồi đưa ra hội đồng."))
    return _not_again(practice, level, today=today)


def _not_again(practice: Practice, level: Level, *, today: date) -> Refusal | None:
    rows = read.appraisals(practice).filter(level=level)
    last = rows.filter(state=State.CLOSED).first()
    if last is None or last.ended_on is None:
        return None
    if read.passed(practice, level) is not None:
        return Refusal(_("Hội đồng đã chấm đạt. Xin niêm yết kết quả."), status=409)
    if not last.passed and last.ended_on.year == today.year:
        return Refusal(_("Năm nay hội đồng đã chấm và chưa đạt. Xin củng cố mô hình rồi xét lại vào năm sau."), status=409)
    return None


def post(practice: Practice, *, appraisal: Appraisal | None) -> Refusal | None:
    """After a council closed a result that passed; one that an objection brought down is appraised anew first."""
    if (refusal := possible(practice, Deed.POST)) is not None:
        return refusal
    if appraisal is None:
        return Refusal(_("Chưa có kết quả đạt của hội đồng để niêm yết. Kết quả bị phản đối đúng thì phải đưa ra hội đồng chấm lại."))
    return None


def nothing() -> str:
    """What is said to somebody who recognises nothing."""
    return _("Xin chọn ít nhất một mô hình để công nhận.")


def known_level(level: str) -> Refusal | None:
    """One of the list."""
    return None if level in Level.values else Refusal(_("Xin chọn cấp công nhận."), status=BAD)


def issued(level: str, *, issuer: str) -> Refusal | None:
    """The centre holds no office here: who enters its paper says who issued it; every other level signs its own."""
    if level == Level.CENTRE and not issuer:
        return Refusal(_("Xin ghi cơ quan trung ương ban hành quyết định."), status=BAD)
    if level != Level.CENTRE and issuer:
        return Refusal(_("Chỉ ghi cơ quan ban hành khi trung ương công nhận. Ở cấp khác, cơ quan quyết định tự ban hành."), status=BAD)
    return None


def issuer_of(recognition: Recognition) -> str:
    """Who takes back what the centre gave: who issued that paper. Empty for other levels, where the office decides by itself."""
    paper = recognition.decision.document
    return paper.issuer if recognition.level == Level.CENTRE and paper is not None else ""


def recognise(practice: Practice, *, level: str, appraisal: Appraisal | None, posting: Posting | None) -> Refusal | None:
    """A result that passed and was posted; whether the days of posting are over and objections answered `appraisals` asks."""
    if (refusal := possible(practice, Deed.RECOGNISE)) is not None:
        return refusal
    if practice.recognitions.filter(level=level, revoked_by=None).exists():
        said_ = _("“%(title)s” đã được công nhận ở %(level)s.")
        return Refusal(said_ % {"title": practice.title, "level": _lower(level)}, status=409)
    if level == Level.CENTRE and not practice.recognitions.filter(level=Level.PROVINCE, revoked_by=None).exists():
        return Refusal(_("“%(title)s” không còn được công nhận ở cấp tỉnh nên chưa được trung ương công nhận.") % {"title": practice.title})
    if appraisal is None:
        return Refusal(_("“%(title)s” chưa có kết quả đạt của hội đồng cấp này.") % {"title": practice.title})
    if posting is None:
        return Refusal(_("Kết quả của “%(title)s” chưa được niêm yết.") % {"title": practice.title})
    return None


def revoke(recognition: Recognition, *, office: Office, reason: str, decided_on: date) -> Refusal | None:
    """Once, by an office of the level that recognised, with a reason everybody reads."""
    if recognition.revoked_by_id is not None:
        return Refusal(_("Công nhận này đã được thu hồi."), status=409)
    if read.level_of(office.unit) != (Level.PROVINCE if recognition.level == Level.CENTRE else recognition.level):
        return Refusal(_("Chỉ cơ quan cùng cấp đã công nhận mới thu hồi."), status=BAD)
    if decided_on < recognition.recognised_on:
        return Refusal(_("Ngày thu hồi ở trước ngày công nhận. Xin xem lại ngày."), status=BAD)
    return possible(recognition.practice, Deed.REVOKE) or said(reason)


def _lower(level: str) -> str:
    label = str(Level(level).label)
    return label[:1].lower() + label[1:]
