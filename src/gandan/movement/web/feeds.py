"""Atom (RFC 4287) of models that were registered, and of those that were recognised; and the numbers as CSV. Only what everybody reads."""

import csv
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from gandan.appraisals.enums import Level
from gandan.commitments.web.downloads import safe
from gandan.core import feeds
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
NUMBERS = ("registered", "living", "effective", "lapsed", "stopped", "told")


@require_safe
@public
def registered(request: HttpRequest, unit: UUID | None = None) -> HttpResponse:
    """The newest registrations, of one unit with all below it or of the whole installation; `tim` keeps those that deal with a problem."""
    place, words = _place(unit), clean.line(request.GET.get("tim", ""))[:LONGEST]
    rows = gallery.page(gallery.Wanted(place, words=words), today=timezone.localdate(), size=MOST).rows
    names = _names(rows)
    entries = [_entry(r, names, title=r.title, tag=f"{r.pk}", day=r.registered_on, changed=r.changed_at) for r in rows]
    title = _("Mô hình mới đăng ký, gặp việc “%(words)s”") % {"words": words} if words else _("Mô hình mới đăng ký")
    return feeds.atom(request, _head(request, title, place, urlencode({"tim": words}) if words else ""), entries)


@require_safe
@public
def recognised(request: HttpRequest, unit: UUID | None = None) -> HttpResponse:
    """The newest recognitions that stand, by the day of the decision."""
    place = _place(unit)
    seen = gallery.listed(gallery.Wanted(place), today=timezone.localdate())
    found = Recognition.objects.filter(revoked_by=None, practice__in=seen.values("pk")).select_related("practice", "decision")
    rows = list(found.order_by("-recognised_on", "-pk")[:MOST])
    names = _names([r.practice for r in rows])
    entries = []
    for r in rows:
        said = _("%(level)s công nhận, số %(number)s") % {"level": Level(r.level).label, "number": r.decision.number}
        title, tag = f"{r.practice.title}: {said}", f"{r.practice_id}/{r.level}"
        entries.append(_entry(r.practice, names, title=title, tag=tag, day=r.recognised_on, changed=r.decision.recorded_at))
    return feeds.atom(request, _head(request, _("Mô hình được công nhận"), place), entries)


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


def _head(request: HttpRequest, title: str, place: Place | None, query: str = "") -> feeds.Head:
    """Each address is a feed of its own, with the question that it asks."""
    return feeds.Head(
        title=f"{title}: {place.full_name}" if place else title,
        link=reverse("movement-public:index"),
        tag=f"mo-hinh/{request.path.strip('/')}" + (f"?{query}" if query else ""),
        author=place.full_name if place else _("Gần Dân"),
        query=query,
    )


def _entry(p: Practice, names: Mapping[UUID, str], *, title: str, tag: str, day: date | None, changed: datetime) -> feeds.Entry:
    """One model; of its form only the problem."""
    return feeds.Entry(
        title=title,
        link=reverse("movement-public:one", args=[p.pk]),
        text=p.problem,
        tag=f"mo-hinh/{tag}",
        day=day,
        changed=changed,
        author=names.get(p.unit_id, ""),
        categories=[str(Kind(p.kind).label)],
    )


def _names(rows: Iterable[Practice]) -> dict[UUID, str]:
    """Units as they are named today, all at once."""
    return {place.id: place.full_name for place in units.several([p.unit_id for p in rows]) if place is not None}


def _place(unit: UUID | None) -> Place | None:
    place = units.one(unit) if unit else None
    if unit and place is None:
        raise Http404
    return place
