"""How many there are: of a unit with all beneath, by field and unit; which fields are thin is what leaders look for.

Ways of working, exemplary collectives and exemplary persons stand in one table side by side; everything else on the page is of one of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from gandan.commitments.queries import past_of
from gandan.commitments.web import choices
from gandan.core.access import Actor, actor_of, guarded
from gandan.core.text import sort_key
from gandan.movement import queries
from gandan.movement.enums import DriveState, Kind, Subject
from gandan.movement.models import Drive, Field, Practice
from gandan.movement.queries import Counts
from gandan.movement.web.staff import asked, tables
from gandan.units import queries as units
from gandan.units.gazetteer import Level, Place


@dataclass(frozen=True)
class Group:
    """One of the three things that are counted apart: its word in the address, its kind and subject."""

    name: str
    kind: Kind
    subject: Subject | None

    @property
    def label(self) -> str:
        """Its heading."""
        return tables.group(self.name)

    @property
    def ask(self) -> dict[str, str]:
        """How the list is asked for it."""
        return {"loai": self.kind.value, **({"chu-the": self.subject.value} if self.subject else {})}

    def of(self, grouped: Mapping[tuple[Any, ...], Counts]) -> dict[tuple[Any, ...], Counts]:
        """Its part of groups by field, kind and subject."""
        return {key: c for key, c in grouped.items() if key[1] == self.kind and self.subject in (None, key[2])}

    def within(self, rows: QuerySet[Practice]) -> QuerySet[Practice]:
        """Its rows."""
        return rows.filter(kind=self.kind, **({"subject": self.subject} if self.subject else {}))


GROUPS = (
    Group("models", Kind.MODEL, None),
    Group("collectives", Kind.EXEMPLAR, Subject.COLLECTIVE),
    Group("persons", Kind.EXEMPLAR, Subject.PERSON),
)


@require_GET
@guarded("movement.open_desk")
def page(request: HttpRequest) -> HttpResponse:
    """Of the reader's unit, or one that is asked for; of one drive, or of all; of ways of working unless exemplars are asked for."""
    actor, today = actor_of(request), timezone.localdate()
    drives = list(queries.drives_visible_to(actor).order_by("-starts_on", "-pk"))
    drive = next((d for d in drives if str(d.pk) == request.GET.get("phong-trao")), None)
    group = next((g for g in GROUPS if g.name == request.GET.get("dem")), GROUPS[0])
    place = _place(request.GET.get("don-vi", ""), actor, today)
    beneath = units.children(place, on=today) if place and place.level != Level.COMMUNE else _provinces(place, today)
    rows = _rows(place, drive, today)
    grouped = queries.grouped(rows, "field", "kind", "subject", on=today)
    apart = queries.apart(grouped, kind=1, subject=2)
    whole: Counts = getattr(apart, group.name)
    by_unit = _by_unit(beneath, group.within(rows), today)
    columns = tables.columns(tables.levels_of([apart.models, apart.collectives, apart.persons]))
    by_field = _fields(group.of(grouped), drive, place, columns, {"cua": asked.ALL, **group.ask}, today)
    kept = {"don-vi": str(place.id) if place else "", "phong-trao": str(drive.pk) if drive else ""}
    context = {
        "place": place,
        "name": place.full_name if place else _("Cả nước"),
        "mine": _mine(actor),
        "drives": drives,
        "drive": drive,
        "group": group,
        "tabs": [(g.label, "?" + _address(kept, dem=g.name), g == group) for g in GROUPS],
        "whole": tables.line("", whole, columns),
        "told": whole.told,
        "columns": columns,
        "by_field": tables.shared(by_field) if group.kind == Kind.MODEL else by_field,  # of a few persons no field is thin
        "by_kind": [tables.line(g.label, getattr(apart, g.name), columns) for g in GROUPS],
        "by_unit": _units(beneath, by_unit, columns, {**kept, "dem": group.name}),
        "quiet": sum(not c.any for c in by_unit.values()),
    }
    return render(request, "movement/staff/counts.html", context)


def _address(kept: Mapping[str, str], **more: str) -> str:
    return urlencode({name: value for name, value in {**kept, **more}.items() if value})


def _mine(actor: Actor) -> list[Place]:
    return sorted(choices.names_of(choices.own_units(actor)).values(), key=lambda p: sort_key(p.name))


def _place(typed: str, actor: Actor, today: date) -> Place | None:
    """The unit that was asked for, whoever's: what is counted is public. The reader's own without asking; None is the whole country."""
    if typed:
        found = units.one(UUID(typed), on=today) if choices.is_id(typed) else None
        if found is None:
            raise Http404
        return found
    mine = _mine(actor)
    return mine[0] if mine else None


def _provinces(place: Place | None, today: date) -> list[Place]:
    return units.tree(today, Level.PROVINCE) if place is None else []


def _rows(place: Place | None, drive: Drive | None, today: date) -> QuerySet[Practice]:
    rows = Practice.objects.all() if drive is None else Practice.objects.filter(drive=drive)
    if place is None:
        return rows
    here = {place.id} | units.descendant_ids(place.id, on=today)
    return rows.filter(unit__in=here | set(past_of(here)))


def _by_unit(beneath: list[Place], rows: QuerySet[Practice], today: date) -> dict[UUID, Counts]:
    """Each unit beneath with all that is beneath it again; two questions."""
    under = {p.id: {p.id} | units.descendant_ids(p.id, on=today) for p in beneath}
    owner = {unit: top for top, all_of in under.items() for unit in all_of}
    past = past_of(owner)
    out = dict.fromkeys(under, Counts())
    for (unit,), counts in queries.grouped(rows, "unit", on=today).items():
        top = owner.get(past.get(unit, unit))
        if top is not None:
            out[top] = queries.added(out[top], counts)
    return out


def _fields(
    grouped: Mapping[tuple[Any, ...], Counts],
    drive: Drive | None,
    place: Place | None,
    columns: list[tables.Column],
    base: dict[str, str],
    today: date,
) -> list[tables.Line]:
    """By name, since each drive has its own rows; a field of a running drive in which nothing is registered stands there with nothing."""
    by_id = tables.folded(grouped, 0)
    running = Q(drive__state=DriveState.LAUNCHED, ended_on=None)
    if place is not None:
        running &= Q(drive__unit__in=units.ancestor_ids(place.id, today))
    known = Field.objects.filter(Q(pk__in=list(by_id)) | running) if drive is None else drive.fields.all()
    out: dict[str, Counts] = {}
    for field in known.order_by("order", "name"):
        counts = by_id.get(field.pk, Counts())
        out[field.name] = queries.added(out[field.name], counts) if field.name in out else counts
    return [tables.line(name, counts, columns, base={**base, "linh-vuc": name}) for name, counts in out.items()]


def _units(beneath: list[Place], by_unit: dict[UUID, Counts], columns: list[tables.Column], kept: Mapping[str, str]) -> list[tables.Line]:
    lines = []
    for place in sorted(beneath, key=lambda p: sort_key(p.name)):
        counts = by_unit[place.id]
        if counts.any:
            lines.append(tables.line(place.full_name, counts, columns, url="?" + _address({**kept, "don-vi": str(place.id)})))
    return lines
