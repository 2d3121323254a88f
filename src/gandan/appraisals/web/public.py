"""The notice board: what is posted today, what was, and each posting with how many objected and what was answered."""

from collections.abc import Iterable
from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import Case, Value, When
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from gandan.appraisals import postings, queries, subjects
from gandan.appraisals.enums import ObjectionState
from gandan.appraisals.models import Objection, Posting
from gandan.core.access import Anyone, public
from gandan.core.ui import place
from gandan.units import queries as units

PER_PAGE = 25


@require_safe
@public
def home(request: HttpRequest) -> HttpResponse:
    """What is posted now: the reader's own ward first where one was chosen, then the one that ends first."""
    return _list(request, "appraisals/public/home.html", past=False)


@require_safe
@public
def past(request: HttpRequest) -> HttpResponse:
    """What was posted: the board keeps what stood on it."""
    return _list(request, "appraisals/public/past.html", past=True)


def _list(request: HttpRequest, template: str, *, past: bool) -> HttpResponse:
    today = timezone.localdate()
    found = queries.past_postings(today) if past else queries.open_postings(today)
    chosen = place.chosen(request)
    if chosen is not None and not past:
        here = Case(When(unit=chosen.id, then=Value(0)), default=Value(1))
        found = found.annotate(elsewhere=here).order_by("elsewhere", "until", "pk")
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("trang"))
    return render(request, template, {"page": page, "rows": rows_of(page.object_list)})


def rows_of(found: Iterable[Posting]) -> list[dict[str, object]]:
    """Postings with the names that people know; places are read at once from the picture of units."""
    rows, today = list(found), timezone.localdate()
    places = units.several([p.unit_id for p in rows])
    return [
        {"posting": p, "unit": here.full_name if here else "", "office": p.office.called(today), "open": p.is_open(today)}
        for p, here in zip(rows, places, strict=True)
    ]


@require_safe
@public
def one(request: HttpRequest, posting: UUID) -> HttpResponse:
    """One posting. What is posted is what stood there, even when it was taken down; the words of objections are nobody's to read here, but
    each answer that was given stands with its day."""
    row = found(posting)
    today = timezone.localdate()
    pair = (row.subject_type, row.subject_id)
    decided = postings.decided(row)
    answers = list(Objection.objects.filter(posting=row).exclude(state=ObjectionState.OPEN).order_by("replied_on", "pk"))
    context = {
        "row": rows_of([row])[0],
        "posting": row,
        "open": row.is_open(today),
        "listed": list(postings.about(row, Anyone(), on=today).values()),
        "subject": subjects.describe([pair], Anyone())[pair],
        "decided": [{"decision": d, "office": d.office.name_on(d.decided_on)} for d in decided],
        "anew": None if decided and row.taken_down_on is None else _anew(row),
        "answers": answers,
        "whole_upheld": any(a.state == ObjectionState.UPHELD and not a.about for a in answers),
    }
    return render(request, "appraisals/public/one.html", context)


def _anew(row: Posting) -> Posting | None:
    """The next posting of the same thing at the same level, where it was judged anew: what one level decided another posts again, but
    does not judge anew."""
    level = row.office.unit.level
    same = Posting.objects.filter(subject_type=row.subject_type, subject_id=row.subject_id, office__unit__level=level, pk__gt=row.pk)
    return same.order_by("pk").first()


def found(key: UUID) -> Posting:
    """A posting by its id, with counts: all of them are public."""
    rows = queries.counted(Posting.objects.all()).select_related("office__unit", "unit").prefetch_related("office__names")
    row = rows.filter(pk=key).first()
    if row is None:
        raise Http404
    return row
