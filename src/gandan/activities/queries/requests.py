"""READ requests made at activities."""

from django.db.models import Q, QuerySet

from gandan.activities.enums import RequestState, State
from gandan.activities.models import Request
from gandan.activities.queries import lineage
from gandan.commitments.enums import State as Owed
from gandan.core.access import Actor, Role
from gandan.units.models import DanVanOwner
from gandan.units.queries.picture import picture


def unanswered(actor: Actor) -> QuerySet[Request]:
    """Requests that wait for an answer of units which the actor leads, or whose dân vận work the actor's office holds; oldest first.

    What was taken up waits again once the work on it was withdrawn.
    """
    led = {h.unit for h in actor.holdings if h.role == Role.LEADER and h.unit is not None}
    offices = {h.office: h.on for h in actor.holdings if h.role == Role.OFFICER and h.office is not None}
    for office, on in offices.items():
        led |= set(DanVanOwner.objects.filter(office_id=office, during__contains=on).values_list("unit_id", flat=True))
    if not led:
        return Request.objects.none()
    tree = picture()
    own = {k for unit in led if (key := tree.keys.get(unit)) for k in lineage.before(tree, key)}
    units = lineage.ids(tree, own | lineage.districts(tree, own)) | led
    waits = Q(state=RequestState.NOTED) | Q(state=RequestState.TAKEN_UP, commitment__state=Owed.WITHDRAWN)
    rows = Request.objects.filter(waits, activity__state=State.RECORDED)
    rows = rows.filter(Q(addressed_id__in=units) | Q(addressed=None, activity__unit_id__in=units))
    return rows.select_related("activity").order_by("id")
