"""Taking back what was entered wrongly: a version that has not begun, a day of the calendar. Each asks once before it does."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gandan.core.access import Refusal, actor_of, guarded
from gandan.core.calendar.models import CalendarDay
from gandan.core.legal import actions, queries
from gandan.core.text.days import written


@require_http_methods(["GET", "POST"])
@guarded("legal.change")
def version(request: HttpRequest, code: str) -> HttpResponse:
    """The last version of a rule, before its first day."""
    newest = queries.versions(code).first()
    if newest is None:
        raise Http404
    form = forms.Form(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            before = actions.withdraw(newest, by=actor_of(request), now=timezone.now())
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            said = _("Đã rút phiên bản. Quy định vẫn là: %(value)s.") % {"value": queries.as_rule(before).value_text()}
            messages.success(request, said)
            return redirect("legal:rule", code=code)
    context = {"form": form, "rule": newest, "held": queries.as_rule(newest)}
    return render(request, "legal/staff/withdraw.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@guarded("legal.change")
def day(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What was recorded for one day."""
    row = get_object_or_404(CalendarDay, pk=pk)
    form = forms.Form(request.POST or None)
    back = f"{reverse('legal:calendar')}?nam={row.day.year}"
    if request.method == "POST" and form.is_valid():
        try:
            actions.withdraw_day(row, by=actor_of(request), now=timezone.now())
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _("Đã rút ngày %(day)s; lịch kèm phần mềm lại áp dụng cho ngày này.") % {"day": written(row.day)})
            return redirect(back)
    return render(request, "legal/staff/withdraw_day.html", {"form": form, "row": row, "back": back}, status=422 if form.errors else 200)
