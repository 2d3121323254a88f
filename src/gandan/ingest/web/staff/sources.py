"""Texts that were taken in: keep one that was just read, the list, what is known about one."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from gandan.core.access import Refusal, actor_of, guarded
from gandan.ingest import actions, queries
from gandan.ingest.models import BatchFile, Source
from gandan.ingest.queries.waiting import reviewed_sources, waiting_sources
from gandan.ingest.web import titles, who
from gandan.ingest.web.keeping import DescribeForm, KeepForm
from gandan.ingest.web.paged import paged
from gandan.ingest.web.places import desks
from gandan.ingest.web.staff.reading import shown_text

EACH_PAGE = 30
FILTERS = {"cho": waiting_sources, "xong": reviewed_sources, "tat-ca": queries.visible_to}


@guarded("ingest.take_in")
@require_POST
def keep(request: HttpRequest) -> HttpResponse:
    """Take in the text that was just read, and go to its records. The same text again leads to where it is."""
    actor, now = actor_of(request), timezone.now()
    form = KeepForm(request.POST, desks=desks(actor))
    if form.is_valid():
        data = form.cleaned_data
        try:
            taken = actions.take_in_text(
                text=data["text"],
                unit=form.desk.unit,
                office=form.desk.office,
                publisher=data["publisher"],
                url=data["url"],
                is_public=form.is_public,
                by=actor,
                now=now,
            )
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            if taken.known:
                messages.info(request, _("Văn bản này đã lưu từ trước; đây là bản đã lưu."))
            return redirect("ingest:source", source=taken.source.pk)
    return shown_text(request, form)


@guarded("ingest.open_sources")
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """Texts of one's desk: those with waiting records first by choice of the list."""
    actor = actor_of(request)
    chosen = request.GET.get("loc", "cho")
    chosen = chosen if chosen in FILTERS else "cho"
    page = paged(request, FILTERS[chosen](actor), _rows, each=EACH_PAGE)
    labels = {"cho": _("Chờ duyệt"), "xong": _("Đã xem hết"), "tat-ca": _("Tất cả")}
    address = reverse("ingest:sources")
    context = {
        "page": page,
        "query": f"loc={chosen}" if chosen != "cho" else "",
        "anything": chosen == "cho" and not page.object_list and queries.visible_to(actor).exists(),
        "filters": [{"label": label, "url": f"{address}?loc={name}", "current": name == chosen} for name, label in labels.items()],
    }
    return render(request, "ingest/staff/sources.html", context)


@guarded("ingest.describe")
@require_http_methods(["GET", "POST"])
def describe(request: HttpRequest, source: UUID) -> HttpResponse:
    """Title, day, publisher, address, and whether it was published."""
    row = get_object_or_404(queries.visible_to(actor_of(request)), pk=source)
    known = {name: getattr(row, name) for name in ("title", "published", "publisher", "url")}
    form = DescribeForm(request.POST or None, initial={**known, "seen_by": "public" if row.is_public else "internal"})
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        is_public = data.pop("seen_by") == "public"
        try:
            actions.describe(row, **data, is_public=is_public, by=actor_of(request), now=timezone.now())
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _("Đã lưu."))
            return redirect("ingest:source", source=row.pk)
    return render(
        request,
        "ingest/staff/describe.html",
        {"form": form, "source": row, "title": titles.of_source(row)},
        status=422 if form.errors else 200,
    )


def _rows(sources: list[Source]) -> list[dict[str, Any]]:
    """Lines of the list: counts, names and batches in one question each."""
    tallies = queries.tallies([source.pk for source in sources])
    names = who.names(source.taken_by for source in sources)
    files = BatchFile.objects.filter(source__in=sources).select_related("batch").order_by("-id")
    batches = {file.source_id: {"pk": file.batch_id, "title": titles.of_batch(file.batch)} for file in files}
    out = []
    for source in sources:
        tally = tallies.get(source.pk, queries.Tally())
        out.append(
            {
                "pk": source.pk,
                "title": titles.of_source(source),
                "published": source.published,
                "publisher": source.publisher,
                "taken_at": source.taken_at,
                "by": names[source.taken_by],
                "batch": batches.get(source.pk),
                "waiting": tally.waiting,
                "total": tally.count,
            }
        )
    return out
