"""The handler's desk. Everybody else gets 404 on every address here, as if it were not there."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from gandan.core.access import Actor, Refusal, actor_of, guarded
from gandan.core.files.enums import FileKind
from gandan.core.logs.middleware import unobserved
from gandan.denunciations import actions, policies, queries
from gandan.denunciations.actions import Opened
from gandan.denunciations.enums import Deed, State
from gandan.denunciations.hands import desks
from gandan.denunciations.models import Denunciation
from gandan.units import queries as units

PER_PAGE = 20
SHAPES = {State.WAITING: "soon", State.TAKEN: "done", State.SENT_ON: "done", State.NOT_TAKEN: "past"}


@dataclass(frozen=True)
class Row:
    """A letter as its cover shows it: a name that says nothing, its state, and by when first handling ends."""

    letter: Denunciation
    name: str
    state: State
    shape: str
    due: date | None
    late: bool


@require_safe
@unobserved
@guarded("denunciations.open_desk")
def desk(request: HttpRequest) -> HttpResponse:
    """What waits stands first, the oldest on top."""
    actor, today = actor_of(request), timezone.localdate()
    mine = desks(actor)
    if not mine:
        raise Http404
    page = Paginator(queries.visible_to(actor), PER_PAGE).get_page(request.GET.get("trang"))
    dues = queries.first_due(d.set_aside_on for d in page.object_list if d.state == State.WAITING)
    found = [row(d, due=dues.get(d.set_aside_on) if d.state == State.WAITING else None, today=today) for d in page.object_list]
    context = {"rows": found, "page": page, "names": [queries.level_name(unit) for unit in mine]}
    return render(request, "denunciations/staff/desk.html", context)


@require_safe
@unobserved
@guarded("denunciations.open_desk")
def one(request: HttpRequest, letter: UUID) -> HttpResponse:
    """The cover: day, state, clock and what can be done. The words are behind a button, because each opening is recorded."""
    found = found_for(actor_of(request), letter)
    return render(request, "denunciations/staff/one.html", cover(found, today=timezone.localdate()))


@require_POST
@unobserved
@guarded("denunciations.open_desk")
def open_letter(request: HttpRequest, letter: UUID) -> HttpResponse:
    """The words, files and notes, on a page that no cache keeps."""
    actor, now = actor_of(request), timezone.now()
    found = found_for(actor, letter)
    try:
        opened = actions.open_letter(found, by=actor, now=now)
    except Refusal as refused:
        return render(
            request,
            "denunciations/staff/one.html",
            cover(found, today=timezone.localdate(now)) | {"refusal": refused},
            status=refused.status,
        )
    return render(request, "denunciations/staff/open.html", cover(found, today=timezone.localdate(now), opened=opened))


@require_POST
@unobserved
@guarded("denunciations.open_desk")
def file(request: HttpRequest, letter: UUID, number: int) -> HttpResponse:
    """One file, as an attachment; that too is an opening."""
    actor = actor_of(request)
    opened = actions.open_letter(found_for(actor, letter), by=actor, now=timezone.now())
    if not 1 <= number <= len(opened.files):
        raise Http404
    one = opened.files[number - 1]
    response = HttpResponse(one.raw, content_type=one.kind)
    response["Content-Disposition"] = f'attachment; filename="tep-{number}{FileKind(one.kind).suffix}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response


def found_for(actor: Actor, key: UUID) -> Denunciation:
    """A letter on the actor's own desk, or 404 whether there is one or not."""
    found = queries.visible_to(actor).filter(pk=key).first()
    if found is None:
        raise Http404
    return found


def row(letter: Denunciation, *, due: date | None, today: date) -> Row:
    """The cover in one line."""
    state = State(letter.state)
    return Row(letter, letter.pk.hex[-6:].upper(), state, SHAPES[state], due, due is not None and due < today)


def cover(letter: Denunciation, *, today: date, opened: Opened | None = None) -> dict[str, object]:
    """What both pages of a letter need."""
    deadlines = queries.clock(letter, notes=[noted for _day, noted in opened.notes] if opened else None)
    return {
        "row": row(letter, due=None, today=today),
        "desk": queries.level_name(letter.handling_unit_id),
        "deadlines": [(d, d.is_late(today)) for d in deadlines],
        "waiting": letter.state == State.WAITING,
        "may": {deed.value: policies.deed(letter, deed) is None for deed in Deed},
        "may_raise": policies.raise_level(letter) is None,
        "opened": opened,
        "about": units.one(UUID(opened.letter.unit)) if opened else None,
        "notes": [(day, noted, State(noted.outcome) if noted.outcome else None) for day, noted in opened.notes] if opened else [],
    }
