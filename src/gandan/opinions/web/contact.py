"""Opening how one sender may be reached: with a reason that the sender reads, shown once, copied nowhere."""

from datetime import timedelta
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods

from gandan.core.access import Refusal, actor_of, guarded, require
from gandan.opinions import actions, queries, topics
from gandan.opinions.models import Contact, ContactOpening, Opinion
from gandan.opinions.policies.words import LONGEST

YEAR = timedelta(days=365)


class OpeningForm(forms.Form):
    """Why writing through the system is not enough."""

    reason = forms.CharField(
        label=_("Vì sao cần mở"),
        max_length=LONGEST["opening"],
        widget=forms.Textarea({"rows": 3}),
        help_text=_("Ví dụ: “Cần hẹn giờ đến xem cống trước nhà”. Người gửi đọc được lý do này. Không ghi tên ai."),
    )


@sensitive_variables()
@require_http_methods(["GET", "POST"])
@guarded("opinions.open_contact")
def open_contact(request: HttpRequest, opinion: UUID) -> HttpResponse:
    """GET says what opening means and asks for the reason; POST shows the contact in this very answer, which no cache keeps."""
    actor, now = actor_of(request), timezone.now()
    rows = Opinion.objects.select_related("case__office", "case__unit").filter(case__in=queries.visible_to(actor))
    found = get_object_or_404(rows, pk=opinion)
    require(actor, "opinions.open_contact", found)
    form = OpeningForm(request.POST or None)
    given = None
    if request.method == "POST" and form.is_valid():
        try:
            given = actions.open_contact(found, reason=form.cleaned_data["reason"], by=actor, now=now)
        except Refusal as refused:
            form.add_error("reason", refused.sentence)
    context = {
        "opinion": found,
        "case": found.case,
        "topic": topics.name_of(found.case.topic),
        "form": form,
        "there": Contact.objects.filter(opinion=found).exists(),
        "given": given,
        "opened": ContactOpening.objects.filter(opinion=found).count(),
        "of_unit": ContactOpening.objects.filter(unit=found.case.unit_id, opened_on__gt=timezone.localdate(now) - YEAR).count(),
    }
    return render(request, "opinions/staff/contact/open.html", context, status=422 if form.errors else 200)
