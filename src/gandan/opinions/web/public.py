"""For everyone: what was asked and answered in a commune, published with personal data masked, and its numbers side by side."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from urllib.parse import urlencode
from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from gandan.commitments.queries import past_of
from gandan.core.access import actor_of, may, public
from gandan.core.ui import place as place_cookie
from gandan.opinions import queries, topics
from gandan.opinions.enums import LIVING, Content, Stage, State
from gandan.opinions.models import Case, Publication
from gandan.opinions.queries.clock import explain
from gandan.opinions.queries.ward import WardNumbers
from gandan.opinions.queries.ward import ward as numbers_of
from gandan.opinions.web import public_promises, public_words
from gandan.opinions.web.clock_words import Shape
from gandan.opinions.web.forms.public import topic_choices
from gandan.units import queries as units
from gandan.units.gazetteer import Level, Place
from gandan.units.models import Unit

PER_PAGE = 20
SIDES = (
    ("received", _("việc đã nhận"), "past"),
    ("in_time", _("trả lời đúng hạn"), "kept"),
    ("answered_late", _("trả lời trễ hạn"), "late"),
    ("open", _("đang giải quyết, còn hạn"), "soon"),
    ("late", _("quá hạn, chưa trả lời"), "late"),
    ("standing", _("tạm dừng hoặc chờ người gửi"), "unsure"),
    ("confirmed", _("người gửi xác nhận đã xong"), "kept"),
    ("confirmed_by_office", _("xác nhận bằng mã do cơ quan in"), "done"),
    ("reported", _("cơ quan báo xong, chưa ai xác nhận"), "done"),
    ("promised", _("đã trả lời, lời hứa đang làm"), "soon"),
    ("silent", _("khép lại, không ai nói gì thêm"), "past"),
    ("disagreed", _("khép lại, người gửi không đồng ý"), "late"),
    ("refused", _("không thụ lý, có lý do"), "past"),
    ("withdrawn", _("người gửi đã rút"), "past"),
    ("withdrawn_late", _("đã rút khi quá hạn"), "late"),
    ("openings", _("lần mở xem cách liên hệ"), "unsure"),
)
TIMES = {"30": (_("30 ngày qua"), 30), "90": (_("90 ngày qua"), 90), "365": (_("Một năm qua"), 365)}
STATES = (State.ANSWERED, State.DONE, State.CONFIRMED, State.CLOSED, State.REFUSED, State.ACCEPTED)


@dataclass(frozen=True)
class Side:
    """One number beside others, never added to them."""

    n: int
    label: str | Promise
    shape: str


def sides(numbers: WardNumbers) -> list[Side]:
    """Those that are not nothing, in one order everywhere; how many contacts were opened stands there even when it is nothing."""
    found = (Side(getattr(numbers, name), label, shape) for name, label, shape in SIDES)
    always = {SIDES[0][1], SIDES[-1][1]}
    return [side for side in found if side.n or side.label in always] if numbers.received else []


@require_safe
@public
def home(request: HttpRequest) -> HttpResponse:
    """Say, follow, or read what was answered in one's commune; found by a name of today or of before."""
    typed = "".join(c for c in request.GET.get("q", "") if c.isprintable()).strip()[:80]
    mine = place_cookie.chosen(request)
    known = mine if mine and units.one(mine.id) else None
    newest = queries.published()[:5] if not typed else ()
    context = {"mine": known, "typed": typed, "found": units.of_today(typed) if typed else [], "rows": rows(newest)}
    return render(request, "opinions/public/home.html", context)


@require_safe
@public
def ward(request: HttpRequest, unit: UUID) -> HttpResponse:
    """A commune: numbers, and what is published of it and of those that went into it."""
    place, today = place_of(unit), timezone.localdate()
    past = past_of([place.id])
    asked = {name: request.GET.get(name, "") for name in ("viec", "trang-thai", "tu")}
    found = narrowed(queries.published().filter(Q(case__unit__in=[place.id, *past]) | Q(case__made_in=place.id)), asked, today=today)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("trang"))
    names = sorted(p.full_name for p in units.several(past) if p is not None)
    context = {
        "ward": place,
        "is_commune": place.level == Level.COMMUNE,
        "may_print": may(actor_of(request), "opinions.print_posters", Unit(pk=place.id)),
        "today": today,
        "today_in": [] if place.is_open else [b.place for b in units.became(place)][:8],
        "sides": sides(numbers_of([place.id, *past], today=today)),
        "before": names[:8],
        "more_before": max(0, len(names) - 8),
        "rows": rows(list(page.object_list)),
        "page": page,
        "asked": asked,
        "chosen_state": asked["trang-thai"],
        "is_narrowed": any(asked.values()),
        "topics": topic_choices(),
        "states": [(s.value, s.label) for s in STATES],
        "times": [(key, label) for key, (label, _n) in TIMES.items()],
        "query": urlencode([(k, v) for k, v in asked.items() if v]),
    }
    return render(request, "opinions/public/ward.html", context)


@require_safe
@public
def one(request: HttpRequest, number: str) -> HttpResponse:
    """One case as it was published, with how it stands and what was promised."""
    found = queries.published().filter(case__number__iexact=number).first()
    if found is None:
        raise Http404
    today, case = timezone.localdate(), found.case
    context = {
        "shown": found,
        "case": case,
        "topic": public_words.topic(case),
        "shape": _shape(found, public_words.shape(case, today=today)),
        "here": units.one(case.unit_id),
        "promises": public_promises.of(case, today=today),
        **_term(case),
        "may_join": case.state in LIVING and case.content != Content.COMPLAINT,
    }
    return render(request, "opinions/public/one.html", context)


def _term(case: Case) -> dict[str, object]:
    """By when the answer was owed, and whether it came later: whoever reads the answer sees both dates."""
    held = [h for h in explain(case) if h.stage == Stage.ANSWER]
    whole = [a for a in case.answers.all() if not a.is_partial]
    return {"term": held[0].due if held else None, "came_late": bool(whole) and whole[-1].is_late}


def narrowed(found: QuerySet[Publication], asked: dict[str, str], *, today: date) -> QuerySet[Publication]:
    """As asked; what no list knows narrows nothing."""
    if topics.get(asked["viec"]):
        found = found.filter(case__topic=asked["viec"])
    if asked["trang-thai"] in State.values:
        found = found.filter(case__state=asked["trang-thai"])
    if asked["tu"] in TIMES:
        found = found.filter(published_on__gt=today - timedelta(days=TIMES[asked["tu"]][1]))
    return found


def rows(found: Iterable[Publication]) -> list[dict[str, object]]:
    """Lines of a list; dates are shown as days, so no calendar is asked."""
    return [
        {
            "shown": p,
            "case": p.case,
            "topic": topics.name_of(p.case.topic),
            "shape": _shape(p, public_words.plain(p.case)),
            "hamlet": p.case.hamlet,
        }
        for p in found
    ]


def _shape(found: Publication, shape: Shape) -> Shape:
    """As it stands; whose PIN confirmed it is said where an office had made that PIN."""
    if found.case.state == State.CONFIRMED and getattr(found, "by_office", False):
        return replace(shape, kind="done", text=str(_("Xác nhận bằng mã do cơ quan in")))
    return shape


def place_of(unit: UUID) -> Place:
    """A unit as it is, or was last; 404 for an id nobody has."""
    place = units.one(unit)
    if place is None:
        raise Http404
    return place
