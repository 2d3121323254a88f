"""The review screen and its deeds. Every deed has its address; after it one is back at the record, or at the next that waits."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.apps import apps
from django.contrib import messages
from django.db import transaction
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from gandan.core.access import Refusal, actor_of, guarded
from gandan.ingest import actions, queries
from gandan.ingest.enums import RecordKind, RecordState
from gandan.ingest.models import ProposedRecord, Source
from gandan.ingest.policies.record import INTO
from gandan.ingest.web.correcting import form_for
from gandan.ingest.web.hanging import resolve
from gandan.ingest.web.matches import Match, matches
from gandan.ingest.web.review import review
from gandan.ingest.web.review_entry import Opened
from gandan.ingest.web.review_screen import GROUPS
from gandan.ingest.web.stored import card_of

Deed = Callable[[ProposedRecord], ProposedRecord]


@guarded("ingest.open_sources")
@never_cache
@require_GET
def one(request: HttpRequest, source: UUID) -> HttpResponse:
    """The text with its marks, and its records."""
    return _screen(request, get_object_or_404(queries.visible_to(actor_of(request)), pk=source))


@guarded("ingest.accept")
@require_POST
def accept(request: HttpRequest, record: UUID) -> HttpResponse:
    """Take it in as it stands. What another text seems to tell already is shown first, unless one says it is another thing."""
    row, actor = _record(request, record), actor_of(request)
    if row.state == RecordState.WAITING and "alone" not in request.POST and queries.sure_twin(row, actor=actor):
        return _screen(request, row.source, Opened(row.pk, matches=matches(row, actor), into=request.POST.get("activity", "")), status=409)
    return _do(request, row, lambda r: actions.accept(r, corrections=r.corrected, **_hung(request, r)))


@guarded("ingest.accept")
@never_cache
@require_http_methods(["GET", "POST"])
def correct(request: HttpRequest, record: UUID) -> HttpResponse:
    """The form of the record in its place; saving it takes the record in."""
    row, into = _record(request, record), request.POST.get("activity", "")
    form = form_for(row, request.POST if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        return _screen(request, row.source, Opened(row.pk, form=form, into=into), status=422 if form.errors else 200)
    try:
        return _done(request, _atomic(row, lambda r: actions.accept(r, corrections=form.corrections(), **_hung(request, r))))
    except Refusal as refusal:
        form.add_error(None, refusal.sentence)
        return _screen(request, row.source, Opened(row.pk, form=form, into=into), status=refusal.status)


@guarded("ingest.merge")
@never_cache
@require_http_methods(["GET", "POST"])
def merge(request: HttpRequest, record: UUID) -> HttpResponse:
    """What stands in the rooms and may be the same, each with why; picking one merges the record into it."""
    row, actor = _record(request, record), actor_of(request)
    if request.method == "GET":
        return _screen(request, row.source, Opened(row.pk, matches=matches(row, actor)))
    thing = _thing(row, request.POST.get("into", ""))
    if thing is None:
        chosen = Opened(row.pk, matches=matches(row, actor), wrong=_("Xin chọn một mục để gộp vào."))
        return _screen(request, row.source, chosen, status=422)
    return _do(
        request, row, lambda r: actions.merge(r, into=thing, corrections=r.corrected, **_hung(request, r)), shown=matches(row, actor)
    )


@guarded("ingest.reject")
@require_POST
def reject(request: HttpRequest, record: UUID) -> HttpResponse:
    """It is wrong or not wanted."""
    return _do(request, _record(request, record), lambda r: actions.reject(r, by=actor_of(request), now=timezone.now()))


@guarded("ingest.accept")
@require_POST
def carry_in(request: HttpRequest, record: UUID) -> HttpResponse:
    """An award or model that was accepted before its room stood."""
    return _do(request, _record(request, record), lambda r: actions.carry_in(r, by=actor_of(request), now=timezone.now()))


@guarded("ingest.undo")
@require_POST
def undo(request: HttpRequest, record: UUID) -> HttpResponse:
    """Take back what was decided; the record waits again, and one stays at it."""
    row = _record(request, record)
    return _do(request, row, lambda r: actions.undo(r, by=actor_of(request), now=timezone.now()))


def _screen(request: HttpRequest, source: Source, opened: Opened | None = None, *, status: int = 200) -> HttpResponse:
    shown = review(source, actor_of(request), opened=opened)
    context = {"review": shown, "source": source, "wrong": opened.wrong if opened else ""}
    return render(request, "ingest/staff/review/page.html", context, status=status)


def _record(request: HttpRequest, pk: UUID) -> ProposedRecord:
    """A record of a text of one's desk, else 404."""
    mine = queries.visible_to(actor_of(request)).order_by().values("pk")
    return get_object_or_404(ProposedRecord.objects.select_related("source__unit", "source__office").filter(source__in=mine), pk=pk)


def _hung(request: HttpRequest, row: ProposedRecord) -> "dict[str, Any]":
    """Who, when, and the chosen activity."""
    by, now = actor_of(request), timezone.now()
    return {"activity": resolve(request.POST.get("activity", ""), row.source, by=by, now=now), "by": by, "now": now}


def _atomic(row: ProposedRecord, deed: Deed) -> ProposedRecord:
    """The deed with the activity that it may begin: both or none."""
    with transaction.atomic():
        return deed(row)


def _do(request: HttpRequest, row: ProposedRecord, deed: Deed, *, shown: "list[Match] | None" = None) -> HttpResponse:
    try:
        return _done(request, _atomic(row, deed))
    except Refusal as refusal:
        if refusal.status == 404:
            raise
        return _screen(request, row.source, Opened(row.pk, matches=shown, wrong=refusal.sentence), status=refusal.status)


def _done(request: HttpRequest, row: ProposedRecord) -> HttpResponse:
    """Say what was done, and go to the next record that waits in the order of the screen; after taking back stay."""
    label = card_of(row).label
    said = {
        RecordState.ACCEPTED: _("Đã nhận %(label)s."),
        RecordState.MERGED: _("%(label)s đã có trong sổ: đã gộp vào."),
        RecordState.REJECTED: _("Đã bỏ %(label)s."),
        RecordState.WAITING: _("%(label)s trở lại chờ xem."),
    }
    messages.success(request, said[RecordState(row.state)] % {"label": label})
    following = row if row.state == RecordState.WAITING else _next(row)
    address = reverse("ingest:source", args=[row.source_id])
    return redirect(f"{address}#ban-ghi-{RecordKind(following.kind).listed}-{following.position}")


def _next(row: ProposedRecord) -> ProposedRecord:
    """The next that waits below it, else the first that waits, else itself."""
    order = {kind.value: n for n, (kind, _title) in enumerate(GROUPS)}
    waiting = row.source.records.filter(state=RecordState.WAITING, erased_at=None).only("kind", "position")
    places = sorted((order[r.kind], r.position, r) for r in waiting)  # positions differ within a kind, so rows are never compared
    after = [place for place in places if place[:2] > (order[row.kind], row.position)]
    return (after or places or [(0, 0, row)])[0][2]


def _thing(row: ProposedRecord, value: str) -> Model | None:
    """The thing of a choice. Whether the actor may see it is asked by the action."""
    label, known = INTO.get(RecordKind(row.kind)), None
    try:
        key = UUID(value)
    except ValueError:
        return None
    if label is not None:
        known = apps.get_model(label)._default_manager.filter(pk=key).first()
    return known
