"""Atom (RFC 4287) of models that were registered, and of those that were recognised; and the numbers as CSV. Only what everybody reads."""

import csv
import hashlib
from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple
from urllib.parse import urlencode
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.views.decorators.http import condition, require_safe

from gandan.appraisals.enums import Level
from gandan.commitments.web.downloads import safe
from gandan.core.access import public
from gandan.core.text import clean
from gandan.movement import queries
from gandan.movement.enums import Kind, Subject
from gandan.movement.models import Drive, Field, Practice, Recognition
from gandan.movement.queries import gallery
from gandan.units import queries as units
from gandan.units.gazetteer import Place

MOST = 50
LONGEST = 200  # signs of a question
BORN = date(2026, 11, 23)  # of the tag URIs (RFC 4151): never changes, so that a reader never takes one entry for two
NUMBERS = ("registered", "living", "effective", "lapsed", "stopped", "told")


class Entry(NamedTuple):
    """One entry: which model, what stands over it, when it came about and when it changed last."""

    tag: str
    practice: Practice
    title: str
    day: date
    changed: datetime
    text: str


@require_safe
@public
def registered(request: HttpRequest, unit: UUID | None = None) -> HttpResponse:
    """The newest registrations, of one unit with all below it or of the whole installation; `tim` keeps those that deal with a problem."""
    place, words = _place(unit), clean.line(request.GET.get("tim", ""))[:LONGEST]
    rows = gallery.page(gallery.Wanted(place, words=words), today=timezone.localdate(), size=MOST).rows
    entries = [Entry(f"{r.pk}", r, r.title, r.registered_on or BORN, r.changed_at, r.problem) for r in rows]
    title = _("Mô hình mới đăng ký, gặp việc “%(words)s”") % {"words": words} if words else _("Mô hình mới đăng ký")
    return _feed(request, entries, title, place, words)


@require_safe
@public
def recognised(request: HttpRequest, unit: UUID | None = None) -> HttpResponse:
    """The newest recognitions that stand, by the day of the decision."""
    place = _place(unit)
    seen = gallery.listed(gallery.Wanted(place), today=timezone.localdate())
    rows = Recognition.objects.filter(revoked_by=None, practice__in=seen.values("pk")).select_related("practice", "decision")
    entries = []
    for r in rows.order_by("-recognised_on", "-pk")[:MOST]:
        said = _("%(level)s công nhận, số %(number)s") % {"level": Level(r.level).label, "number": r.decision.number}
        title = f"{r.practice.title}: {said}"
        entries.append(Entry(f"{r.practice_id}/{r.level}", r.practice, title, r.recognised_on, r.decision.recorded_at, r.practice.problem))
    return _feed(request, entries, _("Mô hình được công nhận"), place)


@require_safe
@public
def counts(request: HttpRequest, unit: UUID | None = None) -> HttpResponse:
    """Numbers by drive, field, kind and subject, as a table for a spreadsheet. Columns stand side by side and are never added."""
    place, today = _place(unit), timezone.localdate()
    rows = Practice.objects.filter(gallery.within(place)) if place else Practice.objects.all()
    grouped = queries.grouped(rows, "drive", "field", "kind", "subject", on=today)
    fields = dict(Field.objects.filter(pk__in=[key[1] for key in grouped]).values_list("pk", "name"))
    drives = dict(Drive.objects.filter(pk__in=[key[0] for key in grouped]).values_list("pk", "title"))
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="mo-hinh-{today.isoformat()}.csv"'
    answer.write("\ufeff")  # a spreadsheet takes it for UTF-8
    table = csv.writer(answer)
    levels = [f"recognised_{level.value}" for level in Level]
    table.writerow(["unit", "unit_code", "on", "field", "kind", "subject", *NUMBERS, *levels, "drive_id", "drive"])
    where = [place.full_name if place else "", (place.code or "") if place else "", today.isoformat()]
    for (drive, field, kind, subject), c in sorted(grouped.items(), key=lambda g: (drives[g[0][0]], fields[g[0][1]], *map(str, g[0]))):
        said = [safe(fields[field]), Kind(kind).label, Subject(subject).label]
        numbers = [*(getattr(c, name) for name in NUMBERS), *(c.recognised.get(level.value, 0) for level in Level)]
        table.writerow([*where, *said, *numbers, drive, safe(drives[drive])])
    patch_cache_control(answer, public=True, max_age=300)
    return answer


def _feed(request: HttpRequest, entries: Sequence[Entry], title: str, place: Place | None, words: str = "") -> HttpResponse:
    newest = max((entry.changed for entry in entries), default=None)
    told = repr([(e.tag, e.title, e.changed) for e in entries])  # who left it makes nothing in it newer
    tag = f'"{hashlib.sha256(told.encode()).hexdigest()[:32]}"'

    @condition(etag_func=lambda _request: tag, last_modified_func=lambda _request: newest)
    def answer(_request: HttpRequest) -> HttpResponse:
        return _written(request, entries, title, place, words)

    given = answer(request)
    patch_cache_control(given, public=True, max_age=300)
    return given


def _written(request: HttpRequest, entries: Sequence[Entry], title: str, place: Place | None, words: str) -> HttpResponse:
    asked = f"?{urlencode({'tim': words})}" if words else ""
    feed = Atom1Feed(
        title=f"{title}: {place.full_name}" if place else title,
        link=settings.SITE + reverse("movement-public:index"),
        description=None,
        language="vi",
        feed_url=settings.SITE + request.path + asked,
        feed_guid=_tag(request.path.strip("/") + asked),
        author_name=place.full_name if place else _("Gần Dân"),
    )
    names = {p.id: p.full_name for p in units.several([e.practice.unit_id for e in entries]) if p is not None}
    for entry in entries:
        begun = timezone.make_aware(datetime.combine(entry.day, datetime.min.time()))
        feed.add_item(
            title=entry.title,
            link=settings.SITE + reverse("movement-public:one", args=[entry.practice.pk]),
            description=entry.text,
            unique_id=_tag(entry.tag),
            pubdate=min(begun, entry.changed),
            updateddate=entry.changed,
            author_name=names.get(entry.practice.unit_id, ""),
            categories=[str(Kind(entry.practice.kind).label)],
        )
    given = HttpResponse(content_type=feed.content_type)
    feed.write(given, "utf-8")
    return given


def _place(unit: UUID | None) -> Place | None:
    place = units.one(unit) if unit else None
    if unit and place is None:
        raise Http404
    return place


def _tag(what: str) -> str:
    host = settings.SITE.split("://", 1)[-1].split("/", 1)[0].split(":", 1)[0]
    return f"tag:{host},{BORN.isoformat()}:mo-hinh/{what}"
