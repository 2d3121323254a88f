"""Many files at once: hand in, how far they are read, have one read again."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import RequestDataTooBig, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from gandan.core.access import Refusal, actor_of, guarded, may
from gandan.ingest import actions, queries
from gandan.ingest.enums import FileState
from gandan.ingest.models import Batch, BatchFile
from gandan.ingest.queries.waiting import records_waiting, waiting_sources
from gandan.ingest.reading.archive import MOST_FILES
from gandan.ingest.web import titles, who
from gandan.ingest.web.keeping import BatchForm
from gandan.ingest.web.paged import paged
from gandan.ingest.web.places import desks
from gandan.ingest.web.uploads import bounded_archives, dropped

EACH_PAGE = 50


@guarded("ingest.open_sources")
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """Batches of one's desk, newest first, each with how far it is."""
    page = paged(request, queries.batches_visible_to(actor_of(request)), _batches, each=20)
    return render(request, "ingest/staff/batch/list.html", {"page": page})


@csrf_exempt  # `_hand_in` below is protected; the bound on uploads must be set before anything reads the form
@guarded("ingest.start_batch")
@bounded_archives
@never_cache
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """The form; files that cannot be taken are refused with a sentence, the rest of the form stays."""
    try:
        return _hand_in(request)
    except (TooManyFilesSent, RequestDataTooBig):
        form = BatchForm(desks=desks(actor_of(request)))
        refused = _("Quá %(most)d tệp một lần. Xin chia thành nhiều đợt, hoặc nén thành tệp .zip.") % {"most": MOST_FILES}
        return render(request, "ingest/staff/batch/new.html", {"form": form, "refused": refused}, status=413)


@csrf_protect
def _hand_in(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    if request.method != "POST":
        return render(request, "ingest/staff/batch/new.html", {"form": BatchForm(desks=desks(actor))})
    form = BatchForm(request.POST, request.FILES, desks=desks(actor), dropped=dropped(request))
    if form.is_valid():
        data = form.cleaned_data
        try:
            batch = actions.start_batch(
                uploads=data["uploads"],
                unit=form.desk.unit,
                office=form.desk.office,
                title=data["title"],
                is_public=form.is_public,
                by=actor,
                now=timezone.now(),
            )
        except Refusal as refusal:
            form.add_error("uploads", refusal.sentence)
        else:
            return redirect("ingest:batch", batch=batch.pk)
    return render(request, "ingest/staff/batch/new.html", {"form": form}, status=422)


@guarded("ingest.open_sources")
@never_cache
@require_GET
def one(request: HttpRequest, batch: UUID) -> HttpResponse:
    """How far it is, what could not be read and why, and every file with its text."""
    actor = actor_of(request)
    row = get_object_or_404(queries.batches_visible_to(actor), pk=batch)
    files = queries.files_of(row)
    page = paged(request, files.exclude(state=FileState.FAILED), _rows, each=EACH_PAGE)
    first = waiting_sources(actor).filter(files__batch=row).order_by("files__position").values_list("pk", flat=True).first()
    context = {
        "batch": row,
        "title": titles.of_batch(row),
        "by": who.names([row.made_by])[row.made_by],
        "progress": queries.progress(row),
        "records_waiting": records_waiting([row.pk])[row.pk],
        "failed": files.filter(state=FileState.FAILED),
        "may_retry": may(actor, "ingest.retry_batch_file", row),
        "page": page,
        "first_waiting": first,
    }
    return render(request, "ingest/staff/batch/page.html", context)


@guarded("ingest.retry_batch_file")
@require_POST
def retry(request: HttpRequest, file: UUID) -> HttpResponse:
    """Have a file that failed read again."""
    actor = actor_of(request)
    row = get_object_or_404(BatchFile.objects.filter(batch__in=_mine(request)).select_related("batch"), pk=file)
    try:
        actions.retry_batch_file(row, by=actor, now=timezone.now())
    except Refusal as refusal:
        messages.error(request, refusal.sentence)
    else:
        messages.success(request, _("Máy sẽ đọc lại tệp %(name)s.") % {"name": row.name})
    return redirect("ingest:batch", batch=row.batch_id)


def _mine(request: HttpRequest) -> "Any":
    return queries.batches_visible_to(actor_of(request)).order_by().values("pk")


def _batches(batches: list[Batch]) -> list[dict[str, Any]]:
    """Lines of the list: progress, counts and names in one question each."""
    keys = [batch.pk for batch in batches]
    progress, waiting, names = queries.progress_of(keys), records_waiting(keys), who.names(batch.made_by for batch in batches)
    return [
        {
            "pk": batch.pk,
            "title": titles.of_batch(batch),
            "made_at": batch.made_at,
            "by": names[batch.made_by],
            "progress": progress.get(batch.pk, queries.Progress()),
            "records_waiting": waiting[batch.pk],
        }
        for batch in batches
    ]


def _rows(files: list[BatchFile]) -> list[dict[str, Any]]:
    """Lines of the list, with counts of records in one question."""
    tallies = queries.tallies([file.source_id for file in files if file.source_id])
    return [
        {
            "pk": file.pk,
            "name": file.name,
            "state": file.state,
            "sentence": file.sentence,
            "source_id": file.source_id,
            "title": titles.of_source(file.source) if file.source else file.name,
            "waiting": tally.waiting,
            "total": tally.count,
        }
        for file in files
        for tally in [tallies.get(file.source_id, queries.Tally()) if file.source_id else queries.Tally()]
    ]


def batch_of(request: HttpRequest, batch: UUID) -> Batch:
    """A batch of one's desk, else 404."""
    return get_object_or_404(queries.batches_visible_to(actor_of(request)), pk=batch)
