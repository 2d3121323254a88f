"""For everyone: the gallery of models, and one model with everything that shows whether it works."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from gandan.appraisals.enums import Level
from gandan.core import pace
from gandan.core.access import Anyone, actor_of, may, public
from gandan.movement import queries
from gandan.movement.enums import Kind
from gandan.movement.queries import finder, gallery, numbers, shown
from gandan.movement.queries.family import Family, Member
from gandan.movement.web import public_asked, public_words
from gandan.movement.web.public_words import LEVELS

SEARCHES, WINDOW = 1_200, 3600  # from one network in an hour: a village behind one address; no program that walks through words
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
    """What problem, what it took, what came of it, who copied it; numbers side by side; where, as dots and as a table. A question in
    own words is answered from what the filters leave, the nearest first."""
    today, fields = timezone.localdate(), gallery.fields()
    asked = public_asked.asked(request, fields=fields)
    searches = bool(asked.wanted.words) and not asked.unknown
    hurried = searches and not pace.allowed(request, "movement.search", most=SEARCHES, seconds=WINDOW, now=timezone.now())
    answer = _answer(asked, today) if searches and not hurried else None
    part = gallery.Slice(()) if hurried else _part(asked, answer, today)
    why = {found.practice.pk: public_words.named(found) for found in answer.items} if answer else {}
    country = not asked.any and asked.after is None and asked.before is None  # the map stands once, on the page that shows everything
    context = {
        "asked": asked,
        "today": today,
        "answer": answer,
        "hurried": hurried,
        "capped": answer is not None and len(answer.items) >= finder.LOOKED_AT,
        "as_typed": f"{asked.query}&nguyen=1",
        "cards": [(card, why.get(card.practice.pk, "")) for card in gallery.cards(part.rows)],
        "older": public_asked.marked(part.older),
        "newer": public_asked.marked(part.newer),
        "first": asked.after is None and asked.before is None,
        "counted": None if asked.unknown or searches else numbers.of(asked.wanted, today=today),
        "where": numbers.where(today=today) if country else None,
        "fields": fields,
        "kinds": Kind.choices,
        "levels": [(level.value, LEVELS[level]) for level in gallery.LEVELS if level != Level.DISTRICT or asked.wanted.level == level],
        "lives": public_asked.LIVES,
    }
    return render(request, "movement/public/index.html", context, status=429 if hurried else 200)


def _answer(asked: public_asked.Asked, today: date) -> finder.Answer:
    """Best first, of what the other filters leave; nothing of the question is kept."""
    among = gallery.narrowed(queries.public(), asked.wanted, today=today)
    return finder.ask(asked.wanted.words, actor=Anyone(), today=today, limit=finder.LOOKED_AT, among=among, as_typed=asked.as_typed)


def _part(asked: public_asked.Asked, answer: finder.Answer | None, today: date) -> gallery.Slice:
    if asked.unknown:
        return gallery.Slice(())
    if answer is not None:
        return gallery.Slice(tuple(found.practice for found in answer.items))
    return gallery.page(asked.wanted, today=today, after=asked.after, before=asked.before)


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
        "may_erase": may(actor_of(request), "movement.erase_words", row),
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
