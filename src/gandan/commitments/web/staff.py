"""Work at a desk: the list, one commitment, and the page of each deed on it."""

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from gandan.commitments import policies, queries
from gandan.commitments.enums import State
from gandan.commitments.models import Commitment
from gandan.commitments.web import asked, rows, slips, story, ways, words
from gandan.commitments.web.bulk import BULK
from gandan.commitments.web.deeds import BY_SLUG, Deed
from gandan.commitments.web.path import gates
from gandan.commitments.web.typed import ask_again_for_files, typed
from gandan.commitments.web.why import why
from gandan.core.access import Actor, Refusal, Role, actor_of, guarded, may, require

PER_PAGE = 25


@require_GET
@guarded("commitments.open_desk")
def index(request: HttpRequest) -> HttpResponse:
    """What the reader may see, narrowed as asked, late first."""
    actor, today = actor_of(request), timezone.localdate()
    asks = asked.read(request, today=today, default=_first_view(actor))
    found = asks.rows(queries.visible_to(actor), actor)
    page = Paginator(rows.named(found), PER_PAGE).get_page(request.GET.get("trang"))
    context = {
        "asked": asks,
        "page": page,
        "rows": rows.rows(page.object_list, actor=actor, today=today),
        "late": found.filter(asked.in_state(asked.LATE, today)).count() if asks.state != asked.LATE else 0,
        "bulk": [b for b in BULK if may(actor, b.permission)],
        "makes": may(actor, "commitments.promise") or may(actor, "commitments.assign"),
        "board": may(actor, "commitments.see_board"),
    }
    return render(request, "commitments/staff/list.html", context)


@require_GET
@guarded("commitments.open_desk")
def one(request: HttpRequest, commitment: UUID) -> HttpResponse:
    """Who owes what to whom by when and why by then; what comes next; what happened."""
    actor, today = actor_of(request), timezone.localdate()
    c = found_for(actor, commitment)
    pending = queries.pending(c)
    first, others = ways.ways(c, actor, today, pending=pending)
    reads = may(actor, "commitments.read_objections", c)
    context = {
        "row": rows.row(c, actor=actor, today=today),
        "path": gates(c),
        "pending": pending,
        "next": first,
        "others": others,
        "waits": ways.waits(c),
        "why": why(c),
        "made_label": words.made_label(c.kind),
        "person": c.lead_person.full_name if c.lead_person else "",
        "assigner": named_office(c.assigned_by, today),
        "asker": named_office(c.asked_by, today),
        "helpers": helpers(c, today),
        "may_help": policies.coordinators_change(c) is None and may(actor, "commitments.change_coordinators", c),
        "objections": story.objections(c, with_words=True) if reads else [],
        "proofs": story.proofs(c),
        "steps": story.steps(c, at_work=True, today=today),
    }
    return render(request, "commitments/staff/one.html", context)


@require_http_methods(["GET", "POST"])
@guarded("commitments.open_desk")
def deed(request: HttpRequest, commitment: UUID, slug: str) -> HttpResponse:
    """The page of one deed: refused before anything is typed where who or when say no. Whenever it is refused, what was typed stays."""
    if slug not in BY_SLUG:
        raise Http404
    what, actor, now = BY_SLUG[slug], actor_of(request), timezone.now()
    c = found_for(actor, commitment)
    sent = request.method == "POST"
    form = what.form(request.POST, request.FILES) if sent else what.form()
    refusal = _refusal(what, c, actor, timezone.localdate(now), sent=sent)
    if sent and refusal is None and form.is_valid():
        try:
            done = what.act(c, form, actor, now)
        except Refusal as refused:
            form.add_error(None, refused.sentence + (f" ({refused.law})" if refused.law else ""))
        else:
            if isinstance(done, list):  # codes, which the next page shows once
                slips.keep(request, c, kind=form.cleaned_data["kind"], codes=done)
                return redirect("commitments:slip", c.pk)
            messages.success(request, str(what.done))
            return redirect("commitments:one", c.pk)
    ask_again_for_files(form)
    status = (refusal.status if sent and refusal is not None else 0) or (422 if form.errors else 200)
    return render(request, "commitments/staff/deed.html", _context(c, what, actor, form, refusal), status=status)


def _refusal(what: Deed, c: Commitment, actor: Actor, today: date, *, sent: bool) -> Refusal | None:
    """Who, then when. A page that was opened with the right and sent without it keeps what was typed."""
    try:
        require(actor, what.permission, c)
    except Refusal as refused:
        if not sent:
            raise
        return refused
    return what.when(c, actor, today)


def _context(c: Commitment, what: Deed, actor: Actor, form: Form, refusal: Refusal | None) -> dict[str, object]:
    today = timezone.localdate()
    way = None
    if refusal is not None and what.slug == "bao-xong" and c.state == State.OPEN and may(actor, "commitments.add_evidence", c):
        way = ways.way(c, "bang-chung")
    return {
        "row": rows.row(c, actor=actor, today=today),
        "title": what.title,
        "deed": what.button,
        "explain": what.explain,
        "grave": "grave" if what.grave else "",
        "form": form,
        "refusal": refusal,
        "typed": typed(form) if refusal is not None else [],
        "way": way,
        "looks": what.looks,
        "report": story.report(c) if what.looks else None,
        "proofs": story.proofs(c) if what.looks else [],
        "not_done": reverse("commitments-public:object", args=[c.pk]) if what.slug == "xac-nhan" else "",
    }


def found_for(actor: Actor, key: UUID) -> Commitment:
    """The whole of one that the actor may see; any other is not there."""
    c = story.whole(queries.visible_to(actor)).filter(pk=key).first()
    if c is None:
        raise Http404
    return c


def helpers(c: Commitment, today: date) -> list[dict[str, object]]:
    """Offices that work along, by their names of today."""
    return [{"pk": h.office_id, "name": h.office.name_on(today)} for h in c.coordinators.all()]


def named_office(office: object, today: date) -> str:
    """An office by its name of today, empty for none."""
    name_on = getattr(office, "name_on", None)
    return str(name_on(today)) if name_on else ""


def _first_view(actor: Actor) -> str:
    """Officers begin with their office, leaders with their unit, specialists with everything they oversee."""
    roles = {h.role for h in actor.holdings}
    if Role.LEADER in roles:
        return asked.UNIT
    return asked.OFFICE if Role.OFFICER in roles else asked.ALL
