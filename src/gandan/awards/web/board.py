"""Everybody proposed in a call, for whoever judges it: what the rules say of each, the council's points, and what was decided."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from gandan.appraisals.enums import State as AppraisalState
from gandan.awards import queries
from gandan.awards.enums import NOMINEE_NEXT, CallState, NominationState, NomineeDeed, NomineeState, Whom
from gandan.awards.models import Call, Nominee
from gandan.awards.sealing import Dossier
from gandan.awards.web import deeds_dossier, words
from gandan.awards.web.call_page import call_for, may_judge
from gandan.awards.web.doing import Way
from gandan.core.access import Actor, actor_of, guarded, may

SLUGS = {
    NomineeDeed.CHOOSE: "chon",
    NomineeDeed.PASS_OVER: "khong-chon",
    NomineeDeed.EXCLUDE: "khong-dua-vao-xet",
    NomineeDeed.READMIT: "dua-lai",
}
BEFORE_POSTING = (CallState.OPEN, CallState.COUNCIL)
STATES = tuple(s for s in NomineeState if s != NomineeState.WITHDRAWN)


@dataclass(frozen=True)
class Row:
    """One who is proposed, as those entitled read it. `told` is None once it is erased."""

    nominee: Nominee
    told: Dossier | None
    office: str
    shape: str
    checks: list[words.Said]
    looks: list[words.Said]
    points: words.Points | None
    ways: list[Way]
    reason: str


@require_GET
@guarded("awards.open_desk")
def board(request: HttpRequest, call: UUID) -> HttpResponse:
    """Collectives and persons apart; narrowed to a state where asked."""
    actor = actor_of(request)
    found = judged_call(actor, call)
    state = request.GET.get("trang-thai", "")
    state = state if state in STATES else ""
    all_rows = rows_of(found, actor)
    kept = [r for r in all_rows if not state or r.nominee.state == state]
    context = {
        "call": found,
        "shape": words.CALL_SHAPES[CallState(found.state)],
        "groups": [(label, [r for r in kept if r.nominee.whom == whom]) for whom, label in GROUPS],
        "tabs": _tabs(all_rows, state),
        "many": len(all_rows),
        "council": may(actor, "appraisals.open_desk") and found.council,
    }
    return render(request, "awards/staff/board.html", context)


GROUPS = ((Whom.COLLECTIVE, Whom.COLLECTIVE.label), (Whom.PERSON, Whom.PERSON.label))


def judged_call(actor: Actor, key: UUID) -> Call:
    """A call whose board the actor reads; for anybody else there is no such page."""
    found = call_for(actor, key)
    if found.state == CallState.PLANNED or not may_judge(found, actor):
        raise Http404
    return found


def proposed(call: Call, actor: Actor) -> QuerySet[Nominee]:
    """Everybody in the dossiers that were handed in and that the actor may open, collectives first, as decisions list them."""
    dossiers = queries.nominations(actor, call=call).filter(state=NominationState.SUBMITTED)
    rows = Nominee.objects.filter(nomination__in=dossiers).exclude(state=NomineeState.WITHDRAWN)
    rows = rows.select_related("nomination__office", "nomination__unit", "appraisal__grade", "appraisal__sheet")
    return rows.prefetch_related("checks", "steps", "nomination__office__names").order_by(*queries.ORDER)


def rows_of(call: Call, actor: Actor) -> list[Row]:
    """As the board shows them; a number of questions that does not grow with them."""
    today = timezone.localdate()
    found = []
    for nominee in proposed(call, actor):
        nominee.nomination.call = call
        found.append(row_of(nominee, actor, office=nominee.nomination.office.name_on(today)))
    return found


def row_of(nominee: Nominee, actor: Actor, *, office: str) -> Row:
    """One, with `nomination.call`, `appraisal`, `checks` and `steps` at hand."""
    checks = words.checks(nominee)
    steps = list(nominee.steps.all())
    return Row(
        nominee=nominee,
        told=queries.dossier(nominee, actor),
        office=office,
        shape=words.NOMINEE_SHAPES[NomineeState(nominee.state)],
        checks=checks,
        looks=words.quick(checks),
        points=words.points(nominee.appraisal),
        ways=ways_of(nominee, actor),
        reason=steps[-1].reason if steps else "",
    )


def ways_of(nominee: Nominee, actor: Actor) -> list[Way]:
    """What whoever judges may do now, by what is known already: the page of the deed asks the rest."""
    call = nominee.nomination.call
    if nominee.nomination.state != NominationState.SUBMITTED or not may(actor, "awards.judge", nominee):
        return []
    fixed = nominee.appraisal is not None and nominee.appraisal.state == AppraisalState.CLOSED
    ended = nominee.appraisal is not None and nominee.appraisal.state in (AppraisalState.CLOSED, AppraisalState.SET_ASIDE)
    passed = fixed and nominee.appraisal is not None and bool(nominee.appraisal.passed)
    can = {
        NomineeDeed.CHOOSE: call.state == CallState.COUNCIL and passed,
        NomineeDeed.PASS_OVER: call.state in (CallState.COUNCIL, CallState.POSTED) and (ended or nominee.state == NomineeState.CHOSEN),
        NomineeDeed.EXCLUDE: call.state in BEFORE_POSTING,
        NomineeDeed.READMIT: call.state in BEFORE_POSTING,
    }
    next_ = NOMINEE_NEXT[NomineeState(nominee.state)]
    slugs = [slug for deed, slug in SLUGS.items() if deed in next_ and can[deed]]
    deeds = deeds_dossier.NOMINEE_BY_SLUG
    return [
        Way(s, str(deeds[s].button), reverse("awards:nominee_deed", args=[nominee.pk, s]), "grave" if deeds[s].grave else "") for s in slugs
    ]


def _tabs(rows: Iterable[Row], state: str) -> list[dict[str, object]]:
    counts: dict[str, int] = {}
    for row in rows:
        counts[row.nominee.state] = counts.get(row.nominee.state, 0) + 1
    tabs: list[dict[str, object]] = [{"url": "?", "label": _("Tất cả"), "n": sum(counts.values()), "current": not state}]
    tabs += [
        {"url": f"?trang-thai={one}", "label": one.label, "n": counts[one], "current": one == state} for one in STATES if counts.get(one)
    ]
    return tabs
