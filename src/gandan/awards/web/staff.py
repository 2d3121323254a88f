"""The desk: calls in which one's office proposes, calls it runs, and its dossiers."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from gandan.awards import queries
from gandan.awards.enums import CallState, NominationState
from gandan.awards.models import Call, Nomination
from gandan.awards.web import picks, words
from gandan.core.access import Actor, actor_of, guarded, may

PER_PAGE = 25
ENDED = (CallState.DECIDED, CallState.CANCELLED)
VIEWS = ("de-nghi", "to-chuc", "da-xong")


@dataclass(frozen=True)
class CallRow:
    """A call in a list, and what the reader's office has to do with it."""

    call: Call
    kind: str
    office: str
    shape: str
    waits: str
    mine: list[Nomination]


@require_GET
@guarded("awards.open_desk")
def index(request: HttpRequest) -> HttpResponse:
    """Open calls first for who may propose; who runs calls finds them beside."""
    actor, today = actor_of(request), timezone.localdate()
    view = request.GET.get("xem", "")
    view = view if view in VIEWS else VIEWS[0]
    page = Paginator(_calls(actor, view), PER_PAGE).get_page(request.GET.get("trang"))
    context = {
        "tabs": _tabs(view),
        "view": view,
        "page": page,
        "rows": call_rows(list(page.object_list), actor, today),
        "plans": may(actor, "awards.plan"),
        "defines": may(actor, "awards.define_kind"),
        "keeps": may(actor, "awards.keep_roll"),
    }
    return render(request, "awards/staff/desk.html", context)


def _calls(actor: Actor, view: str) -> QuerySet[Call]:
    if view == "de-nghi":
        return queries.to_propose(actor).order_by("closes_on", "pk")
    offices = [h.office for h in actor.holdings if h.office]
    mine = queries.judged(actor).values("pk")
    rows = queries.visible_to(actor).filter(Q(office__in=offices) | Q(pk__in=mine) | Q(nominations__office__in=offices)).distinct()
    if view == "da-xong":
        return rows.filter(state__in=ENDED).order_by("-ended_on", "-pk")
    return rows.filter(Q(office__in=offices) | Q(pk__in=mine)).exclude(state__in=ENDED).order_by("closes_on", "pk")


def call_rows(calls: list[Call], actor: Actor, today: date) -> list[CallRow]:
    """As they stand in a list, with the dossiers of the reader's own offices; one question for all of them."""
    offices = [h.office for h in actor.holdings if h.office]
    mine: dict[UUID, list[Nomination]] = {}
    own = Nomination.objects.filter(call__in=calls, office__in=offices).exclude(state=NominationState.WITHDRAWN)
    for nomination in own.prefetch_related("office__names"):
        mine.setdefault(nomination.call_id, []).append(nomination)
    return [
        CallRow(
            call=c,
            kind=picks.name_on(c.kind, c.opens_on),
            office=c.office.name_on(today),
            shape=words.CALL_SHAPES[CallState(c.state)],
            waits=words.waits(c, today),
            mine=mine.get(c.pk, []),
        )
        for c in calls
    ]


def _tabs(view: str) -> list[dict[str, object]]:
    names = {"de-nghi": _("Đang nhận đề nghị"), "to-chuc": _("Đợt đang xét"), "da-xong": _("Đã xong")}
    return [{"url": f"?xem={key}", "label": label, "current": key == view} for key, label in names.items()]
