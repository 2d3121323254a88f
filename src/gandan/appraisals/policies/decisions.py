"""WHEN it is decided: after the days of posting, after every objection has its answer, by an office that has no part in it."""

from collections.abc import Sequence
from datetime import date

from django.db.models import Max
from django.utils.translation import gettext as _

from gandan.appraisals import hands
from gandan.appraisals.enums import DecisionKind, Level, ObjectionState
from gandan.appraisals.models import Decision, Objection, Posting
from gandan.appraisals.policies.words import BAD, fits
from gandan.core.access import Actor, Refusal
from gandan.core.text import private
from gandan.units import enums as units
from gandan.units.models import Office

# Of what tier the office is; the centre has none here, who hands up enters its paper.
DECIDED_BY = {Level.BASE: units.Level.COMMUNE, Level.PROVINCE: units.Level.PROVINCE, Level.CENTRE: units.Level.PROVINCE}


def decide(
    *,
    kind: str,
    level: str,
    office: Office,
    number: str,
    title: str,
    decided_on: date,
    signed_as: str,
    signed_by: str,
    postings: Sequence[Posting],
    by: Actor,
    today: date,
) -> Refusal | None:
    """Words and dates of the paper, then what it rests on."""
    said = fits(number, what="number") or fits(title, what="decision") or private.refusal(title, names=False)
    said = said or fits(signed_as, what="signed_as") or fits(signed_by, what="signed_by", least=0)
    if said is not None:
        return said
    if decided_on > today:
        return Refusal(_("Ngày ký quyết định ở sau hôm nay. Xin xem lại ngày trên quyết định."), status=BAD)
    if Decision.objects.filter(office=office, number=number.strip(), decided_on=decided_on).exists():
        return Refusal(_("Quyết định này đã được ghi."), status=409)
    if not postings and kind != DecisionKind.REVOKE:
        return Refusal(_("Quyết định phải dựa trên kết quả đã niêm yết. Xin niêm yết trước."))
    return _level(level, office, today=today) or _rests(postings, office, decided_on=decided_on, by=by, today=today)


def of_the_centre(level: str, *, issuer: str) -> Refusal | None:
    """Only what the centre decides is entered for another: every other office signs its own papers."""
    if issuer and level != Level.CENTRE:
        return Refusal(_("Chỉ ghi hộ quyết định của trung ương. Xin để cơ quan ban hành tự ghi."), status=BAD)
    return fits(issuer, what="signed_as", least=0)


def _level(level: str, office: Office, *, today: date) -> Refusal | None:
    if level not in Level.values:
        return Refusal(_("Xin chọn cấp quyết định."), status=BAD)
    if level == Level.DISTRICT:
        return Refusal(_("Cấp huyện kết thúc hoạt động từ 01/7/2025 nên không ban hành quyết định mới."), status=BAD)
    wanted = DECIDED_BY.get(Level(level))
    if wanted is not None and office.unit.level != wanted:
        return Refusal(_("Cơ quan này không thuộc cấp đã chọn. Xin chọn lại cấp hoặc cơ quan."), status=BAD)
    return None if office.exists(today) else Refusal(_("Cơ quan này đã kết thúc hoạt động. Xin chọn cơ quan khác."), status=BAD)


def _rests(postings: Sequence[Posting], office: Office, *, decided_on: date, by: Actor, today: date) -> Refusal | None:
    for posting in postings:
        owned = hands.owners(posting.subject_type, posting.subject_id, posting.owner_office_id)
        if office.pk in owned or hands.of_office(by, owned, today=today):
            return Refusal(_("Cơ quan được xét không tự quyết định cho mình. Xin để cơ quan khác quyết định."))
        if (refusal := ready(posting, decided_on=decided_on)) is not None:
            return refusal
    return None


def ready(posting: Posting, *, decided_on: date) -> Refusal | None:
    """A posting whose days are over and whose objections are all answered; so are those to earlier postings of the same thing: taking one
    down and posting anew answers nobody, and no paper is older than the last answer."""
    if posting.taken_down_on is not None:
        return Refusal(_("Bản niêm yết “%(title)s” đã được gỡ nên không quyết định trên bản ấy được.") % {"title": posting.title})
    if decided_on <= posting.until:
        said = _("“%(title)s” niêm yết đến hết ngày %(day)s. Quyết định ký từ ngày hôm sau.")
        return Refusal(said % {"title": posting.title, "day": f"{posting.until:%d/%m/%Y}"})
    same = Posting.objects.filter(subject_type=posting.subject_type, subject_id=posting.subject_id)
    open_ = Objection.objects.filter(posting__in=same, state=ObjectionState.OPEN).count()
    if open_:
        return Refusal(_("Còn %(n)s phản đối chưa trả lời. Xin trả lời hết rồi mới quyết định.") % {"n": open_})
    answered = Objection.objects.filter(posting__in=same).aggregate(last=Max("replied_on"))["last"]
    if answered is not None and decided_on < answered:  # signed before, it was decided while somebody still waited for an answer
        said = _("Phản đối cuối cùng được trả lời ngày %(day)s. Quyết định ký từ ngày ấy trở đi.")
        return Refusal(said % {"day": f"{answered:%d/%m/%Y}"})
    return None
