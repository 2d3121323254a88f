"""After a reorganisation a person chooses which office goes on with a case that several units could take."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from gandan.commitments.web import choices
from gandan.commitments.web.forms.picking import Groups
from gandan.core.access import Refusal, actor_of, guarded, may
from gandan.opinions import actions, queries
from gandan.opinions.models import PendingCase

HOME = "workspace:home"


class SuccessorForm(forms.Form):
    """An office of one of the units that took over."""

    def __init__(self, data: object = None, *, offices: Groups) -> None:
        super().__init__(data)  # type: ignore[arg-type]  # what was posted, or nothing
        self.fields["to"] = forms.ChoiceField(label=_("Cơ quan giải quyết tiếp"), choices=[("", _("Xin chọn")), *offices])


@require_http_methods(["GET", "POST"])
@guarded("opinions.choose_successor")
def page(request: HttpRequest, case: UUID) -> HttpResponse:
    """404 where nothing waits for this reader's choice. Those above choose too, and read none of its words for that."""
    actor, now = actor_of(request), timezone.now()
    pending = PendingCase.objects.filter(case=case, settled_on=None).select_related("case").prefetch_related("candidates").first()
    if pending is None or not may(actor, "opinions.choose_successor", pending):
        raise Http404
    c = pending.case
    reads = queries.visible_to(actor).filter(pk=c.pk).exists()
    offices = choices.in_units([u.pk for u in pending.candidates.all()], today=timezone.localdate(now))
    form = SuccessorForm(request.POST if request.method == "POST" else None, offices=offices)
    if form.is_bound and form.is_valid():
        try:
            actions.choose_successor(pending, to=choices.office(form.cleaned_data["to"]), by=actor, now=now)
        except Refusal as refused:
            form.add_error(None, refused.sentence)
        else:
            messages.success(request, _("Đã chọn cơ quan giải quyết tiếp. Hạn giữ nguyên."))
            reads = queries.visible_to(actor).filter(pk=c.pk).exists()
            return redirect("opinions:case", c.pk) if reads else redirect(HOME)
    words = {
        "title": _("Chọn cơ quan nhận việc"),
        "deed": _("Giao cho cơ quan này"),
        "explain": _("Đơn vị cũ đã sắp xếp lại. Hạn giữ nguyên; người gửi thấy việc này nay do ai giải quyết."),
    }
    context = {**words, "form": form, "back": reverse("opinions:case", args=[c.pk]) if reads else reverse(HOME)}
    return render(request, "opinions/staff/small.html", context, status=422 if form.errors else 200)
