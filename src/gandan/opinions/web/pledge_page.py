""" "Phường cam kết": within how many working days a unit answers, and by which rule; a sheet of paper for the notice board."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from gandan.core.access import Actor, Refusal, actor_of, guarded, may
from gandan.opinions.actions import rules
from gandan.opinions.models import Pledge
from gandan.opinions.policies.rules import FEWEST, MOST
from gandan.opinions.queries import clock
from gandan.opinions.web import led_units
from gandan.opinions.web.receipt import picture
from gandan.units.models import Unit


class PledgeForm(forms.Form):
    """A number and a day."""

    days = forms.IntegerField(
        label=gettext_lazy("Trả lời trong bao nhiêu ngày làm việc"),
        min_value=FEWEST,
        max_value=MOST,
        help_text=gettext_lazy("Từ 1 đến 30. Chỉ hứa số ngày mà cơ quan giữ được: ai cũng xem được tỷ lệ đúng hạn."),
    )
    from_day = forms.DateField(
        label=gettext_lazy("Áp dụng từ ngày"),
        input_formats=["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y"],
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
        help_text=gettext_lazy("Từ hôm nay trở đi. Ý kiến đã nhận giữ ngày đã hẹn."),
    )


@dataclass(frozen=True)
class Spell:
    """A pledge for a time. `until` is its last day."""

    days: int
    since: date
    until: date | None
    running: bool


@require_http_methods(["GET", "POST"])
@guarded("opinions.set_pledge")
def index(request: HttpRequest) -> HttpResponse:
    """What holds today and by which rule, what held before, and the form for what is to hold."""
    actor, now = actor_of(request), timezone.now()
    today = timezone.localdate(now)
    units = led_units.of(actor)
    unit = led_units.chosen(units, request.GET.get("don-vi", ""))
    form = PledgeForm(request.POST or None, initial={"from_day": today})
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        try:
            rules.set_pledge(unit, days=typed["days"], from_day=typed["from_day"], by=actor, now=now)
        except Refusal as refused:
            form.add_error(None, refused.sentence)
        else:
            messages.success(request, _("Đã đặt cam kết. Ngày hẹn của ý kiến đã nhận không đổi."))
            return redirect(f"{reverse('opinions:pledge')}?don-vi={unit.pk}")
    context = {**_standing(unit, today), "unit": unit, "units": units, "form": form, "may": may(actor, "opinions.set_pledge", unit)}
    return render(request, "opinions/staff/settings/pledge.html", context, status=422 if form.errors else 200)


@require_GET
@guarded("opinions.set_pledge")
def statement(request: HttpRequest, unit: UUID) -> HttpResponse:
    """One page of paper, large enough to be read from across the room."""
    found = _own(actor_of(request), unit)
    today = timezone.localdate()
    address = request.build_absolute_uri(reverse("opinions-public:say"))
    context = {
        **_standing(found, today),
        "unit": found,
        "address": address.split("://", 1)[-1],
        "picture": picture(f"{address}?don-vi={found.pk}"),
    }
    return render(request, "opinions/staff/settings/statement.html", context)


def _own(actor: Actor, key: UUID) -> Unit:
    found = next((u for u in led_units.of(actor) if u.pk == key), None)
    if found is None:
        raise Http404
    return found


def _standing(unit: Unit, today: date) -> dict[str, Any]:
    """What holds today, what was and will be, and what it is called."""
    spells = [
        Spell(p.days, p.during.lower, date.fromordinal(p.during.upper.toordinal() - 1) if p.during.upper else None, today in p.during)
        for p in Pledge.objects.filter(unit=unit, during__isempty=False).order_by("-during")
    ]
    return {"name": led_units.name_of(unit, today), "promised": clock.pledge_of(unit, on=today), "spells": spells, "today": today}
