"""For everyone: what a ward promised and what came of it; one promise with its evidence and every date it was given."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode
from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from gandan.commitments import queries
from gandan.commitments.enums import Kind, State
from gandan.commitments.models import Commitment
from gandan.commitments.queries import Counts
from gandan.commitments.queries.places import listed_in
from gandan.commitments.web import asked, rows, story, words
from gandan.commitments.web.path import gates
from gandan.commitments.web.staff import helpers, named_office
from gandan.commitments.web.why import why
from gandan.core.access import Anyone, public
from gandan.core.ui import place as place_cookie
from gandan.units import queries as units
from gandan.units.gazetteer import Place

PER_PAGE = 20
MOST_NAMES = 8


@dataclass(frozen=True)
class Figure:
    """One number of a ward, never added to another; its address narrows the list to it."""

    label: str | Promise
    n: int
    kind: str
    url: str
    current: bool
    state: str


FIGURES = (
    ("confirmed", gettext_lazy("dân xác nhận"), "kept", "confirmed"),
    ("reported", gettext_lazy("báo đã xong, đang niêm yết"), "done", "reported"),
    ("unopposed", gettext_lazy("chưa ai phản đối"), "unsure", "unopposed"),
    ("open", gettext_lazy("đang làm"), "soon", asked.RUNNING),
    ("late", gettext_lazy("quá hạn"), "late", asked.LATE),
    ("withdrawn", gettext_lazy("đã rút"), "past", "withdrawn"),
)
KINDS = {Kind.PROMISE: "promises", Kind.REQUEST: "requests"}


@require_safe
@public
def home(request: HttpRequest) -> HttpResponse:
    """Find a ward by a name of today or of before; the one remembered in this browser leads."""
    typed = "".join(c for c in request.GET.get("q", "") if c.isprintable()).strip()[:80]
    mine = place_cookie.chosen(request)
    known = mine if mine and units.one(mine.id) else None
    context = {"mine": known, "typed": typed, "found": units.of_today(typed) if typed else []}
    return render(request, "commitments/public/home.html", context)


@require_safe
@public
def ward(request: HttpRequest, unit: UUID) -> HttpResponse:
    """A unit's promises by state, those of the units that went into it among them."""
    place, today = place_of(unit), timezone.localdate()
    asks = asked.read(request, today=today)
    kind = Kind(asks.kind) if asks.kind in KINDS else Kind.PROMISE
    past = queries.past_of([place.id])
    counts = queries.counts([place.id, *past], today=today)
    figures = _figures(counts, kind, asks.state)
    page = Paginator(rows.named(rows.with_proofs(owed_in(place, past, kind, asks.state, today=today))), PER_PAGE).get_page(
        request.GET.get("trang")
    )
    chosen = next((f for f in figures if f.current), None)
    query = urlencode([(n, v) for n, v in (("loai", kind.value), ("trang-thai", asks.state if chosen else "")) if v])
    context = {
        "ward": place,
        "today": today,
        "today_in": [] if place.is_open else [b.place for b in units.became(place)][:MOST_NAMES],
        "kind": kind.value,
        "tabs": _tabs(counts, kind),
        "figures": figures,
        "chosen": chosen,
        "cleared": "?" + urlencode({"loai": kind.value}),
        "before": _names(past),
        "ends": words.ends(getattr(counts, KINDS[kind])),
        "rows": rows.rows(page.object_list, actor=Anyone(), today=today, here=place.id, past=past),
        "page": page,
        "query": query,
        "csv": reverse("commitments-public:ward_csv", args=[place.id]) + "?" + urlencode({"loai": kind.value}),
    }
    return render(request, "commitments/public/ward.html", context)


@require_safe
@public
def one(request: HttpRequest, commitment: UUID) -> HttpResponse:
    """One promise: the path, the evidence, every date with its reason, who objected when (not what), and how to speak up."""
    c, today = public_one(commitment), timezone.localdate()
    until = story.posted_until(c)
    row = rows.row(c, actor=Anyone(), today=today)
    context = {
        "row": row,
        "here": units.one(c.unit_id),
        "path": gates(c),
        "meaning": words.meaning(c, posted_until=until, today=today, said_yes=story.said_yes(c)),
        "why": why(c),
        "made_label": words.made_label(c.kind),
        "asker": named_office(c.asked_by, today),
        "helpers": helpers(c, today),
        "may_speak": c.state in (State.REPORTED, State.UNOPPOSED),
        "posted": _("Nếu Ông/Bà biết việc này, xin nói cho mọi người biết đã xong hay chưa."),
        "objections": story.objections(c, with_words=False),
        "proofs": story.proofs(c),
        "steps": story.steps(c, at_work=False, today=today),
    }
    return render(request, "commitments/public/one.html", context)


def place_of(unit: UUID) -> Place:
    """A unit as it is, or was last; 404 for an id nobody has."""
    place = units.one(unit)
    if place is None:
        raise Http404
    return place


def public_one(key: UUID) -> Commitment:
    """The whole of one that everybody may see, whoever asks: on a public page nobody sees more for being signed in."""
    c = story.whole(queries.visible_to(Anyone())).filter(pk=key).first()
    if c is None:
        raise Http404
    return c


def owed_in(place: Place, past: dict[UUID, UUID], kind: Kind, state: str, *, today: date) -> QuerySet[Commitment]:
    """What was promised in a unit and those before it, whoever works on it now, and what they work on; late first."""
    found = queries.visible_to(Anyone()).filter(listed_in([place.id, *past]), kind=kind)
    return asked.ordered(found.filter(asked.in_state(state, today)))


def _figures(counts: Counts, kind: Kind, state: str) -> list[Figure]:
    numbers = getattr(counts, KINDS[kind])
    return [
        Figure(label, getattr(numbers, name), shape, "?" + urlencode({"loai": kind.value, "trang-thai": ask}), state == ask, ask)
        for name, label, shape, ask in FIGURES
    ]


def _tabs(counts: Counts, kind: Kind) -> list[dict[str, object]]:
    """The two kinds that are owed to people. No number stands beside them: it would add states."""
    found = []
    for k, name in KINDS.items():
        numbers = getattr(counts, name)
        found.append(
            {"label": k.label, "url": "?" + urlencode({"loai": k.value}), "current": k == kind, "any": any(vars(numbers).values())}
        )
    return found


def _names(past: dict[UUID, UUID]) -> str:
    names = sorted(p.full_name for p in units.several(past) if p is not None)
    more = len(names) - MOST_NAMES
    said = ", ".join(names[:MOST_NAMES])
    return said + (" " + _("và %(n)s đơn vị khác") % {"n": more} if more > 0 else "")
