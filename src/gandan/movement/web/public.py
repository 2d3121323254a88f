"""For everyone: the gallery of models, and one model with everything that shows whether it works."""

from dataclasses import dataclass
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from gandan.appraisals.enums import Level
from gandan.core.access import actor_of, may, public
from gandan.movement.enums import Kind
from gandan.movement.queries import gallery, numbers, shown
from gandan.movement.queries.family import Family, Member
from gandan.movement.web import public_asked
from gandan.movement.web.public_words import LEVELS

KIN, INDENTS = 60, 5  # models of a family on one page, and how far the deepest of them is set in


@dataclass(frozen=True)
class Kin:
    """A model of a family, how far it is set in, and the one it learnt from."""

    member: Member
    indent: int
    teacher: Member | None


@public
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """What problem, what it took, what came of it, who copied it; numbers side by side; where, as dots and as a table."""
    today, fields = timezone.localdate(), gallery.fields()
    asked = public_asked.asked(request, fields=fields)
    part = gallery.Slice(()) if asked.unknown else gallery.page(asked.wanted, today=today, after=asked.after, before=asked.before)
    country = not asked.any and asked.after is None and asked.before is None  # the map stands once, on the page that shows everything
    context = {
        "asked": asked,
        "today": today,
        "cards": gallery.cards(part.rows),
        "older": public_asked.marked(part.older),
        "newer": public_asked.marked(part.newer),
        "first": asked.after is None and asked.before is None,
        "counted": None if asked.unknown else numbers.of(asked.wanted.place, today=today),
        "where": numbers.where(today=today) if country else None,
        "fields": fields,
        "kinds": Kind.choices,
        "levels": [(level.value, LEVELS[level]) for level in gallery.LEVELS if level != Level.DISTRICT or asked.wanted.level == level],
        "lives": public_asked.LIVES,
    }
    return render(request, "movement/public/index.html", context)


@public
@require_safe
def one(request: HttpRequest, practice: UUID) -> HttpResponse:
    """One model: problem, way, what it took, what was measured, who looked, what people say, who learnt from it."""
    row = shown.one(practice)
    if row is None:
        raise Http404
    today = timezone.localdate()
    whole = shown.whole(row, today=today)
    context = {
        "practice": row,
        "shown": whole,
        "kindred": kindred(whole.family),
        "unshown": max(0, whole.family.size - KIN),
        "today": today,
        "works_here": may(actor_of(request), "movement.read_measure", row),
    }
    return render(request, "movement/public/one.html", context)


def kindred(family: Family) -> list[Kin]:
    """The tree read from above, as a flat list: a chain of any length is shown without depth in the page."""
    if family.first is None:
        return []
    found = list(family.first.everyone())[:KIN]
    return [
        Kin(m, min(m.depth, INDENTS), family.members.get(m.practice.adopted_from_id) if m.practice.adopted_from_id else None) for m in found
    ]
