"""Emulation drives: the list, one drive with its stages, windows, fields and counts, and what meetings said of it."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Case, When
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from gandan.appraisals import queries as appraised
from gandan.commitments.web import choices
from gandan.core.access import actor_of, guarded, may
from gandan.movement import queries
from gandan.movement.enums import PUBLIC, DriveState, Kind
from gandan.movement.models import Drive, Practice, SummingUp, SummingUpCount
from gandan.movement.policies import drive as policies
from gandan.movement.queries import Apart, Counts
from gandan.movement.web.staff import found, tables, writing
from gandan.movement.web.staff.drive_deeds.page import offered
from gandan.units import queries as units

NOTHING = (("models", Counts()),)  # a meeting before anything was registered still has its line
SHAPES = {DriveState.PLANNED: "soon", DriveState.LAUNCHED: "done", DriveState.SUMMED_UP: "kept", DriveState.CANCELLED: "past"}


@require_GET
@guarded("movement.open_desk")
def index(request: HttpRequest) -> HttpResponse:
    """Those that reach the reader first, the newest stage first; how many are registered in each."""
    actor, today = actor_of(request), timezone.localdate()
    here = {up for unit in choices.own_units(actor) for up in units.ancestor_ids(unit, today)}
    reaching = Case(When(unit__in=here, then=0), default=1)
    newest = queries.drives_visible_to(actor).order_by(reaching, "-starts_on", "-pk")
    rows = list(newest.prefetch_related("windows", "office__names")[:100])
    grouped = queries.grouped(Practice.objects.filter(drive__in=rows), "drive", "kind", "subject", on=today)
    lines = [
        {
            "drive": d,
            "shape": SHAPES[DriveState(d.state)],
            "office": d.office.called(today),
            "counts": queries.apart({key[1:]: c for key, c in grouped.items() if key[0] == d.pk}),
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
    grouped = queries.grouped(d.practices.all(), "field", "kind", "subject", on=today)
    by_field = tables.folded({key: c for key, c in grouped.items() if key[1] == Kind.MODEL}, 0)
    apart = queries.apart(grouped, kind=1, subject=2)
    columns = tables.columns(tables.levels_of(grouped.values()))
    fields = list(d.fields.order_by("order"))
    changes = may(actor, "movement.change_fields", d) and policies.running(d) is None
    standing = [f.pk for f in fields if f.ended_on is None]
    counted = set(d.practices.filter(state__in=sorted(PUBLIC)).values_list("field", flat=True).distinct())
    context = {
        "drive": d,
        "shape": SHAPES[DriveState(d.state)],
        "office": d.office.called(today),
        "place": units.one(d.unit_id),
        "window": writing.window(d, today) if d.state == DriveState.LAUNCHED else "",
        "windows": list(d.windows.order_by("-year")),
        "fields": fields,
        "ended_by": standing if changes and len(standing) > 1 else [],
        "renamed_by": [pk for pk in standing if pk not in counted] if changes else [],
        "columns": columns,
        "by_field": tables.shared([tables.line(f.name, by_field.get(f.pk, Counts()), columns) for f in fields]),
        "by_kind": [tables.line(tables.group(name), c, columns) for name, c in apart.lines],
        "sheet": appraised.sheet_in_force(d.unit_id, d.sheet_code, on=today),
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
    """The counts of one meeting: models by field; models, exemplary collectives and exemplary persons apart."""
    counts = list(row.counts.select_related("field"))
    columns = [c for c in tables.columns({c.level for c in counts}) if c.name != "stopped"]
    by_field: dict[str, Counts] = {}
    for count in sorted(counts, key=lambda c: c.field.order):
        if count.kind == Kind.MODEL:
            by_field[count.field.name] = queries.added(by_field.get(count.field.name, Counts()), as_counts(count))
    apart = _apart(counts)
    return {
        "columns": columns,
        "by_field": tables.shared([tables.line(name, c, columns) for name, c in by_field.items()]),
        "by_kind": [tables.line(tables.group(name), c, columns) for name, c in apart.lines],
        "whole": tables.line(_("Mô hình"), apart.models, columns),
    }


def _apart(counts: Iterable[SummingUpCount]) -> Apart:
    """Frozen rows by what they count."""
    rows = list(counts)
    keys = {(c.kind, c.subject) for c in rows}
    return queries.apart({key: queries.together(as_counts(c) for c in rows if (c.kind, c.subject) == key) for key in keys})


def as_counts(count: SummingUpCount) -> Counts:
    """One frozen row."""
    held = {count.level: count.recognised} if count.level else {}
    return Counts(registered=count.registered, effective=count.effective, lapsed=count.lapsed, recognised=held)


@require_GET
@guarded("movement.open_desk")
def compare(request: HttpRequest, drive: UUID) -> HttpResponse:
    """Meetings one below the other, through the stages before: the same numbers, each of its own day."""
    actor = actor_of(request)
    d = found.drive_for(actor, drive)
    stages = _stages(d)
    meetings = SummingUp.objects.filter(drive__in=stages).select_related("drive").prefetch_related("counts").order_by("held_on", "pk")
    sums = [(_label(m), _apart(m.counts.all()), reverse("movement:summing_up", args=[m.drive_id, m.pk])) for m in meetings]
    if d.state == DriveState.LAUNCHED:
        grouped = queries.grouped(d.practices.all(), "kind", "subject", on=timezone.localdate())
        sums.append((_("Hôm nay, chưa chốt"), queries.apart(grouped), ""))
    several = [(f"{label}: {tables.group(name).lower()}", c, url) for label, apart, url in sums for name, c in apart.lines or NOTHING]
    columns = [c for c in tables.columns(tables.levels_of(c for _l, c, _u in several)) if c.name != "stopped"]
    lines = [tables.line(label, c, columns, url=url) for label, c, url in several]
    context = {"drive": d, "columns": columns, "lines": tables.shared(lines), "stages": stages}
    return render(request, "movement/staff/compare.html", context)


def _label(meeting: SummingUp) -> str:
    return f"{meeting.get_meeting_display()} {meeting.year}"


def _stages(d: Drive) -> list[Drive]:
    """The drive and the stages before it, the oldest first."""
    found_stages, at = [d], d.before
    while at is not None and at not in found_stages:
        found_stages.append(at)
        at = at.before
    return list(reversed(found_stages))
