"""Accepting all that waits, of a text or of a batch: asked first, with what it will write."""

from collections import Counter
from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from gandan.core.access import actor_of, guarded
from gandan.ingest import actions, queries
from gandan.ingest.actions import Left
from gandan.ingest.enums import RecordState
from gandan.ingest.models import ProposedRecord, Source
from gandan.ingest.queries.sources import holders_of
from gandan.ingest.queries.waiting import waiting_sources
from gandan.ingest.standing import PRIVATE, about_somebody
from gandan.ingest.web import titles
from gandan.ingest.web.becoming import becomes
from gandan.ingest.web.review_screen import GROUPS
from gandan.ingest.web.staff.batches import batch_of

AT_ONCE = 10
"""Texts of a batch that one press takes in: each is a transaction of its own, and a page must answer."""


@guarded("ingest.accept")
@never_cache
@require_http_methods(["GET", "POST"])
def accept_source(request: HttpRequest, source: UUID) -> HttpResponse:
    """All that waits in one text."""
    row = get_object_or_404(queries.visible_to(actor_of(request)), pk=source)
    back = reverse("ingest:source", args=[row.pk])
    if request.method == "POST":
        _accept(request, [row])
        return redirect(back)
    return _ask(request, [row], of=titles.of_source(row), back=back, is_public=row.is_public)


@guarded("ingest.accept")
@never_cache
@require_http_methods(["GET", "POST"])
def accept_batch(request: HttpRequest, batch: UUID) -> HttpResponse:
    """All that waits in the texts of a batch, so many texts at a press; `sau` is the last one of the press before."""
    row = batch_of(request, batch)
    back = reverse("ingest:batch", args=[row.pk])
    texts = list(_after(request.GET.get("sau", ""), waiting_sources(actor_of(request)).filter(files__batch=row)))
    if request.method == "POST":
        _accept(request, texts[:AT_ONCE])
        again = f"{reverse('ingest:accept_batch', args=[row.pk])}?sau={texts[AT_ONCE - 1].pk}" if len(texts) > AT_ONCE else back
        return redirect(again)
    return _ask(request, texts, of=titles.of_batch(row), back=back, is_public=row.is_public)


def _after(last: str, texts: QuerySet[Source]) -> QuerySet[Source]:
    """Texts in the order of their ids, after one: what a press left waiting is not tried again by the next."""
    rows = texts.distinct().order_by("pk")
    try:
        return rows.filter(pk__gt=UUID(last))
    except ValueError:
        return rows


def _ask(request: HttpRequest, texts: list[Source], *, of: str, back: str, is_public: bool) -> HttpResponse:
    """How many records of each kind, and what becomes of each."""
    waiting = ProposedRecord.objects.filter(source__in=[text.pk for text in texts], state=RecordState.WAITING)
    counts = Counter(waiting.values_list("kind", flat=True))
    lines = [{"count": counts[kind], "title": title, "becomes": becomes(kind)} for kind, title in GROUPS if counts[kind]]
    context = {
        "lines": lines,
        "total": sum(counts.values()),
        "texts": len(texts),
        "most": AT_ONCE,
        "of": of,
        "back": back,
        "is_public": is_public,
        "alone": sum(_alone(text) for text in texts),
    }
    return render(request, "ingest/staff/accept_all.html", context)


def _alone(text: Source) -> int:
    """How many records of a published text tell of a private person's need: those are never taken in unseen."""
    if not text.is_public:
        return 0
    rows = queries.records_of(text)
    holders = holders_of(rows)
    waiting = (row for row in rows if row.state == RecordState.WAITING and row.kind in PRIVATE)
    return sum(about_somebody(row.quote, text, holders) is not None for row in waiting)


def _accept(request: HttpRequest, texts: list[Source]) -> None:
    """Each text by itself; what a rule refuses stays waiting, and its first reason is told."""
    accepted = 0
    left: list[Left] = []
    for text in texts:
        result = actions.accept_all(text, by=actor_of(request), now=timezone.now())
        accepted += len(result.accepted)
        left += result.left
    if accepted:
        done = ngettext("Đã nhận %(n)d bản ghi.", "Đã nhận %(n)d bản ghi.", accepted) % {"n": accepted}
        messages.success(request, done)
    if left:
        told = ngettext("%(n)d bản ghi còn chờ Ông/Bà xem: %(why)s", "%(n)d bản ghi còn chờ Ông/Bà xem: %(why)s", len(left))
        messages.warning(request, told % {"n": len(left), "why": " ".join(dict.fromkeys(one.sentence for one in left))[:400]})
    if not accepted and not left:
        messages.info(request, _("Không còn bản ghi nào chờ."))
