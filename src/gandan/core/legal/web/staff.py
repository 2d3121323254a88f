"""The rules of law at work: the table, one rule with its versions, changing it, and the calendar of working days."""

from datetime import date
from itertools import groupby

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from gandan.core.access import Refusal, actor_of, guarded, may
from gandan.core.calendar.queries import special_days
from gandan.core.legal import actions, policies, queries
from gandan.core.legal.models import LegalRule
from gandan.core.legal.web.forms import ChangeForm, DayForm, year_or_this
from gandan.core.text import fold
from gandan.core.text.days import written


def _groups(rows: list[LegalRule]) -> list[dict[str, object]]:
    return [{"name": _(name), "rules": [(r, queries.as_rule(r)) for r in rules]} for name, rules in groupby(rows, key=lambda r: r.group)]


@require_GET
@guarded("legal.open_desk")
def rules(request: HttpRequest) -> HttpResponse:
    """Every rule that holds today; `tim` narrows it, accents or not."""
    typed = request.GET.get("tim", "").strip()[:80]
    rows = list(queries.current(on=timezone.localdate()))
    total, unchecked = len(rows), sum(not r.checked for r in rows)
    if typed:
        rows = [r for r in rows if fold(typed) in queries.words_of(r)]
    context = {"groups": _groups(rows), "typed": typed, "total": total, "unchecked": unchecked, "found": len(rows)}
    return render(request, "legal/staff/rules.html", context)


@require_GET
@guarded("legal.open_desk")
def rule(request: HttpRequest, code: str) -> HttpResponse:
    """One rule through time."""
    versions = list(queries.versions(code))
    if not versions:
        raise Http404
    today = timezone.localdate()
    held = next((v for v in versions if _holds(v, today)), versions[0])
    context = {
        "rule": held,
        "held": queries.as_rule(held),
        "versions": [(v, queries.as_rule(v)) for v in versions],
        "may_withdraw": policies.withdraw(versions[0], today=today) is None,
        "may_change": may(actor_of(request), "legal.change", held),
    }
    return render(request, "legal/staff/rule.html", context)


def _holds(version: LegalRule, day: date) -> bool:
    lower, upper = version.valid.lower, version.valid.upper
    return not version.valid.isempty and (lower is None or lower <= day) and (upper is None or day < upper)


@require_http_methods(["GET", "POST"])
@guarded("legal.change")
def change(request: HttpRequest, code: str) -> HttpResponse:
    """A new version of a rule, from a day on."""
    newest = queries.versions(code).first()
    if newest is None:
        raise Http404
    form = ChangeForm(request.POST) if request.method == "POST" else ChangeForm.suggested(newest)
    if request.method == "POST" and form.is_valid():
        try:
            actions.change(newest, **form.cleaned_data, by=actor_of(request), now=timezone.now())
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _("Đã lưu phiên bản mới. Các hạn đã đặt trước đó vẫn giữ theo phiên bản cũ."))
            return redirect("legal:rule", code=code)
    return render(
        request,
        "legal/staff/change.html",
        {"form": form, "rule": newest, "held": queries.as_rule(newest)},
        status=422 if form.errors else 200,
    )


@require_GET
@guarded("legal.open_desk")
def calendar(request: HttpRequest) -> HttpResponse:
    """Days off and make-up days of a year."""
    today = timezone.localdate()
    year = year_or_this(request.GET.get("nam", ""), today=today)
    days = special_days(year, shipped_as=_("Gói dữ liệu ngày nghỉ kèm phần mềm"), made_up_as=_("Làm bù"))
    context = {
        "days": days,
        "year": year,
        "years": sorted({year, *range(today.year - 2, today.year + 3)}),
        "may_change": may(actor_of(request), "legal.change"),
    }
    return render(request, "legal/staff/calendar.html", context)


@require_http_methods(["GET", "POST"])
@guarded("legal.change")
def set_day(request: HttpRequest) -> HttpResponse:
    """One day by decree."""
    form = DayForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            row = actions.set_day(**form.cleaned_data, by=actor_of(request), now=timezone.now())
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _("Đã ghi ngày %(day)s vào lịch làm việc.") % {"day": written(row.day)})
            return redirect(f"{reverse('legal:calendar')}?nam={row.day.year}")
    return render(request, "legal/staff/set_day.html", {"form": form}, status=422 if form.errors else 200)
