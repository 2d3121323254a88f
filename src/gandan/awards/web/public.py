"""For everyone: calls that take proposals now, lists that may be objected to, and the roll of honour. No page goes by a person's name."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import QuerySet, Sum
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from gandan.awards import queries
from gandan.awards.enums import CallState, NameSource
from gandan.awards.models import Call, Conferral
from gandan.awards.web import picks, roll_asked, words
from gandan.core.access import Anyone, public

PER_PAGE = 20
SHOWN = 5
MOST_GROUNDS, MOST_PLACES = 12, 12
OPEN_TO_ALL = (CallState.OPEN, CallState.COUNCIL, CallState.POSTED, CallState.DECIDED)


@dataclass(frozen=True)
class CallRow:
    """A call as everybody reads it."""

    call: Call
    kind: str
    office: str
    unit: str
    shape: str


@require_safe
@public
def home(request: HttpRequest) -> HttpResponse:
    """What is open, what is posted, what was given lately."""
    today = timezone.localdate()
    rows = queries.roll(actor=Anyone())
    posted = calls().filter(state=CallState.POSTED, posting__taken_down_on=None)
    context = {
        "today": today,
        "open": call_rows(calls().filter(state=CallState.OPEN, intake_ended_on=None).order_by("closes_on", "pk")[:50], today),
        "posted": call_rows(posted.order_by("posting__until", "pk")[:50], today),
        "judged": call_rows(calls().filter(state=CallState.COUNCIL).order_by("-closes_on", "pk")[:20], today),
        "totals": queries.totals(rows),
        "rows": roll_asked.shown(rows[:SHOWN]),
    }
    return render(request, "awards/public/home.html", context)


@require_safe
@public
def call(request: HttpRequest, call: UUID) -> HttpResponse:
    """Who may propose whom, until when, under which conditions by which source; then what came of it, in numbers and the decision."""
    today = timezone.localdate()
    found = calls().prefetch_related("quotas").filter(pk=call).first()
    if found is None:
        raise Http404
    given = queries.roll(actor=Anyone()).filter(decision=found.decision_id) if found.decision_id else []
    context = {
        "call": found,
        "row": call_rows([found], today)[0],
        "gates": words.gates(found, today),
        "conditions": words.conditions(found.eligibility),
        "rules": found.eligibility,
        "quotas": words.quotas(found),
        "given": roll_asked.shown(given),
        "posted": found.posting if found.state == CallState.POSTED else None,
        "today": today,
    }
    return render(request, "awards/public/call.html", context)


@require_safe
@public
def roll(request: HttpRequest) -> HttpResponse:
    """Everything that was given, by kind, year, unit; persons and collectives apart, and for what."""
    today = timezone.localdate()
    asked = roll_asked.read(request, today=today)
    found = asked.rows(Anyone())
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("trang"))
    context = {
        "asked": asked,
        "page": page,
        "rows": roll_asked.shown(page.object_list),
        "totals": queries.totals(found),
        "grounds": grounds(found),
        "years": years(found),
        "places": _at(queries.by_place(found, within=asked.unit.id if asked.unit else None, on=today), asked.at),
        "deciders": _at(queries.by_decider(found), asked.decided_in),
    }
    return render(request, "awards/public/roll.html", context)


@require_safe
@public
def one(request: HttpRequest, conferral: UUID) -> HttpResponse:
    """One conferral with its decision, or its sentence and text."""
    found = queries.roll(actor=Anyone()).select_related("decision__document", "activity").filter(pk=conferral).first()
    if found is None:
        raise Http404
    row = roll_asked.shown([found])[0]
    work = (
        list(found.holders.filter(revoked_on=None).order_by("position", "pk").values_list("unit", flat=True))
        if found.source == NameSource.DECISION
        else [found.unit_id]
    )
    document = found.decision.document if found.decision else None
    context = {
        "row": row,
        "c": found,
        "places": [(key, roll_asked.place_name(key)) for key in dict.fromkeys(work) if key],
        "decider": roll_asked.place_name(found.decision.unit_id) if found.decision else "",
        "revoked": queries.revoked(found),
        "document": document if document is not None and document.is_public else None,
        "call": calls().filter(decision=found.decision_id).first() if found.decision_id else None,
    }
    return render(request, "awards/public/one.html", context)


def calls() -> QuerySet[Call]:
    """Calls as everybody may read them: from the day they were opened."""
    return queries.visible_to(Anyone()).filter(state__in=OPEN_TO_ALL).select_related("eligibility")


def call_rows(rows: "QuerySet[Call] | list[Call]", today: date) -> list[CallRow]:
    """As they stand in a list."""
    return [
        CallRow(
            call=c,
            kind=picks.name_on(c.kind, c.opens_on),
            office=c.office.name_on(today),
            unit=roll_asked.place_name(c.unit_id),
            shape=words.CALL_SHAPES[CallState(c.state)],
        )
        for c in rows
    ]


def grounds(rows: QuerySet[Conferral]) -> list[dict[str, Any]]:
    """By what it was given for, persons and collectives apart; those without a ground last."""
    found = rows.order_by().values("ground").annotate(p=Sum("people"), c=Sum("groups"))
    kept = sorted(found, key=lambda g: (not g["ground"], -(g["p"] + g["c"]), g["ground"]))
    return [{"ground": g["ground"], "persons": g["p"], "collectives": g["c"]} for g in kept[:MOST_GROUNDS]]


def years(rows: QuerySet[Conferral]) -> list[dict[str, object]]:
    """By year, newest first; what has no year stands under none."""
    found = rows.order_by().exclude(year=None).values("year").annotate(p=Sum("people"), c=Sum("groups"))
    return [{"year": y["year"], "persons": y["p"], "collectives": y["c"]} for y in found.order_by("-year")[:10]]


def _at(found: list[queries.At], ask: Callable[[UUID], str]) -> list[dict[str, object]]:
    """Units with their numbers and the query that narrows to each."""
    return [
        {"name": roll_asked.place_name(at.unit), "url": ask(at.unit), "persons": at.persons, "collectives": at.collectives}
        for at in found[:MOST_PLACES]
    ]
