"""A problem in one's own words → models that dealt with it, ranked, each with what spoke for it."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from gandan.core.access import actor_of, guarded
from gandan.core.text import nfc
from gandan.movement.enums import Kind, State
from gandan.movement.queries import finder
from gandan.movement.queries.finder import Found
from gandan.movement.queries.question import LONGEST
from gandan.movement.web.public_words import named
from gandan.movement.web.staff import found as own
from gandan.movement.web.staff import words

SHOWN = 20


@require_GET
@guarded("movement.find")
def page(request: HttpRequest) -> HttpResponse:
    """What was asked stays in the field; nothing of it is kept."""
    actor, today = actor_of(request), timezone.localdate()
    typed = nfc("".join(c for c in request.GET.get("viec", "") if c.isprintable() or c.isspace())).strip()[:LONGEST]
    as_typed = bool(request.GET.get("nguyen"))
    answer = finder.ask(typed, actor=actor, today=today, limit=SHOWN, as_typed=as_typed) if typed else finder.Answer()
    context = {
        "typed": typed,
        "as_typed": urlencode({"viec": typed, "nguyen": 1}),
        "answer": answer,
        "items": [
            {
                "found": one,
                "shape": words.shape(one.practice, today=today),
                "why": why(one),
                "adopts": one.practice.kind == Kind.MODEL and one.practice.state == State.REGISTERED and own.adopts(actor, one.practice),
            }
            for one in answer.items
        ],
    }
    return render(request, "movement/staff/find.html", context)


def why(one: Found) -> list[str]:
    """What spoke for a model, in sentences: its own words that answer and where they stand, then what others found of it."""
    said = []
    if one.said:
        said.append(named(one))
    proof = one.proof
    if proof.effective:
        said.append(_("Rà soát năm %(year)s: hiệu quả.") % {"year": proof.effective})
    if proof.level:
        said.append(_("Đã được công nhận, %(level)s.") % {"level": str(proof.level.label).lower()})
    if proof.copies:
        said.append(_("%(n)s nơi khác đã học theo.") % {"n": proof.copies})
    if not proof.effective and not proof.level:
        said.append(_("Chưa ai rà soát hay công nhận: chưa rõ có hiệu quả không."))
    return said
