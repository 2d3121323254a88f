"""An office's dossier: begun, filled, its papers, handed in; and how it reads to whoever judges it."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from gandan.awards import actions, policies, queries
from gandan.awards.enums import NominationState, NomineeState
from gandan.awards.models import Nomination
from gandan.awards.web import board, calls, deeds_dossier, doing, forms, words
from gandan.awards.web.call_page import call_for, proposing
from gandan.awards.web.deeds_proposing import ADDING, BEGIN, PAPER
from gandan.awards.web.doing import Deed
from gandan.core.access import Actor, actor_of, guarded, may
from gandan.core.files.queries import of as files_of


@require_http_methods(["GET", "POST"])
@guarded("awards.nominate")
def begin(request: HttpRequest, call: UUID) -> HttpResponse:
    """Which of one's offices proposes; where it has a dossier already, that one opens."""
    actor, today = actor_of(request), timezone.localdate()
    found = call_for(actor, call)
    if not proposing(found, actor, today):
        offices = [h.office for h in actor.holdings if h.office]
        mine = found.nominations.filter(office__in=offices).exclude(state=NominationState.WITHDRAWN).first()
        if mine is not None:
            return redirect("awards:dossier", mine.pk)
    back = reverse("awards:call", args=[found.pk])
    crumbs = [(_("Khen thưởng"), reverse("awards:list")), (found.title, back)]
    return doing.page(
        request,
        found,
        BEGIN,
        back=back,
        crumbs=crumbs,
        about=found.title,
        then=lambda made: reverse("awards:dossier", args=[getattr(made, "pk", None)]),
    )


@require_GET
@guarded("awards.open_desk")
def one(request: HttpRequest, nomination: UUID) -> HttpResponse:
    """Everybody proposed, what the rules say of each, the papers, and what can be done."""
    actor, today = actor_of(request), timezone.localdate()
    found = dossier_for(actor, nomination)
    writes = may(actor, "awards.nominate", found)
    changes = writes and policies.nomination.changeable(found, today=today) is None
    rows = queries.nominees(actor, found).exclude(state=NomineeState.WITHDRAWN).select_related("appraisal__grade", "nomination")
    shown = []
    for nominee in rows:
        nominee.nomination = found
        shown.append(board.row_of(nominee, actor, office=""))
    every = doing.ways(found, deeds_dossier.NOMINATION, actor, today, lambda slug: reverse("awards:dossier_deed", args=[found.pk, slug]))
    kind, rules = found.call.kind, found.call.eligibility
    context = {
        "nomination": found,
        "call": found.call,
        "office": found.office.name_on(today),
        "shape": words.NOMINATION_SHAPES[NominationState(found.state)],
        "groups": [(label, [r for r in shown if r.nominee.whom == whom]) for whom, label in board.GROUPS],
        "any": bool(shown),
        "files": list(files_of(found)) if queries.may_open_papers(actor, str(found.pk)) else [],
        "papers": [line for line in (rules.papers if rules else "").splitlines() if line.strip()],
        "rules": rules,
        "conditions": words.conditions(rules),
        "changes": changes,
        "writes": writes,
        "adds_persons": changes and kind.to_persons,
        "adds_collectives": changes and kind.to_collectives,
        "send": next((way for way in every if way.slug == "gui"), None),
        "others": [way for way in every if way.slug != "gui"],
        "left": policies.handover.is_left(found, today=today) and may(actor, "awards.choose_successor", found),
        "limits": words.quotas(found.call),
    }
    return render(request, "awards/staff/dossier.html", context)


@require_http_methods(["GET", "POST"])
@guarded("awards.open_desk")
def deed(request: HttpRequest, nomination: UUID, slug: str) -> HttpResponse:
    """The page of one deed on a dossier."""
    found = dossier_for(actor_of(request), nomination)
    if slug not in deeds_dossier.NOMINATION_BY_SLUG:
        raise Http404
    what, back = deeds_dossier.NOMINATION_BY_SLUG[slug], reverse("awards:dossier", args=[found.pk])
    then = (lambda done: reverse("awards:call", args=[found.call_id])) if slug == "rut" else None
    return doing.page(request, found, what, back=back, crumbs=crumbs_of(found), about=about(found), then=then)


@require_http_methods(["GET", "POST"])
@guarded("awards.nominate")
def add(request: HttpRequest, nomination: UUID, slug: str) -> HttpResponse:
    """One more person or collective."""
    found = dossier_for(actor_of(request), nomination)
    if slug not in ADDING:
        raise Http404
    back = reverse("awards:dossier", args=[found.pk])
    return doing.page(request, found, ADDING[slug], back=back, crumbs=crumbs_of(found), about=about(found))


@require_http_methods(["GET", "POST"])
@guarded("awards.nominate")
def papers(request: HttpRequest, nomination: UUID) -> HttpResponse:
    """One file more."""
    found = dossier_for(actor_of(request), nomination)
    back = reverse("awards:dossier", args=[found.pk])
    rules = found.call.eligibility
    asked = [line for line in (rules.papers if rules else "").splitlines() if line.strip()]
    facts = [(_("Giấy tờ cần có"), "\n".join(asked))] if asked else []
    return doing.page(request, found, PAPER, back=back, crumbs=crumbs_of(found), about=about(found), facts=facts)


@require_http_methods(["GET", "POST"])
@guarded("awards.nominate")
def drop_paper(request: HttpRequest, nomination: UUID, file: UUID) -> HttpResponse:
    """A wrong file goes."""
    actor, now = actor_of(request), timezone.now()
    found = dossier_for(actor, nomination)
    stored = get_object_or_404(files_of(found), pk=file)
    back = reverse("awards:dossier", args=[found.pk])
    what = Deed(
        "bo-tep",
        "awards.nominate",
        _("Xoá tệp"),
        _("Đã xoá tệp."),
        forms.NothingForm,
        lambda n, by, today: policies.nomination.changeable(n, today=today),
        lambda n, form, by, at: actions.drop_paper(n, stored, by=by, now=now),
        grave=True,
    )
    return doing.page(request, found, what, back=back, crumbs=crumbs_of(found), about=stored.name)


@require_http_methods(["GET", "POST"])
@guarded("awards.choose_successor")
def successor(request: HttpRequest, nomination: UUID) -> HttpResponse:
    """After a reorganisation that left a dossier to nobody. Who chooses need not be able to read it."""
    actor = actor_of(request)
    found = get_object_or_404(Nomination.objects.select_related("call", "office"), pk=nomination)
    if not may(actor, "awards.choose_successor", found):
        raise Http404
    crumbs = [(_("Khen thưởng"), reverse("awards:list"))]
    return doing.page(request, found, calls.TAKEN_OVER, back=reverse("awards:list"), crumbs=crumbs, about=found.call.title)


def dossier_for(actor: Actor, key: UUID) -> Nomination:
    """A dossier the actor may open; any other is not there."""
    rows = queries.nominations(actor).select_related("call__eligibility", "call__kind", "call__office", "made_in")
    found = rows.prefetch_related("call__quotas", "call__kind__names", "call__office__names").filter(pk=key).first()
    if found is None:
        raise Http404
    return found


def crumbs_of(nomination: Nomination) -> list[tuple[str, str]]:
    """The way to a dossier."""
    return [
        (_("Khen thưởng"), reverse("awards:list")),
        (nomination.call.title, reverse("awards:call", args=[nomination.call_id])),
        (_("Hồ sơ"), reverse("awards:dossier", args=[nomination.pk])),
    ]


def about(nomination: Nomination) -> str:
    """Whose dossier it is."""
    return nomination.office.name_on(timezone.localdate())
