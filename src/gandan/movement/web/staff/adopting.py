"""Learning from a model: a form of one's own, begun with its way of working."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gandan.commitments.web import choices
from gandan.core.access import Refusal, actor_of, guarded
from gandan.movement import queries
from gandan.movement.actions import adoption
from gandan.movement.enums import Deed
from gandan.movement.web.forms.deeds import AdoptForm
from gandan.movement.web.staff import found, rows
from gandan.units.models import Hamlet, Office


@require_http_methods(["GET", "POST"])
@guarded("movement.adopt")
def page(request: HttpRequest, practice: UUID) -> HttpResponse:
    """For which office, in which hamlet; then the form is written like any other."""
    actor, now = actor_of(request), timezone.now()
    p, today = found.practice_for(actor, practice), timezone.localdate(now)
    heads = found.headed(actor)
    offices = found.own_offices(actor, today=today)
    for headed in heads if not offices else []:  # the head of a hamlet writes for the office that holds dân vận work there
        owner = queries.owner_for(headed, on=today)
        offices += [(str(owner.pk), owner.name_on(today))] if owner else []
    hamlets = choices.hamlets(choices.own_units(actor), today=today) if not heads else [(str(h.pk), str(h)) for h in heads]
    first = {"office": offices[0][0] if offices else "", "hamlet": str(heads[0].pk) if heads else ""}
    form = AdoptForm(request.POST or None, offices=offices, hamlets=hamlets, initial=first)
    refusal = None if offices else Refusal(_("Cán bộ, lãnh đạo của một cơ quan hoặc trưởng thôn, tổ trưởng mới học theo được."))
    if request.method == "POST" and refusal is None and form.is_valid():
        said = form.cleaned_data
        hamlet = Hamlet.objects.filter(pk=said["hamlet"]).first() if said["hamlet"] else None
        try:
            made = adoption.adopt(p, office=Office.objects.get(pk=said["office"]), hamlet=hamlet, by=actor, now=now)
        except Refusal as refused:
            form.add_error(None, refused.sentence)
        else:
            messages.success(request, _("Đã mở một phiếu mới với cách làm của mô hình này. Xin viết nơi, thực trạng và tiêu chí của mình."))
            return redirect("movement:write", made.pk)
    context = {
        "row": rows.row(p, today=today),
        "title": Deed.ADOPT.label,
        "explain": _(
            "Phiếu mới là của nơi Ông/Bà: có người chịu trách nhiệm và con số riêng. Hai mô hình được nối với nhau để ai cũng thấy."
        ),
        "form": form,
        "refusal": refusal,
        "typed": [],
    }
    return render(request, "movement/staff/deed.html", context, status=422 if form.errors else 200)
