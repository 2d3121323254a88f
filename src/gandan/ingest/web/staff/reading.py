"""Reading prose: paste or drop, then the text with marks beside the records it proposes. Nothing is stored until it is kept."""

from importlib.resources import files

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from gandan.core.access import actor_of, guarded, may
from gandan.ingest import queries
from gandan.ingest.document import Document
from gandan.ingest.queries import Reading
from gandan.ingest.reading import Unreadable
from gandan.ingest.web.downloads import FORMATS
from gandan.ingest.web.forms import ProseForm
from gandan.ingest.web.keeping import KeepForm
from gandan.ingest.web.marks import marked
from gandan.ingest.web.places import desks
from gandan.ingest.web.records import groups_of
from gandan.ingest.web.uploads import bounded, too_large_came


@csrf_exempt  # `_read` below is protected; the bound on uploads must be set before anything reads the form
@guarded("ingest.read_prose")
@bounded
@never_cache
@require_http_methods(["GET", "POST"])
def read_prose(request: HttpRequest) -> HttpResponse:
    """The empty form, or what the text proposes. Reloading reads again and changes nothing."""
    try:
        return _read(request)
    except RequestDataTooBig:
        refused = _("Đoạn dán quá dài nên máy không nhận. Xin dùng nút Quay lại để lấy lại phần đã dán rồi tách ra, hoặc chọn tệp.")
        return _refused(request, refused, status=413)


@csrf_protect
def _read(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return render(request, "ingest/staff/read.html", {"form": ProseForm()})
    form = ProseForm(request.POST, request.FILES, too_large_came=too_large_came(request))
    if form.is_valid() and form.reading:
        return _proposals(request, form.reading)
    return render(request, "ingest/staff/read.html", {"form": form}, status=422)


@guarded("ingest.read_prose")
@require_POST
def download(request: HttpRequest) -> HttpResponse:
    """The proposals of a text that was just read, as a file. The text comes back with the request, since nothing is stored."""
    try:
        make, text = FORMATS[request.POST["format"]], request.POST["text"]
        return make(queries.propose_read(text).proposal)
    except KeyError:
        return _refused(request, _("Thiếu văn bản hoặc dạng tệp. Xin đọc lại văn bản rồi bấm nút tải về."), status=400)
    except Unreadable as unreadable:
        return _refused(request, unreadable.sentence, status=422)


def shown_text(request: HttpRequest, keep: KeepForm) -> HttpResponse:
    """What a text proposes with a form of keeping it that was refused: nothing typed is lost."""
    try:
        reading = queries.propose_read(request.POST.get("text", ""))
    except Unreadable as unreadable:
        return _refused(request, unreadable.sentence, status=422)
    return _proposals(request, reading, keep=keep, status=422)


def _proposals(request: HttpRequest, reading: Reading, *, keep: KeepForm | None = None, status: int = 200) -> HttpResponse:
    actor = actor_of(request)
    if keep is None and may(actor, "ingest.take_in"):
        keep = KeepForm(initial={"text": reading.text}, desks=desks(actor))
    context = {"form": ProseForm(initial={"text": reading.text}), "keep": keep, **_shown(reading)}
    return render(request, "ingest/staff/records.html", context, status=status)


def _refused(request: HttpRequest, sentence: str, *, status: int) -> HttpResponse:
    return render(request, "ingest/staff/read.html", {"form": ProseForm(), "refused": sentence}, status=status)


@guarded("ingest.read_prose")
@require_GET
def example(request: HttpRequest) -> HttpResponse:
    """The same page on a text of our own, for the first visit."""
    reading = queries.propose_text(files("gandan.ingest").joinpath("data/example.txt").read_text(encoding="utf-8"))
    return render(
        request, "ingest/staff/records.html", {"form": ProseForm(initial={"text": reading.text}), "is_example": True, **_shown(reading)}
    )


def _shown(reading: Reading) -> dict[str, object]:
    groups = groups_of(reading.proposal)
    paragraphs = marked(reading.text, [card for group in groups for card in group.cards])
    return {
        "proposal": reading.proposal,
        "text": reading.text,
        "has_unsure_date": Document.of(reading.text).has_unsure_date,
        "from_page": reading.from_page,
        "converted_from": reading.converted_from,
        "groups": groups,
        "count": sum(len(group.cards) for group in groups),
        "paragraphs": paragraphs,
        "has_furniture": any(paragraph.kind in ("furniture", "byline") for paragraph in paragraphs),
    }
