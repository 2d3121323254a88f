"""Everything once more, what is missing with the way to its step, and one button."""

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gandan.core.access import Refusal, actor_of, guarded
from gandan.movement import actions
from gandan.movement.enums import State
from gandan.movement.models import Practice
from gandan.movement.policies import form as policies
from gandan.movement.web.hamlet_own import LAST, own, sheet, steps

AT_STEP = {  # where a part that is missing is written
    "title": 1, "place": 1, "problem": 1, "field": 1, "way": 2, "forces": 2, "audience": 2, "starts_on": 2, "aim": 3, "aims": 3,
    "resources": 4, "output": 4, "upkeep": 4, "ends_on": 4, "milestones": 4,
}  # fmt: skip


@require_http_methods(["GET", "POST"])
@guarded("movement.submit")
def send(request: HttpRequest, practice: UUID) -> HttpResponse:
    """Everything once more, what is missing with the way to its step, and one button."""
    actor, now = actor_of(request), timezone.now()
    p = own(actor, practice)
    if p.state != State.DRAFT:
        return redirect("movement:hamlet_one", p.pk)
    refused = ""
    if request.method == "POST":
        try:
            actions.submit(p, by=actor, now=now)
        except Refusal as no:
            refused = no.sentence
        else:
            messages.success(request, _("Đã gửi. Xã, phường xem rồi trả lời ở trang này; Ông/Bà mở lúc nào cũng được."))
            return redirect("movement:hamlet_one", p.pk)
    today = timezone.localdate(now)
    lacks = policies.missing(p)
    context = {
        "practice": p,
        "lacks": [(m.sentence, AT_STEP.get(m.part, 1)) for m in lacks],
        "refused": refused or _closed(p, lacks=bool(lacks), today=today),
        "may_send": not lacks and policies.submit(p, today=today) is None,
        "steps": steps(LAST + 1, p),
        **sheet(p),
    }
    return render(request, "movement/hamlet/send.html", context, status=422 if request.method == "POST" else 200)


def _closed(p: Practice, *, lacks: bool, today: date) -> str:
    """Why it cannot be sent today though nothing is missing: the window is closed, say."""
    refusal = None if lacks else policies.submit(p, today=today)
    return refusal.sentence if refusal else ""
