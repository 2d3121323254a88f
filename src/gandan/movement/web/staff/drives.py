"""Emulation drives: the list, one drive with its stages, windows, fields and counts, and what meetings said of it."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from gandan.core.access import actor_of, guarded, may
from gandan.movement import queries
from gandan.movement.enums import DriveState, Kind
from gandan.movement.models import Drive, Practice, SummingUp, SummingUpCount
from gandan.movement.queries import Counts
from gandan.movement.web.staff import found, tables, writing
from gandan.movement.web.staff.drive_deeds.page import offered
from gandan.units import queries as units

SHAPES = {DriveState.PLANNED: "soon", DriveState.LAUNCHED: "done", DriveState.SUMMED_UP: "kept", DriveState.CANCELLED: "past"}


@require_GET
@guarded("movement.open_desk")
def index(request: HttpRequest) -> HttpResponse:
    """Those that reach the reader first, the newest stage first; how many are registered in each."""
    actor, today = actor_of(request), timezone.localdate()
    rows = list(queries.drives_visible_to(actor).order_by("-starts_on", "-pk").prefetch_related("windows", "office__names")[:100])
    counted = queries.grouped(Practice.objects.filter(drive__in=rows), "drive", on=today)
    lines = [
        {
            "drive": d,
            "shape": SHAPES[DriveState(d.state)],
            "office": d.office.called(today),
            "counts": counted.get((d.pk,), Counts()),
            "window": writing.window(d, today) if d.state == DriveState.LAUNCHED else "",
        }
        for d in rows
    ]
    plans = may(actor, "movement.plan_drive") and bool(found.drive_offices(actor, today))
    return render(request, "movement/staff/drives.html", {"lines": lines, "plans": plans})


@require_GET
@guarded("movement.open_desk")
def one(request: HttpRequest, drive: UUID) -> HttpResponse:
    """What it is for, when forms are taken, how many there are field by field, and what comes next."""
    actor, today = actor_of(request), timezone.localdate()
    d = found.drive_for(actor, drive)
    grouped = queries.grouped(d.practices.all(), "field", "kind", on=today)
    by_field, by_kind = tables.folded(grouped, 0), tables.folded(grouped, 1)
    columns = tables.columns(tables.levels_of(by_field.values()))
    fields = list(d.fields.order_by("order"))
    context = {
        "drive": d,
        "shape": SHAPES[DriveState(d.state)],
        "office": d.office.called(today),
        "place": units.one(d.unit_id),
        "window": writing.window(d, today) if d.state == DriveState.LAUNCHED else "",
        "windows": list(d.windows.order_by("-year")),
        "fields": fields,
        "may_fields": may(actor, "movement.change_fields", d) and d.state in (DriveState.PLANNED, DriveState.LAUNCHED),
        "columns": columns,
        "by_field": tables.shared([tables.line(f.name, by_field.get(f.pk, Counts()), columns) for f in fields]),
        "by_kind": [tables.line(str(Kind(k).label), c, columns) for k, c in sorted(by_kind.items(), reverse=True)],
        "counts_url": f"{reverse('movement:counts')}?phong-trao={d.pk}",
        "meetings": list(d.summings_up.order_by("-held_on")),
        "after": Drive.objects.filter(before=d).first(),
        "deeds": offered(d, actor, today),
        "begins": d.state == DriveState.LAUNCHED and may(actor, "movement.begin") and bool(found.own_offices(actor, today=today)),
    }
    return render(request, "movement/staff/drive.html", context)


@require_GET
@guarded("movement.open_desk")
def summing_up(request: HttpRequest, drive: UUID, meeting: UUID) -> HttpResponse:
    """One meeting's word and its numbers, as they were on that day; a clean page of A4 when it is printed."""
    actor = actor_of(request)
    d = found.drive_for(actor, drive)
    row = d.summings_up.filter(pk=meeting).first()
    if row is None:
        raise Http404
    context = {"drive": d, "meeting": row, "office": d.office.called(row.held_on), "place": units.one(d.unit_id), **frozen(row)}
    return render(request, "movement/staff/summing_up.html", context)


def frozen(row: SummingUp) -> dict[str, object]:
    """The counts of one meeting: by field, and by kind with its subject."""
    counts = list(row.counts.select_related("field"))
    columns = [c for c in tables.columns({c.level for c in counts}) if c.name != "stopped"]
    by_field: dict[str, Counts] = {}
    by_kind: dict[str, Counts] = {}
    for count in sorted(counts, key=lambda c: c.field.order):
        _add(by_field, count.field.name, count)
    for count in sorted(counts, key=lambda c: (c.kind != Kind.MODEL, c.subject)):
        _add(by_kind, f"{count.get_kind_display()}, {str(count.get_subject_display()).lower()}", count)
    return {
        "columns": columns,
        "by_field": tables.shared([tables.line(name, c, columns) for name, c in by_field.items()]),
        "by_kind": [tables.line(name, c, columns) for name, c in by_kind.items()],
        "whole": tables.line(_("Cả phong trào"), _total(by_field), columns),
    }


def as_counts(count: SummingUpCount) -> Counts:
    """One frozen row."""
    held = {count.level: count.recognised} if count.level else {}
    return Counts(registered=count.registered, effective=count.effective, lapsed=count.lapsed, recognised=held)


def _add(into: dict[str, Counts], name: str, count: SummingUpCount) -> None:
    into[name] = queries.added(into[name], as_counts(count)) if name in into else as_counts(count)


def _total(rows: dict[str, Counts]) -> Counts:
    whole = Counts()
    for one_of in rows.values():
        whole = queries.added(whole, one_of)
    return whole


@require_GET
@guarded("movement.open_desk")
def compare(request: HttpRequest, drive: UUID) -> HttpResponse:
    """Meetings one below the other, through the stages before: the same numbers, each of its own day."""
    actor = actor_of(request)
    d = found.drive_for(actor, drive)
    stages = _stages(d)
    meetings = SummingUp.objects.filter(drive__in=stages).select_related("drive").prefetch_related("counts").order_by("held_on", "pk")
    sums = [(m, _sum(m)) for m in meetings]
    columns = [c for c in tables.columns(tables.levels_of(s for _m, s in sums)) if c.name != "stopped"]
    lines = [tables.line(_label(m), s, columns, url=reverse("movement:summing_up", args=[m.drive_id, m.pk])) for m, s in sums]
    today_counts = queries.counts(d.practices.all(), on=timezone.localdate())
    if d.state == DriveState.LAUNCHED:
        lines.append(tables.line(_("Hôm nay, chưa chốt"), today_counts, columns))
    context = {"drive": d, "columns": columns, "lines": tables.shared(lines), "stages": stages}
    return render(request, "movement/staff/compare.html", context)


def _label(meeting: SummingUp) -> str:
    return f"{meeting.get_meeting_display()} {meeting.year}"


def _sum(meeting: SummingUp) -> Counts:
    whole = Counts()
    for count in meeting.counts.all():
        whole = queries.added(whole, as_counts(count))
    return whole


def _stages(d: Drive) -> list[Drive]:
    """The drive and the stages before it, the oldest first."""
    found_stages, at = [d], d.before
    while at is not None and at not in found_stages:
        found_stages.append(at)
        at = at.before
    return list(reversed(found_stages))
