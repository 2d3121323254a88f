"""One model at work: what comes next, the whole form, what shows that it works, what others found, and all that happened."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from gandan.appraisals import queries as appraised
from gandan.appraisals.enums import LIVING
from gandan.appraisals.enums import State as Scored
from gandan.appraisals.models import Appraisal, Posting
from gandan.core.access import Actor, actor_of, guarded, may
from gandan.core.text.days import written
from gandan.movement.enums import Deed, State
from gandan.movement.models import Practice, VisitMember
from gandan.movement.policies.state import possible
from gandan.movement.queries import recognition as read
from gandan.movement.queries import shown
from gandan.movement.web.public import KIN, kindred
from gandan.movement.web.staff import alike, before, found, linking, rows, story, ways, words, writing


@dataclass(frozen=True)
class Gate:
    """One step of the way from a form to recognition. Each is another's word; none follows from the one before by itself."""

    name: str
    note: str
    state: str


@require_GET
@guarded("movement.open_desk")
def page(request: HttpRequest, practice: UUID) -> HttpResponse:
    """Everything of it that the reader may see, and every deed that they may do today."""
    actor, today = actor_of(request), timezone.localdate()
    p = found.practice_for(actor, practice)
    whole = shown.whole(p, today=today)
    first, others = ways.ways(p, actor, today)
    likes, judged = alike.of(p, actor), before.scored(p, actor, today)
    posted = before.posted(p, actor, today)
    context = {
        "row": rows.row(p, today=today),
        "practice": p,
        "shown": whole,
        "today": today,
        "gates": gates(p, whole, today),
        "next": judging(p, actor, posted) or first,
        "others": others,
        "waits": waits(p, actor, judged, whole.posted),
        "sent_back": writing.sent_back(p),
        "alike": likes,
        "same": any(like.row.is_same for like in likes),
        "links": linking.lines(p, actor),
        "may_tie": may(actor, "movement.tie", p) and possible(p, Deed.TIE) is None,
        "mentions": list(shown.mentions(p)) if may(actor, "movement.read_measure", p) else whole.mentions,
        "teams": teams(p),
        "scored": judged,
        "posted": posted,
        "kindred": kindred(whole.family) if whole.family.size > 1 else [],
        "unshown": max(0, whole.family.size - KIN),
        "steps": story.steps(p, today=today),
        "may_measure": may(actor, "movement.read_measure", p) and possible(p, Deed.READ_MEASURE) is None,
        "public_url": reverse("movement-public:one", args=[p.pk]) if shown.one(p.pk) else "",
    }
    return render(request, "movement/staff/one.html", context)


def gates(p: Practice, whole: shown.Shown, today: date) -> list[Gate]:
    """Registered, effective, scored, posted, recognised: said side by side."""
    review = rows.reviewed(p)
    scored = read.appraisals(p).filter(state=Scored.CLOSED).first()
    runs = read.appraisals(p).filter(state__in=LIVING).first()
    posting = read.postings(p).filter(taken_down_on=None).first()
    held = [r.row for r in whole.recognised if r.row.revoked_on is None]
    effective = review is not None and review.kind == "kept"
    registered = written(p.registered_on) if p.registered_on else words.shape(p, today=today).text
    return [
        Gate(_("Đăng ký"), registered, "done" if p.registered_on else "now"),
        Gate(_("Hiệu quả"), review.text if review else _("chưa rà soát"), "done" if effective else _now(p.registered_on)),
        Gate(_("Hội đồng"), _scored(scored, runs), "now" if runs else "done" if scored and scored.passed else ""),
        Gate(_("Niêm yết"), _posted(posting, today), "done" if posting and posting.until < today else "now" if posting else ""),
        Gate(_("Công nhận"), ", ".join(str(r.get_level_display()) for r in held) or _("chưa"), "done" if held else ""),
    ]


def _now(registered: object) -> str:
    return "now" if registered else ""


def _scored(scored: Appraisal | None, runs: Appraisal | None) -> str:
    if runs is not None:
        return _("đang xét")
    if scored is None:
        return _("chưa chấm")
    return _("đạt") if scored.passed else _("chưa đạt")


def _posted(posting: Posting | None, today: date) -> str:
    if posting is None:
        return _("chưa")
    return _("đến %(day)s") % {"day": written(posting.until)} if posting.until >= today else _("đã hết thời gian")


def judging(p: Practice, actor: Actor, posted: list[before.Posted]) -> ways.Way | None:
    """A card that the reader owes, or objections that wait for the reader's office: others wait for it."""
    mine = appraised.mine(actor).filter(subject_type=shown.SUBJECT, subject_id=str(p.pk)).first()
    if mine is not None:
        why = _("Ông/Bà chấm hồ sơ này trước hết ngày %(day)s") % {"day": written(mine.closes_on)}
        return ways.Way(_("Chấm điểm"), reverse("appraisals:card", args=[mine.pk]), why)
    heard = next((one for one in posted if one.open and one.url), None)
    if heard is not None:
        why = _("Có phản đối chưa trả lời. Trả lời hết thì mới công nhận được.")
        return ways.Way(_("Trả lời phản đối"), heard.url, why)
    return None


def teams(p: Practice) -> dict[UUID, list[str]]:
    """Who went on each visit: for colleagues; the public page only counts them."""
    out: dict[UUID, list[str]] = {}
    for member in VisitMember.objects.filter(visit__practice=p).select_related("user").order_by("-is_head", "pk"):
        name = member.user.full_name
        out.setdefault(member.visit_id, []).append(_("%(name)s (trưởng đoàn)") % {"name": name} if member.is_head else name)
    return out


def waits(p: Practice, actor: Actor, scored: list[before.Scored], posted: list[Posting]) -> tuple[str, str] | None:
    """Said where others have the next word."""
    if p.state == State.SUBMITTED and not may(actor, "movement.register", p):
        why = _("Phiếu chưa công khai. Nếu bị trả lại, lời nhắn hiện ngay ở đây.")
        return _("Cơ quan phụ trách dân vận của đơn vị đang xem phiếu"), why
    runs = next((one.row for one in scored if one.runs), None)
    if runs is not None:
        until = _("Thành viên nộp phiếu điểm đến hết %(day)s.") % {"day": written(runs.closes_on)}
        return _("%(council)s đang xét") % {"council": runs.council.title}, until
    if posted:
        until = _("Đến hết %(day)s ai cũng có thể phản đối; sau đó mới công nhận được.") % {"day": written(posted[0].until)}
        return _("Kết quả của hội đồng đang niêm yết"), until
    return None
