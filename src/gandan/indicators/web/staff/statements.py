"""Placing figures that texts state, and taking them back."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from gandan.core.access import actor_of, guarded, may
from gandan.indicators import actions, queries
from gandan.indicators.enums import Span
from gandan.indicators.models import Indicator, Statement
from gandan.indicators.web import forms, places
from gandan.indicators.web.staff.page import deed
from gandan.indicators.writing import titled
from gandan.units import queries as units


@require_GET
@guarded("indicators.read")
def choose(request: HttpRequest, key: UUID) -> HttpResponse:
    """Of which indicator a figure is one: the likely ones first, then all of its measure."""
    thing = _statement(request, key)
    fitting = list(Indicator.objects.filter(measure=thing.measure, valid__upper_inf=True))
    likely = queries.suggest(f"{thing.noun} {thing.quote}", thing.measure, among=fitting)
    others = [i for i in fitting if i not in likely]
    context = {"figure": thing, "likely": likely, "others": others, "place": units.one(thing.unit_id) if thing.unit_id else None}
    return render(request, "indicators/staff/choose.html", context)


@require_http_methods(["GET", "POST"])
@guarded("indicators.read")
def read(request: HttpRequest, key: UUID, code: str) -> HttpResponse:
    """Of which unit and time the sentence speaks; then it is a value."""
    thing = _statement(request, key)
    indicator = Indicator.objects.filter(code=code, measure=thing.measure, valid__upper_inf=True).first()
    if indicator is None:
        raise Http404
    actor = actor_of(request)
    choices = places.choices(actor, first=thing.unit_id if thing.unit_id and may(actor, "indicators.read", thing.unit_id) else None)
    initial = {"unit": str(thing.unit_id or ""), **_time(thing)}
    form = forms.ReadForm(request.POST or None, indicator=indicator, units=choices, today=timezone.localdate(), initial=initial)

    def act(typed: dict[str, Any]) -> object:
        unit = places.row(typed["unit"])
        return actions.read_value(thing, indicator=indicator, unit=unit, **form.time(), by=actor, now=timezone.now())

    return deed(
        request,
        form,
        act,
        title=_("Gắn vào chỉ tiêu: %(name)s") % {"name": titled(indicator)},
        word=_("Gắn vào chỉ tiêu"),
        done=_("Đã gắn số liệu vào chỉ tiêu, kèm câu văn của nó."),
        back=reverse("indicators:desk"),
        figure=thing,
    )


@require_http_methods(["GET", "POST"])
@guarded("indicators.retract")
def retract(request: HttpRequest, key: UUID) -> HttpResponse:
    """A figure that was kept wrongly."""
    thing = _statement(request, key)
    if not may(actor_of(request), "indicators.retract", thing):
        raise Http404

    def act(typed: dict[str, Any]) -> object:
        return actions.retract_statement(thing, reason=typed["reason"], by=actor_of(request), now=timezone.now())

    return deed(
        request,
        forms.ReasonForm(request.POST or None),
        act,
        title=_("Gỡ số liệu"),
        word=_("Gỡ số liệu này"),
        done=_("Đã gỡ. Nơi đã dẫn số này sẽ thấy lý do."),
        back=reverse("indicators:desk"),
        figure=thing,
        grave="grave",
    )


@require_http_methods(["GET", "POST"])
@guarded("indicators.erase_words")
def erase(request: HttpRequest, key: UUID) -> HttpResponse:
    """Words that name somebody go; the number and its trace stay."""
    thing = queries.visible_to(actor_of(request)).filter(pk=key, content_salt__isnull=False).first()
    if thing is None or not may(actor_of(request), "indicators.erase_words", thing):
        raise Http404

    def act(typed: dict[str, Any]) -> object:
        return actions.erase_words(thing, reason=typed["reason"], by=actor_of(request), now=timezone.now())

    return deed(
        request,
        forms.EraseForm(request.POST or None),
        act,
        title=_("Xoá câu văn của số liệu"),
        word=_("Xoá câu văn này"),
        done=_("Đã xoá câu văn. Con số, người xoá và lý do vẫn được ghi lại."),
        back=reverse("indicators-public:figure", args=[thing.pk]),
        figure=thing,
        grave="grave",
    )


def _statement(request: HttpRequest, key: UUID) -> Statement:
    thing = queries.visible_to(actor_of(request)).living().filter(pk=key).first()
    if thing is None:
        raise Http404
    return thing


def _time(thing: Statement) -> dict[str, Any]:
    """What the text says of the time, else the day of the text."""
    if thing.period_from is not None:
        span = Span.CUMULATIVE if thing.cumulative else Span.PERIOD
        return {"span": span, "period_from": thing.period_from, "period_to": thing.period_to, "on": thing.period_to}
    on = thing.on or thing.source_day
    return {"span": Span.POINT, "on": on} if on else {}
