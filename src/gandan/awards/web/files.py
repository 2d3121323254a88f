"""Papers of awards as Word files, filled from what the reader may open; and the list trích ngang as a page to be printed."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone, translation
from django.utils.text import slugify
from django.views.decorators.http import require_GET

from gandan.appraisals import queries as appraisals
from gandan.appraisals.templatetags.appraisal import points as said_points
from gandan.awards import queries
from gandan.awards.adapters.certificates import certificates as certificates_paper
from gandan.awards.adapters.extract import extract as extract_paper
from gandan.awards.adapters.lists import Proposed
from gandan.awards.adapters.minutes import Cards
from gandan.awards.adapters.minutes import minutes as minutes_paper
from gandan.awards.adapters.proposal import proposal as proposal_paper
from gandan.awards.adapters.summary import summary as summary_paper
from gandan.awards.enums import CallState, NomineeState, Whom
from gandan.awards.models import Call, Nomination, Nominee
from gandan.awards.web import board, words
from gandan.awards.web.dossier import dossier_for
from gandan.awards.web.nominee import nominee_for
from gandan.core.access import Actor, actor_of, guarded
from gandan.core.files.queries import of as files_of
from gandan.core.text import fold
from gandan.core.word import Paper
from gandan.core.word.web import download

OUT = (NomineeState.WITHDRAWN, NomineeState.EXCLUDED)


@require_GET
@guarded("awards.open_desk")
def proposal(request: HttpRequest, nomination: UUID) -> HttpResponse:
    """Tờ trình of the nominating office."""
    actor, today = actor_of(request), timezone.localdate()
    found = dossier_for(actor, nomination)
    with translation.override("vi"):
        rows = _dossier_rows(found, actor, today)
        paper = proposal_paper(found, rows, files=[f.name for f in files_of(found)], on=today)
    return _file(paper, "to-trinh", found.office.name_on(today))


@require_GET
@guarded("awards.open_desk")
def dossier_extract(request: HttpRequest, nomination: UUID) -> HttpResponse:
    """Danh sách trích ngang of one dossier."""
    actor, today = actor_of(request), timezone.localdate()
    found = dossier_for(actor, nomination)
    with translation.override("vi"):
        paper = extract_paper(found.call, _dossier_rows(found, actor, today), of=found.office, on=today, offices=False)
    return _file(paper, "trich-ngang", found.office.name_on(today))


@require_GET
@guarded("awards.open_desk")
def summary(request: HttpRequest, nominee: UUID) -> HttpResponse:
    """Tóm tắt thành tích of one. The name of the file tells nobody's name: a list of downloads is seen by others."""
    actor, today = actor_of(request), timezone.localdate()
    found = nominee_for(actor, nominee)
    with translation.override("vi"):
        paper = summary_paper(_proposed(found, actor, today), on=today)
    return _file(paper, "tom-tat-thanh-tich", f"so {found.position}")


@require_GET
@guarded("awards.open_desk")
def extract_page(request: HttpRequest, call: UUID) -> HttpResponse:
    """Danh sách trích ngang of the whole call, to be read and printed."""
    actor, today = actor_of(request), timezone.localdate()
    found = board.judged_call(actor, call)
    rows = _call_rows(found, actor, today)
    context = {
        "call": found,
        "groups": [(label, [r for r in rows if r.nominee.whom == whom]) for whom, label in board.GROUPS],
        "person": Whom.PERSON.label,
        "many": len(rows),
    }
    return render(request, "awards/staff/extract.html", context)


@require_GET
@guarded("awards.open_desk")
def extract(request: HttpRequest, call: UUID) -> HttpResponse:
    """The same as a Word file."""
    actor, today = actor_of(request), timezone.localdate()
    found = board.judged_call(actor, call)
    with translation.override("vi"):
        paper = extract_paper(found, _call_rows(found, actor, today), of=found.office, on=today, offices=True)
    return _file(paper, "trich-ngang", found.title)


@require_GET
@guarded("awards.open_desk")
def minutes(request: HttpRequest, call: UUID) -> HttpResponse:
    """Minutes of the council, from the day it began."""
    actor, today = actor_of(request), timezone.localdate()
    found = board.judged_call(actor, call)
    if found.council is None or found.state in (CallState.OPEN, CallState.PLANNED):
        raise Http404
    with translation.override("vi"):
        rows = _council_rows(found, actor, today)
        before = [r.nominee.appraisal for r in rows if r.nominee.appraisal]
        paper = minutes_paper(
            found,
            rows,
            session=queries.session(found, before),
            sheets={a.sheet for a in before},
            cards=_cards(rows, actor),
            on=today,
            council=found.council.title,
        )
    return _file(paper, "bien-ban", found.title)


@require_GET
@guarded("awards.open_desk")
def certificates(request: HttpRequest, call: UUID) -> HttpResponse:
    """The list of certificates of a decision, for whoever judges or runs the call."""
    actor, today = actor_of(request), timezone.localdate()
    found = board.judged_call(actor, call)
    if found.decision_id is None:
        raise Http404
    with translation.override("vi"):
        paper = certificates_paper(found, list(queries.of_call(found)), on=today)
    return _file(paper, "giay-chung-nhan", found.title)


def _dossier_rows(nomination: Nomination, actor: Actor, today: date) -> list[Proposed]:
    rows = queries.nominees(actor, nomination).exclude(state__in=OUT).order_by("whom", "position", "pk")
    found = []
    for nominee in rows:
        nominee.nomination = nomination
        found.append(_proposed(nominee, actor, today))
    return found


def _call_rows(call: Call, actor: Actor, today: date) -> list[Proposed]:
    found = []
    for nominee in board.proposed(call, actor).exclude(state__in=OUT):
        nominee.nomination.call = call
        found.append(_proposed(nominee, actor, today))
    return found


def _council_rows(call: Call, actor: Actor, today: date) -> list[Proposed]:
    """Everybody who was before the council, with what it said of them. Who was left out before is none of its business."""
    said, found = queries.came_to(call), []
    for nominee in board.proposed(call, actor).exclude(appraisal=None):
        nominee.nomination.call = call
        found.append(_proposed(nominee, actor, today, said=said.get(nominee.pk, NomineeState.PROPOSED)))
    return found


def _proposed(nominee: Nominee, actor: Actor, today: date, *, said: NomineeState = NomineeState.PROPOSED) -> Proposed:
    came_to = words.points(nominee.appraisal)
    return Proposed(
        nominee=nominee,
        told=queries.dossier(nominee, actor),
        office=nominee.nomination.office.name_on(today),
        points=came_to.points if came_to else "",
        spread=came_to.spread if came_to else "",
        grade=came_to.grade if came_to else "",
        said=said,
    )


def _cards(rows: Sequence[Proposed], actor: Actor) -> list[Cards]:
    """Only of appraisals that are closed, whose cards the council has seen; `cards_shown` says to whom they are named."""
    found = []
    for row in rows:
        appraisal = row.nominee.appraisal
        if appraisal is None or not row.points:
            continue
        cards = [c for c in appraisals.cards_shown(appraisal, actor) or () if c.round == appraisal.round and c.who]
        if cards:
            found.append(Cards(row.name, [(c.who, said_points(c.total)) for c in cards]))
    return found


def _file(paper: Paper, what: str, of: str) -> HttpResponse:
    return download(paper.content(), f"{what}-{slugify(fold(of))[:60]}.docx")
