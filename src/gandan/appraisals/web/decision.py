"""Decisions: the register, one decision with what it gave, and its Word file."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils.text import slugify
from django.views.decorators.http import require_GET

from gandan.appraisals import decided, queries
from gandan.appraisals.enums import DecisionKind, Level
from gandan.appraisals.models import Decision
from gandan.core.access import Actor, actor_of, guarded, may
from gandan.core.text import fold
from gandan.directives.queries.visibility import visible_to as documents_visible_to

PER_PAGE = 25


@require_GET
@guarded("appraisals.open_desk")
def index(request: HttpRequest) -> HttpResponse:
    """Everything that was decided, the newest first; and where a decision is recorded."""
    actor, kind = actor_of(request), request.GET.get("loai", "")
    rows = queries.decisions()
    if kind in DecisionKind.values:
        rows = rows.filter(kind=kind)
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("trang"))
    shown = [{"decision": d, "office": d.office.name_on(d.decided_on)} for d in page.object_list]
    context = {"page": page, "rows": shown, "kinds": DecisionKind.choices, "kind": kind, "ways": _ways(actor)}
    return render(request, "appraisals/staff/decisions.html", context)


@require_GET
@guarded("appraisals.open_desk")
def one(request: HttpRequest, decision: UUID) -> HttpResponse:
    """Who decided what, by which paper, and what it names."""
    actor = actor_of(request)
    row = _found(decision)
    said = decided.of(row, actor)
    paper = documents_visible_to(actor).filter(pk=row.document_id).first() if row.document_id else None
    context = {"decision": row, "office": row.office.name_on(row.decided_on), "said": said, "document": paper.pk if paper else None}
    context["issuer"] = _issuer(row)
    return render(request, "appraisals/staff/decision.html", context)


@require_GET
@guarded("appraisals.open_desk")
def word(request: HttpRequest, decision: UUID) -> HttpResponse:
    """Its paper, to be signed."""
    from gandan.appraisals.web.decision_paper import paper
    from gandan.core.word.web import download

    row = _found(decision)
    if _issuer(row):
        raise Http404
    content = paper(row, decided.of(row, actor_of(request))).content()
    return download(content, f"quyet-dinh-{slugify(fold(row.number).replace('/', '-'))}-{row.decided_on.year}.docx")


def _issuer(decision: Decision) -> str:
    """Who issued a paper of the centre, which the office here only enters: nobody makes another's paper anew. A paper of an office of the
    tree is its own."""
    paper = decision.document
    return paper.issuer if decision.level == Level.CENTRE and paper is not None and paper.issuer_office_id is None else ""


def _ways(actor: Actor) -> list[dict[str, object]]:
    out: list[dict[str, object]] = []
    for way in decided.ways():
        try:
            url = reverse(way.url_name)
        except NoReverseMatch:  # the room runs without its pages
            continue
        if may(actor, way.permission):
            out.append({"label": str(way.label), "url": url})
    return out


def _found(key: UUID) -> Decision:
    row = queries.decisions().filter(pk=key).first()
    if row is None:
        raise Http404
    return row
