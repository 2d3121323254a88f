"""After a split a person says which office goes on with a model."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gandan.core.access import Refusal, actor_of, guarded, require
from gandan.movement.actions import reorganise
from gandan.movement.models import PendingPractice
from gandan.movement.web.forms.deeds import SuccessorForm
from gandan.movement.web.staff import found, picks, rows
from gandan.units.models import Office


@require_http_methods(["GET", "POST"])
@guarded("movement.choose_successor")
def page(request: HttpRequest, practice: UUID) -> HttpResponse:
    """Offices of the units that took over, to choose one of."""
    actor, now = actor_of(request), timezone.now()
    p, today = found.practice_for(actor, practice), timezone.localdate(now)
    waiting = PendingPractice.objects.filter(practice=p, settled_on=None).first()
    if waiting is None:
        raise Http404
    require(actor, "movement.choose_successor", waiting)
    offices = picks.successors(list(waiting.candidates.values_list("pk", flat=True)), today)
    form = SuccessorForm(request.POST or None, offices=offices, label=_("Cơ quan nhận"))
    if request.method == "POST" and form.is_valid():
        try:
            reorganise.choose_successor(waiting, to=Office.objects.get(pk=form.cleaned_data["office"]), by=actor, now=now)
        except Refusal as refused:
            form.add_error(None, refused.sentence)
        else:
            messages.success(request, _("Đã chọn cơ quan nhận mô hình."))
            return redirect("movement:desk")
    explain = _("Đơn vị cũ đã chia tách hoặc cơ quan không còn. Cơ quan được chọn chịu trách nhiệm từ nay; diễn biến cũ giữ nguyên.")
    context = {
        "row": rows.row(p, today=today),
        "title": _("Chọn cơ quan nhận"),
        "explain": explain,
        "form": form,
        "refusal": None if offices else Refusal(_("Các đơn vị nhận chưa ghi cơ quan nào. Xin thêm ở “Thôn và cơ quan”.")),
        "typed": [],
    }
    return render(request, "movement/staff/deed.html", context, status=422 if form.errors else 200)
