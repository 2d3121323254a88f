"""Figures for everyone: by indicator, by number, and each with its sentence."""

import csv
from collections.abc import Iterable, Iterator
from itertools import islice
from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from gandan.core import access
from gandan.core.access import actor_of
from gandan.indicators import mentions, queries
from gandan.indicators.models import Indicator, Statement, Value
from gandan.indicators.writing import period
from gandan.units import queries as units
from gandan.units.gazetteer import Place

PAGE = 50
BATCH = 1000
COLUMNS = tuple("chi_tieu ma_don_vi don_vi loai ngay tu_ngay den_ngay gia_tri don_vi_do muc nguon_goc cau_van nguon".split())


class Line:
    """A file for csv.writer that gives each line back at once."""

    def write(self, line: str) -> str:
        """The line itself."""
        return line


def typed(request: HttpRequest, name: str = "q") -> str:
    """What was typed in a field of the address, without control characters."""
    return "".join(c for c in request.GET.get(name, "") if c.isprintable()).strip()[:120]


@require_safe
@access.public
def index(request: HttpRequest) -> HttpResponse:
    """A field for a number, indicators by topic, the newest figures."""
    actor, asked = actor_of(request), typed(request)
    context: dict[str, object] = {"typed": asked}
    if asked:
        context["found"] = _with_places(queries.find_figures(asked, actor=actor))
    else:
        topics = queries.by_topic(actor)
        context |= {
            "topics": [t for t in topics if _filled(t)],
            "unfilled": [t for t in topics if not _filled(t)],
            "newest": _with_places(queries.newest(actor)),
        }
    return render(request, "indicators/public/index.html", context)


@require_safe
@access.public
def indicator(request: HttpRequest, code: str) -> HttpResponse:
    """All values of an indicator, or of one unit through its mergers."""
    actor, thing = actor_of(request), _indicator(request, code)
    asked = typed(request, "don-vi")
    place = _place(asked)
    rows = queries.living(thing, actor=actor, unit=place.id if place else None)
    page = Paginator(rows if not asked or place else rows.none(), PAGE).get_page(request.GET.get("trang"))
    definitions = list(thing.definitions.order_by("-valid"))
    context = {
        "indicator": thing,
        "definition": definitions[0] if definitions else None,
        "definitions": definitions[1:],
        "page": page,
        "points": queries.told(list(page)),
        "chosen": place,
        "typed": asked,
    }
    return render(request, "indicators/public/indicator.html", context)


@require_safe
@access.public
def indicator_csv(request: HttpRequest, code: str) -> StreamingHttpResponse:
    """The values as a table, line by line; with a byte order mark, without which Excel misreads Vietnamese."""
    thing, rows = _indicator(request, code), queries.living(_indicator(request, code), actor=actor_of(request))
    writer = csv.writer(Line())

    def lines() -> Iterator[str]:
        yield "\ufeff" + writer.writerow(COLUMNS)
        for value, place in _called(rows):
            quote, source = (value.statement.quote, value.statement.source_title) if value.statement else ("", "")
            when = (value.on, value.period_from, value.period_to)
            number = format(value.value, "f") if value.value is not None else ""
            name, unit_code = (place.full_name, place.code) if place else ("", "")
            cells = (thing.code, unit_code, name, value.span, *when, number, thing.measure, value.bound, value.provenance, quote, source)
            yield writer.writerow(_safe(cell) for cell in cells)

    response = StreamingHttpResponse(lines(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="so-lieu-{thing.code}.csv"'
    return response


@require_safe
@access.public
def figure(request: HttpRequest, key: UUID) -> HttpResponse:
    """One figure as a text states it: its sentence, its source, where it is used, what became of it."""
    actor = actor_of(request)
    thing = queries.visible_to(actor).select_related("retraction", "corrected_by", "corrects").filter(pk=key).first()
    if thing is None:
        raise Http404
    context = {
        "figure": thing,
        "of": queries.of_statements([thing])[0],
        "keeper": queries.called([(thing.kept_by_id, timezone.localdate(thing.stated_at))])[0],
        "may_erase": not thing.is_erased and access.may(actor, "indicators.erase_words", thing),
        "when": period(thing),
        "points": queries.read_from(thing, actor=actor),
        "mentions": mentions.of(thing, actor=actor),
        "later": thing.corrected_by if thing.is_corrected else None,
    }
    return render(request, "indicators/public/figure.html", context)


def _filled(topic: tuple[str, list[queries.Line]]) -> bool:
    """Whether any indicator of a heading has values."""
    return any(line.values for line in topic[1])


def _indicator(request: HttpRequest, code: str) -> Indicator:
    thing = queries.indicators_for(actor_of(request)).filter(code=code).first()
    if thing is None:
        raise Http404
    return thing


def _place(asked: str) -> Place | None:
    """The unit that a name or code means, best first."""
    hits = units.find(asked, limit=1) if asked else []
    return hits[0].place if hits else None


def _called(rows: QuerySet[Value]) -> Iterator[tuple[Value, Place | None]]:
    """Values with their units, a thousand at a time."""
    for some in batched(rows.iterator(chunk_size=BATCH), BATCH):
        yield from zip(some, queries.of_values(some), strict=True)


def batched(rows: Iterable[Value], size: int) -> Iterator[list[Value]]:
    """Lists of so many."""
    going = iter(rows)
    while some := list(islice(going, size)):
        yield some


def _with_places(found: list[Statement]) -> list[tuple[Statement, Place | None]]:
    return list(zip(found, queries.of_statements(found), strict=True))


def _safe(cell: object) -> object:
    """A text that a spreadsheet would take for a formula stays a text."""
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in ("=", "+", "-", "@", "\t") else cell
