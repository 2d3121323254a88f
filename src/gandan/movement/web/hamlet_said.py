"""What a hamlet's head says of a form: what is other here, and that it is taken back."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gandan.core.access import actor_of, guarded
from gandan.movement import actions
from gandan.movement.enums import Deed
from gandan.movement.models import Likeness
from gandan.movement.policies.state import possible
from gandan.movement.web.forms import hamlet_life as forms
from gandan.movement.web.hamlet_doing import done, filled, page
from gandan.movement.web.hamlet_own import own


@require_http_methods(["GET", "POST"])
@guarded("movement.answer_likeness")
def answer(request: HttpRequest, practice: UUID, likeness: UUID) -> HttpResponse:
    """What is other here, for who registers it to read."""
    actor = actor_of(request)
    p = own(actor, practice)
    row = Likeness.objects.filter(practice=p, pk=likeness).select_related("other").first()
    if row is None:
        raise Http404
    initial = {"answer": row.answer}
    form = forms.AnswerForm(request.POST, initial=initial) if request.method == "POST" else forms.AnswerForm(initial=initial)
    if request.method == "POST" and done(
        form, lambda now: actions.answer_likeness(row, answer=form.cleaned_data["answer"], by=actor, now=now)
    ):
        messages.success(request, _("Đã ghi điểm khác."))
        return redirect("movement:hamlet_one", p.pk)
    return page(request, p, form, title=_("Khác ở chỗ nào"), button=_("Ghi"), said="", like=row)


@require_http_methods(["GET", "POST"])
@guarded("movement.withdraw")
def withdraw(request: HttpRequest, practice: UUID) -> HttpResponse:
    """Not registered after all; nobody outside ever reads it."""
    actor = actor_of(request)
    p = own(actor, practice)
    form = filled(forms.ReasonForm, request)
    if request.method == "POST" and done(form, lambda now: actions.withdraw(p, reason=form.cleaned_data["reason"], by=actor, now=now)):
        messages.success(request, _("Đã rút phiếu."))
        return redirect("movement:hamlet")
    said = possible(p, Deed.WITHDRAW)
    return page(request, p, form, title=_("Thôi không đăng ký"), button=_("Rút phiếu"), said=said.sentence if said else "", grave="grave")
