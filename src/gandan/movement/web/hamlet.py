"""The head of a hamlet on a phone: what the hamlet has, and a registration in four short steps, each kept as soon as it is sent.

The form speaks as a neighbour would. Whoever leaves goes on later; what came back from the commune stands on top with its reason."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from gandan.core.access import actor_of, guarded
from gandan.movement import queries
from gandan.movement.enums import Deed, State
from gandan.movement.models import Practice, Step
from gandan.movement.policies.form import missing
from gandan.movement.web.hamlet_own import headed


@dataclass(frozen=True)
class Line:
    """One model of the list. `complete`: a draft that lacks nothing any more, and waits to be sent."""

    practice: Practice
    complete: bool


@require_GET
@guarded("movement.begin")
def home(request: HttpRequest) -> HttpResponse:
    """What the hamlets of this head have, what waits for the head first."""
    mine, today = headed(actor_of(request)), timezone.localdate()
    if not mine:
        raise Http404
    back = Step.objects.filter(deed=Deed.SEND_BACK).order_by("-given_at")
    rows = queries.visible_to(actor_of(request)).filter(hamlet__in=mine).exclude(state=State.WITHDRAWN)
    parts = ("forces", "aims", "resources", "milestones")  # what `missing` looks at
    found = rows.select_related("hamlet", "field").prefetch_related(Prefetch("steps", back, to_attr="sent_back"), *parts)
    order = [State.DRAFT, State.LAPSED, State.REGISTERED, State.SUBMITTED, State.STOPPED]
    practices = sorted(found, key=lambda p: (order.index(State(p.state)), p.alive_until or date.max, -p.changed_at.timestamp()))
    lines = [Line(p, complete=p.state == State.DRAFT and not missing(p)) for p in practices]
    context = {"hamlets": mine, "lines": lines, "today": today}
    return render(request, "movement/hamlet/home.html", context)
