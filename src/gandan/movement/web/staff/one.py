"""One model at work: what comes next, the whole form, what shows that it works, what others found, and all that happened."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from gandan.appraisals.enums import State as Scored
from gandan.appraisals.models import Appraisal, Posting
from gandan.core.access import Actor, actor_of, guarded, may
from gandan.core.text.days import written
from gandan.movement.enums import Deed, State
from gandan.movement.models import Practice, VisitMember
from gandan.movement.policies.state import possible
from gandan.movement.queries import shown
from gandan.movement.web.public import KIN, kindred
from gandan.movement.web.staff import alike, found, linking, rows, story, ways, words, writing


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
    likes = alike.of(p, actor)
    context = {
        "row": rows.row(p, today=today),
        "practice": p,
        "shown": whole,
        "today": today,
        "gates": gates(p, whole, today),
        "next": first,
        "others": others,
        "waits": waits(p, actor),
        "sent_back": writing.sent_back(p),
        "alike": likes,
        "same": any(like.row.is_same for like in likes),
        "links": linking.lines(p, actor),
        "may_tie": may(actor, "movement.tie", p) and possible(p, Deed.TIE) is None,
        "mentions": list(shown.mentions(p)) if may(actor, "movement.read_measure", p) else whole.mentions,
        "teams": teams(p),
        "appraisals": list(appraisals(p)),
        "postings": list(postings(p)),
        "may_revoke": revocable(p, actor),
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
    scored = appraisals(p).filter(state=Scored.CLOSED).first()
    posting = postings(p).filter(taken_down_on=None).first()
    held = [r.row for r in whole.recognised if r.row.revoked_on is None]
    effective = review is not None and review.kind == "kept"
    registered = written(p.registered_on) if p.registered_on else words.shape(p, today=today).text
    return [
        Gate(_("Đăng ký"), registered, "done" if p.registered_on else "now"),
        Gate(_("Hiệu quả"), review.text if review else _("chưa rà soát"), "done" if effective else _now(p.registered_on)),
        Gate(_("Hội đồng"), _scored(scored), "done" if scored and scored.passed else ""),
        Gate(_("Niêm yết"), _posted(posting, today), "done" if posting and posting.until < today else "now" if posting else ""),
        Gate(_("Công nhận"), ", ".join(str(r.get_level_display()) for r in held) or _("chưa"), "done" if held else ""),
    ]


def _now(registered: object) -> str:
    return "now" if registered else ""


def _scored(scored: Appraisal | None) -> str:
    if scored is None:
        return _("chưa chấm")
    return _("đạt") if scored.passed else _("chưa đạt")


def _posted(posting: Posting | None, today: date) -> str:
    if posting is None:
        return _("chưa")
    return _("đến %(day)s") % {"day": written(posting.until)} if posting.until >= today else _("đã hết thời gian")


def appraisals(p: Practice) -> QuerySet[Appraisal]:
    """Before which councils it came, the newest first."""
    rows_of = Appraisal.objects.filter(subject_type=shown.SUBJECT, subject_id=str(p.pk))
    return rows_of.select_related("council", "grade", "sheet").order_by("-opened_on", "-pk")


def postings(p: Practice) -> QuerySet[Posting]:
    """What was posted of it, the newest first."""
    return Posting.objects.filter(subject_type=shown.SUBJECT, subject_id=str(p.pk)).order_by("-posted_on", "-pk")


def teams(p: Practice) -> dict[UUID, list[str]]:
    """Who went on each visit: for colleagues; the public page only counts them."""
    out: dict[UUID, list[str]] = {}
    for member in VisitMember.objects.filter(visit__practice=p).select_related("user").order_by("-is_head", "pk"):
        name = member.user.full_name
        out.setdefault(member.visit_id, []).append(_("%(name)s (trưởng đoàn)") % {"name": name} if member.is_head else name)
    return out


def revocable(p: Practice, actor: Actor) -> bool:
    """Whether the reader could take a recognition away; from which office is asked on the page."""
    return may(actor, "movement.revoke") and p.state in (State.REGISTERED, State.LAPSED, State.STOPPED)


def waits(p: Practice, actor: Actor) -> tuple[str, str] | None:
    """Said where others have the next word."""
    if p.state == State.SUBMITTED and not may(actor, "movement.register", p):
        why = _("Phiếu chưa công khai. Nếu bị trả lại, lời nhắn hiện ngay ở đây.")
        return _("Cơ quan phụ trách dân vận của đơn vị đang xem phiếu"), why
    return None
