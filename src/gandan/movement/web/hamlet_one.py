"""One model of a hamlet: how it stands, what the commune answered, the next deed as a button."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from gandan.core.access import actor_of, guarded
from gandan.movement.enums import Deed, State
from gandan.movement.models import Evidence
from gandan.movement.policies.form import empty
from gandan.movement.policies.state import possible
from gandan.movement.queries.shown import measured, with_files
from gandan.movement.web.hamlet_own import came_back, own, sheet

NEWEST = 6


@require_GET
@guarded("movement.begin")
def one(request: HttpRequest, practice: UUID) -> HttpResponse:
    """How it stands in a sentence, the next deed as a button, numbers and photographs."""
    p, today = own(actor_of(request), practice), timezone.localdate()
    context = {
        "practice": p,
        "today": today,
        "back": came_back(p),
        "told": list(p.steps.exclude(deed=Deed.SEND_BACK).order_by("-given_at")),
        "alike": list(p.likenesses.select_related("other").order_by("-score")) if p.state in (State.DRAFT, State.SUBMITTED) else [],
        "measured": measured(p),
        "proofs": with_files(Evidence.objects.filter(practice=p).order_by("-shows", "-id")[:NEWEST]),
        "signs": list(p.signs.order_by("-given_on")[:3]),
        "may": {deed.value: possible(p, deed) is None for deed in Deed},
        **(sheet(p) if p.state == State.SUBMITTED else {}),
        "left_empty": empty(p),
        "waits": p.pending.filter(settled_on=None).exists(),
    }
    return render(request, "movement/hamlet/one.html", context)
