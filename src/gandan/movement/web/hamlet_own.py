"""What the pages of a hamlet's head share: the own hamlets, the own models, the way through the form."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gandan.core.access import Actor, Role
from gandan.movement import queries
from gandan.movement.enums import Deed, State
from gandan.movement.models import Drive, Practice, Step
from gandan.units.models import Hamlet

LAST = 4
STEPS: tuple[str | Promise, ...] = (
    gettext_lazy("Việc gì, ở đâu"),
    gettext_lazy("Làm thế nào"),
    gettext_lazy("Được gì"),
    gettext_lazy("Cần gì, giữ sao"),
)


def headed(actor: Actor) -> list[Hamlet]:
    """The hamlets that the actor heads today, in the order of the roles."""
    held = [h.hamlet for h in actor.holdings if h.role == Role.HAMLET_HEAD and h.hamlet]
    return sorted(Hamlet.objects.filter(pk__in=held), key=lambda h: held.index(h.pk))


def own(actor: Actor, key: UUID) -> Practice:
    """A model of one's own hamlet; any other is not there."""
    mine = [h.pk for h in headed(actor)]
    rows = queries.visible_to(actor).filter(hamlet__in=mine).select_related("drive", "field", "office", "hamlet", "adopted_from")
    found = rows.filter(pk=key).first()
    if found is None:
        raise Http404
    return found


def sheet(practice: Practice) -> dict[str, object]:
    """The rows of the form, to be read once more."""
    return {
        "forces": list(practice.forces.select_related("office").prefetch_related("office__names")),
        "aims": list(practice.aims.all()),
        "resources": list(practice.resources.all()),
    }


def came_back(practice: Practice) -> Step | None:
    """Why the commune sent it back last."""
    return practice.steps.filter(deed=Deed.SEND_BACK).order_by("-given_at").first() if practice.state == State.DRAFT else None


def open_fields(drive: Drive, kept: UUID | None = None) -> list[tuple[str, str]]:
    """The fields of a drive that may be chosen."""
    return [(str(f.pk), f.name) for f in drive.fields.all() if f.ended_on is None or f.pk == kept]


def kept(request: HttpRequest, p: Practice, step: int) -> HttpResponse:
    """On to the next step, or home for today."""
    if "de-sau" in request.POST:
        messages.success(request, _("Đã giữ phiếu. Ông/Bà viết tiếp lúc nào cũng được, trên máy nào cũng được."))
        return redirect("movement:hamlet")
    return redirect("movement:hamlet_step", p.pk, step + 1) if step < LAST else redirect("movement:hamlet_send", p.pk)


def steps(now: int, practice: Practice | None = None) -> list[dict[str, object]]:
    """The way through the form, and how far one is."""
    return [{"n": n, "name": name, "current": n == now, "done": n < now, "practice": practice} for n, name in enumerate(STEPS, 1)]
