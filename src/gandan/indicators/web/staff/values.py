"""Entering, correcting and taking away values."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gandan.core.access import Refusal, actor_of, guarded, may, refuse_if
from gandan.indicators import actions, queries
from gandan.indicators.models import Indicator, Value
from gandan.indicators.web import forms, places
from gandan.indicators.web.staff.page import deed
from gandan.indicators.writing import titled, valued


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
        said = {"value": typed["value"], "bound": typed["bound"], "sure": bool(typed.get("sure")), **form.time()}
        return actions.enter_value(indicator=indicator, unit=unit, **said, by=actor, now=timezone.now())

    last = queries.latest_before(indicator, UUID(chosen), actor=actor) if chosen else None
    return deed(
        request,
        form,
        act,
        title=_("Ghi số: %(name)s") % {"name": titled(indicator)},
        word=_("Ghi số"),
        done=lambda made: _("Đã ghi: %(figure)s.") % {"figure": valued(made)},
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
    initial = {"bound": thing.bound, "seen": thing.pk}
    data, stale = _seen(request, thing, value)
    form = forms.CorrectionForm(data, indicator=thing.indicator, initial=initial)

    def act(typed: dict[str, Any]) -> object:
        refuse_if(stale)
        said = {"number": typed["number"], "bound": typed["bound"], "reason": typed["reason"], "sure": bool(typed.get("sure"))}
        return actions.correct_value(thing, **said, by=actor_of(request), now=timezone.now())

    title = _("Đính chính: %(name)s") % {"name": titled(thing.indicator)}
    return _deed(request, form, act, thing, title=title, word=_("Đính chính"), done=_("Đã đính chính. Số cũ vẫn được giữ và ghi rõ lý do."))


@require_http_methods(["GET", "POST"])
@guarded("indicators.take_away")
def take_away(request: HttpRequest, value: UUID) -> HttpResponse:
    """The figure did not belong here."""
    thing = _value(request, value, "indicators.take_away")
    data, stale = _seen(request, thing, value)

    def act(typed: dict[str, Any]) -> object:
        refuse_if(stale)
        return actions.take_away_value(thing, reason=typed["reason"], by=actor_of(request), now=timezone.now())

    title = _("Bỏ số: %(name)s") % {"name": titled(thing.indicator)}
    form = forms.TakeAwayForm(data, initial={"seen": thing.pk})
    return _deed(request, form, act, thing, title=title, word=_("Bỏ số này"), done=_("Đã bỏ số này."), grave="grave")


def _value(request: HttpRequest, pk: UUID, permission: str) -> Value:
    """The last row of the chain that a row stands in, of a unit for which the reader works; any other does not exist for them.

    Whoever opened the page before somebody else corrected the number comes here with an earlier row. One that was taken away meanwhile is
    shown as gone to those who have typed already.
    """
    actor = actor_of(request)
    rows = queries.values_for(actor).select_related("indicator", "statement", "reason")
    thing = rows.filter(pk=pk).first()
    while thing is not None and (later := rows.filter(corrects=thing).first()) is not None:
        thing = later
    if thing is None or not may(actor, permission, thing) or (thing.value is None and request.method != "POST"):
        raise Http404
    return thing


def _seen(request: HttpRequest, thing: Value, asked: UUID) -> tuple[QueryDict | None, Refusal | None]:
    """What was typed, marked as seen now; and what to say when the number became another one since the page was opened."""
    if request.method != "POST":
        return None, None
    data = request.POST.copy()
    seen = data.get("seen") or str(asked)
    data["seen"] = str(thing.pk)
    if seen == str(thing.pk) or thing.value is None:
        return data, None
    reason = thing.reason.text if hasattr(thing, "reason") else ""
    said = _("Trong lúc Ông/Bà viết, số này đã được đính chính thành %(figure)s. Lý do: %(reason)s")
    keep = _("Những gì Ông/Bà ghi vẫn còn ở dưới; nếu vẫn muốn đổi, xin bấm lần nữa.")
    return data, Refusal(f"{said % {'figure': valued(thing), 'reason': reason}} {keep}", status=412)


def _deed(request: HttpRequest, form: Any, act: Any, thing: Value, **said: Any) -> HttpResponse:
    back = f"{reverse('indicators:desk')}?don-vi={thing.unit_id}"
    known = {key for key, _name in places.choices(actor_of(request))}
    if str(thing.unit_id) not in known:
        back = reverse("indicators:desk")
    return deed(request, form, act, back=back, point=queries.told([thing])[0], **said)
