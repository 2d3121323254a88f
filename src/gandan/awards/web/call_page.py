"""One call with all that can be done; the dossiers of it that the reader may open; what other pages ask of a call."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from gandan.awards import policies, queries
from gandan.awards.enums import CallState, NominationState
from gandan.awards.models import Call, Nomination
from gandan.awards.web import deeds_call, doing, picks, words
from gandan.awards.web.staff import call_rows
from gandan.core.access import Actor, actor_of, guarded, may


@require_GET
@guarded("awards.open_desk")
def call(request: HttpRequest, call: UUID) -> HttpResponse:
    """What was announced, how far it is, what comes next; the dossiers the reader may open."""
    actor, today = actor_of(request), timezone.localdate()
    found = call_for(actor, call)
    every = doing.ways(found, deeds_call.DEEDS, actor, today, lambda slug: reverse("awards:deed", args=[found.pk, slug]))
    leading = deeds_call.NEXT.get(CallState(found.state), ())
    first = next((way for way in every if way.slug in leading), None)
    dossiers = list(dossiers_of(found, actor))
    rules = found.eligibility or queries.eligibility(found.kind, on=today)
    judges = found.state != CallState.PLANNED and may_judge(found, actor)
    context = {
        "call": found,
        "row": call_rows([found], actor, today)[0],
        "gates": words.gates(found, today),
        "next": first,
        "others": [way for way in every if way is not first],
        "waits": "" if first else words.waits(found, today),
        "proposes": proposing(found, actor, today),
        "dossiers": [dossier_row(n, today) for n in dossiers],
        "rules": rules,
        "conditions": words.conditions(rules),
        "quotas": words.quotas(found),
        "judges": judges,
        "runs": may(actor, "awards.change_call", found),
        "changes": policies.call.change(found) is None and may(actor, "awards.change_call", found),
        "numbers": found.decision_id is not None and may(actor, "awards.number_certificates", found),
        "left": policies.handover.is_left(found, today=today) and may(actor, "awards.choose_successor", found),
        "posted": found.posting if found.state == CallState.POSTED else None,
    }
    return render(request, "awards/staff/call.html", context)


@require_http_methods(["GET", "POST"])
@guarded("awards.open_desk")
def deed(request: HttpRequest, call: UUID, slug: str) -> HttpResponse:
    """The page of one deed on a call."""
    if slug not in deeds_call.BY_SLUG:
        raise Http404
    found = call_for(actor_of(request), call)
    back = reverse("awards:call", args=[found.pk])
    crumbs = [(_("Khen thưởng"), reverse("awards:list")), (found.title, back)]
    what = deeds_call.BY_SLUG[slug]
    facts = _facts(found, timezone.localdate()) if slug == "mo" else []
    return doing.page(request, found, what, back=back, crumbs=crumbs, about=found.title, facts=facts)


def call_for(actor: Actor, key: UUID) -> Call:
    """The whole of one that the actor may see; any other is not there."""
    rows = queries.visible_to(actor).select_related("eligibility", "council").prefetch_related("quotas")
    found = rows.filter(pk=key).first()
    if found is None:
        raise Http404
    return found


def may_judge(call: Call, actor: Actor) -> bool:
    """Whether the actor reads the board of everybody proposed: who runs or judges the call, or sits in its council while it scores."""
    return queries.judged(actor).filter(pk=call.pk).exists()


def dossiers_of(call: Call, actor: Actor) -> QuerySet[Nomination]:
    """Those the actor may open, with how many are proposed."""
    living = ~Q(nominees__state="withdrawn")
    rows = queries.nominations(actor, call=call).exclude(state=NominationState.WITHDRAWN)
    return rows.annotate(
        persons=Count("nominees", filter=living & Q(nominees__whom="person")),
        collectives=Count("nominees", filter=living & Q(nominees__whom="collective")),
    )


@dataclass(frozen=True)
class DossierRow:
    """An office's dossier in a list; numbers, no names."""

    nomination: Nomination
    office: str
    shape: str
    persons: int
    collectives: int


def dossier_row(nomination: Nomination, today: date) -> DossierRow:
    """As it stands in a list."""
    return DossierRow(
        nomination,
        nomination.office.name_on(today),
        words.NOMINATION_SHAPES[NominationState(nomination.state)],
        getattr(nomination, "persons", 0),
        getattr(nomination, "collectives", 0),
    )


def proposing(call: Call, actor: Actor, today: date) -> list[tuple[str, str]]:
    """Offices of the actor that may begin a dossier now, as (id, name)."""
    mine = picks.own_offices(actor, today=today)
    free = [o for o in mine if may(actor, "awards.nominate", o) and policies.nomination.begin(call, o, today=today) is None]
    return picks.office_pairs(free, today=today)


def _facts(call: Call, today: date) -> list[tuple[str, str]]:
    """What is frozen when a call is opened."""
    rules = queries.eligibility(call.kind, on=today)
    said = [(_("Hình thức"), picks.name_on(call.kind, today)), *words.conditions(rules)]
    if rules is not None:
        said.append(
            (_("Nguồn"), rules.source if rules.checked else _("%(source)s (chưa đối chiếu văn bản gốc)") % {"source": rules.source})
        )
    return said
