"""Entering, correcting and taking away values."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gandan.core.access import actor_of, guarded, may
from gandan.indicators import actions, queries
from gandan.indicators.models import Indicator, Value
from gandan.indicators.web import forms, places
from gandan.indicators.web.staff.page import deed


@require_http_methods(["GET", "POST"])
@guarded("indicators.enter")
def enter(request: HttpRequest, code: str) -> HttpResponse:
    """The figure of a unit for a time, with the last one beside it."""
    actor, today = actor_of(request), timezone.localdate()
    indicator = get_object_or_404(Indicator.objects.filter(valid__upper_inf=True), code=code)
    choices = places.choices(actor)
    asked = request.GET.get("don-vi", "")
    chosen = asked if asked in dict(choices) else (choices[0][0] if choices else "")
    form = forms.ValueForm(request.POST or None, indicator=indicator, units=choices, today=today, initial={"unit": chosen})

    def act(typed: dict[str, Any]) -> object:
        unit = places.row(typed["unit"])
        said = {"value": typed["value"], "bound": typed["bound"], **form.time()}
        return actions.enter_value(indicator=indicator, unit=unit, **said, by=actor, now=timezone.now())

    last = queries.latest_before(indicator, UUID(chosen), actor=actor) if chosen else None
    return deed(
        request,
        form,
        act,
        title=_("Ghi số: %(name)s") % {"name": indicator.name},
        word=_("Ghi số"),
        done=_("Đã ghi số liệu."),
        back=f"{reverse('indicators:desk')}?don-vi={request.POST.get('unit') or chosen}" if chosen else reverse("indicators:desk"),
        template="indicators/staff/enter.html",
        indicator=indicator,
        last=queries.told([last])[0] if last else None,
        definition=indicator.definitions.order_by("-valid").first(),
    )


@require_http_methods(["GET", "POST"])
@guarded("indicators.correct")
def correct(request: HttpRequest, value: UUID) -> HttpResponse:
    """Another number; the earlier one stays."""
    thing = _value(request, value, "indicators.correct")
    initial = {"bound": thing.bound}
    form = forms.CorrectionForm(request.POST or None, indicator=thing.indicator, initial=initial)

    def act(typed: dict[str, Any]) -> object:
        said = {"number": typed["number"], "bound": typed["bound"], "reason": typed["reason"]}
        return actions.correct_value(thing, **said, by=actor_of(request), now=timezone.now())

    title = _("Đính chính: %(name)s") % {"name": thing.indicator.name}
    return _deed(request, form, act, thing, title=title, word=_("Đính chính"), done=_("Đã đính chính. Số cũ vẫn được giữ và ghi rõ lý do."))


@require_http_methods(["GET", "POST"])
@guarded("indicators.take_away")
def take_away(request: HttpRequest, value: UUID) -> HttpResponse:
    """The figure did not belong here."""
    thing = _value(request, value, "indicators.take_away")

    def act(typed: dict[str, Any]) -> object:
        return actions.take_away_value(thing, reason=typed["reason"], by=actor_of(request), now=timezone.now())

    title = _("Bỏ số: %(name)s") % {"name": thing.indicator.name}
    form = forms.ReasonForm(request.POST or None)
    return _deed(request, form, act, thing, title=title, word=_("Bỏ số này"), done=_("Đã bỏ số này."), grave="grave")


def _value(request: HttpRequest, pk: UUID, permission: str) -> Value:
    """The last row of a chain, of a unit for which the reader works; any other does not exist for them."""
    actor = actor_of(request)
    thing = queries.values_for(actor).select_related("indicator", "statement").filter(pk=pk, corrected_by=None, value__isnull=False).first()
    if thing is None or not may(actor, permission, thing):
        raise Http404
    return thing


def _deed(request: HttpRequest, form: Any, act: Any, thing: Value, **said: Any) -> HttpResponse:
    back = f"{reverse('indicators:desk')}?don-vi={thing.unit_id}"
    known = {key for key, _name in places.choices(actor_of(request))}
    if str(thing.unit_id) not in known:
        back = reverse("indicators:desk")
    return deed(request, form, act, back=back, point=queries.told([thing])[0], **said)
