"""For whoever heads a hamlet: how far its opinions are, in numbers; what was published; the poster. Never who said what."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from gandan.core.access import Actor, Role, actor_of, guarded, may
from gandan.opinions import queries
from gandan.opinions.queries.hamlet import HamletNumbers
from gandan.opinions.queries.hamlet import hamlet as numbers_of
from gandan.opinions.web.public import Side, rows
from gandan.units import queries as units
from gandan.units.models import Hamlet

PUBLISHED = 10
SIDES = (
    ("received", _("việc đã nhận"), "past"),
    ("late", _("quá hạn, chưa trả lời"), "late"),
    ("open", _("đang giải quyết, còn hạn"), "soon"),
    ("standing", _("tạm dừng hoặc chờ người gửi"), "unsure"),
    ("answered", _("đã trả lời"), "done"),
    ("done", _("cơ quan báo xong, chưa ai xác nhận"), "done"),
    ("confirmed", _("người gửi xác nhận đã xong"), "kept"),
    ("confirmed_by_office", _("xác nhận bằng mã do cơ quan in"), "done"),
    ("closed", _("đã khép lại"), "past"),
    ("refused", _("không thụ lý, có lý do"), "past"),
)


@require_GET
@guarded("opinions.see_hamlet")
def page(request: HttpRequest, hamlet: UUID | None = None) -> HttpResponse:
    """One's own hamlet; one of several where more are headed. Another's is not there."""
    actor, today = actor_of(request), timezone.localdate()
    mine = _mine(actor)
    here = next((h for h in mine if hamlet in (None, h.pk)), None)
    if here is None or not may(actor, "opinions.see_hamlet", here):
        raise Http404
    context = {
        "hamlet": here,
        "others": [h for h in mine if h != here],
        "place": units.one(here.unit_id),
        "sides": _sides(numbers_of(here, today=today)),
        "rows": rows(queries.published().filter(case__hamlet=here)[:PUBLISHED]),
        "today": today,
    }
    return render(request, "opinions/staff/hamlet.html", context)


def _mine(actor: Actor) -> list[Hamlet]:
    held = [h.hamlet for h in actor.holdings if h.role == Role.HAMLET_HEAD and h.hamlet]
    return sorted(Hamlet.objects.filter(pk__in=held), key=lambda h: held.index(h.pk))


def _sides(numbers: HamletNumbers) -> list[Side]:
    """Received and late stand there even when they are nothing."""
    found = [Side(getattr(numbers, name), label, shape) for name, label, shape in SIDES]
    return [side for n, side in enumerate(found) if n < 2 or side.n] if numbers.received else []
