"""Hamlets and offices of one's own unit, at work. One page for each deed; a unit that is not one's own is not found."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from gandan.core.access import Refusal, actor_of, guarded, may
from gandan.units import actions, queries
from gandan.units.models import Hamlet, HouseholdCount, Office, Unit
from gandan.units.web import forms

Act = Callable[[dict[str, Any]], object]


@require_GET
@guarded("units.open_desk")
def desk(request: HttpRequest) -> HttpResponse:
    """The units in which the reader works; with one, its page. An administrator works in none and finds any by its name, old or new."""
    actor = actor_of(request)
    if may(actor, "units.load"):
        typed = request.GET.get("tim", "").strip()[:80]
        hits = queries.of_today(typed) if typed else []
        found = [(hit, [(p.full_name, reverse("units:unit", args=[p.id])) for p in hit.today]) for hit in hits]
        return render(request, "units/staff/find.html", {"typed": typed, "found": found})
    mine = list(dict.fromkeys(h.unit for h in actor.holdings if h.unit))
    places = [p for p in (queries.one(pk) for pk in mine) if p is not None]
    if len(places) == 1:
        return redirect("units:unit", unit=places[0].id)
    return render(request, "units/staff/desk.html", {"places": places})


@require_GET
@guarded("units.open_desk")
def unit(request: HttpRequest, unit: UUID) -> HttpResponse:
    """Hamlets with their households, offices, and who holds dân vận work."""
    row = _unit(request, unit)
    today = timezone.localdate()
    offices = list(queries.offices(row.pk, on=today))
    hamlets = list(queries.hamlets(row.pk, on=today))
    context = {
        "unit": row,
        "place": queries.one(row),
        "offices": [(o, o.name_on(today)) for o in offices],
        "owner": queries.dan_van_owner(row.pk, on=today),
        "hamlets": hamlets,
        "households": sum(h.households or 0 for h in hamlets),  # type: ignore[attr-defined, misc]
        "uncounted": len([h for h in hamlets if h.households is None]),  # type: ignore[attr-defined]
        "is_commune": row.level == "commune",
    }
    return render(request, "units/staff/unit.html", context)


@require_http_methods(["GET", "POST"])
@guarded("units.add_hamlet")
def add_hamlet(request: HttpRequest, unit: UUID) -> HttpResponse:
    """A new hamlet."""
    row, form = _unit(request, unit), _form(forms.HamletForm, request)
    act = _as(request, actions.add_hamlet, row)
    return _deed(request, row, form, act, title=_("Thêm thôn, tổ dân phố"), deed=_("Thêm"), done=_("Đã thêm."))


@require_http_methods(["GET", "POST"])
@guarded("units.rename_hamlet")
def rename_hamlet(request: HttpRequest, hamlet: UUID) -> HttpResponse:
    """The right name of a hamlet."""
    thing = _of(request, Hamlet, hamlet)
    form = _form(forms.HamletNameForm, request, kind=thing.kind, name=thing.name)
    act = _as(request, actions.rename_hamlet, thing)
    return _deed(
        request, thing.unit, form, act, title=_("Sửa tên: %(name)s") % {"name": thing}, deed=_("Lưu tên"), done=_("Đã lưu tên mới.")
    )


@require_http_methods(["GET", "POST"])
@guarded("units.end_hamlet")
def end_hamlet(request: HttpRequest, hamlet: UUID) -> HttpResponse:
    """The last day of a hamlet."""
    thing = _of(request, Hamlet, hamlet)
    act = _as(request, actions.end_hamlet, thing)
    title = _("Kết thúc: %(name)s") % {"name": thing}
    return _deed(request, thing.unit, _form(forms.LastDayForm, request), act, title=title, deed=_("Kết thúc"), done=_("Đã ghi ngày cuối."))


@require_http_methods(["GET", "POST"])
@guarded("units.count_households")
def count_households(request: HttpRequest, hamlet: UUID) -> HttpResponse:
    """Households of a hamlet, or the correction of a count."""
    thing = _of(request, Hamlet, hamlet)

    def act(typed: dict[str, Any]) -> object:
        wrong = _wrong(thing, typed["counted_on"]) if typed.pop("correct") else None
        return actions.count_households(thing, **typed, corrects=wrong, by=actor_of(request), now=timezone.now())

    title = _("Số hộ: %(name)s") % {"name": thing}
    return _deed(request, thing.unit, _form(forms.CountForm, request), act, title=title, deed=_("Ghi số hộ"), done=_("Đã ghi số hộ."))


def _wrong(hamlet: Hamlet, day: date) -> HouseholdCount:
    wrong = queries.counted(day).filter(hamlet=hamlet, counted_on=day).first()
    if wrong is None:
        raise Refusal(_("Ngày này chưa có số hộ nào để đính chính."))
    return wrong


@require_http_methods(["GET", "POST"])
@guarded("units.add_office")
def add_office(request: HttpRequest, unit: UUID) -> HttpResponse:
    """A new office."""
    row, form = _unit(request, unit), _form(forms.OfficeForm, request)
    act = _as(request, actions.add_office, row)
    return _deed(request, row, form, act, title=_("Thêm cơ quan"), deed=_("Thêm"), done=_("Đã thêm cơ quan."))


@require_http_methods(["GET", "POST"])
@guarded("units.rename_office")
def rename_office(request: HttpRequest, office: UUID) -> HttpResponse:
    """A new name of an office, from a day on."""
    thing = _of(request, Office, office)
    act = _as(request, actions.rename_office, thing)
    title = _("Đổi tên: %(name)s") % {"name": thing}
    return _deed(
        request, thing.unit, _form(forms.OfficeNameForm, request), act, title=title, deed=_("Lưu tên mới"), done=_("Đã lưu tên mới.")
    )


@require_http_methods(["GET", "POST"])
@guarded("units.end_office")
def end_office(request: HttpRequest, office: UUID) -> HttpResponse:
    """The last day of an office."""
    thing = _of(request, Office, office)
    act = _as(request, actions.end_office, thing)
    title = _("Kết thúc: %(name)s") % {"name": thing}
    return _deed(request, thing.unit, _form(forms.LastDayForm, request), act, title=title, deed=_("Kết thúc"), done=_("Đã ghi ngày cuối."))


@require_http_methods(["GET", "POST"])
@guarded("units.set_dan_van_owner")
def set_owner(request: HttpRequest, unit: UUID) -> HttpResponse:
    """Which office holds dân vận work."""
    row, today = _unit(request, unit), timezone.localdate()
    choices = [(str(o.pk), o.name_on(today)) for o in queries.offices(row.pk, on=today)]
    form = forms.OwnerForm(request.POST or None, initial=forms.today_first(today), offices=choices)

    def act(typed: dict[str, Any]) -> object:
        office = get_object_or_404(Office, pk=typed.pop("office"), unit=row)
        return actions.set_dan_van_owner(row, office=office, **typed, by=actor_of(request), now=timezone.now())

    title = _("Giao việc dân vận")
    return _deed(request, row, form, act, title=title, deed=_("Giao việc"), done=_("Đã ghi cơ quan giữ việc dân vận."))


def _unit(request: HttpRequest, pk: UUID) -> Unit:
    """A unit in which the reader works; any other does not exist for them. An administrator runs them all."""
    row = Unit.objects.filter(pk=pk).first()
    if row is None or not may(actor_of(request), "units.open_desk", row):
        raise Http404
    return row


def _of(request: HttpRequest, model: type[Any], pk: UUID) -> Any:
    """A hamlet or office of such a unit."""
    thing = model.objects.select_related("unit").filter(pk=pk).first()
    if thing is None or not may(actor_of(request), "units.open_desk", thing.unit):
        raise Http404
    return thing


def _form(form: type[Form], request: HttpRequest, **initial: Any) -> Form:
    return form(request.POST or None, initial={**forms.today_first(timezone.localdate()), **initial})


def _as(request: HttpRequest, action: Callable[..., object], thing: object) -> Act:
    return lambda typed: action(thing, **typed, by=actor_of(request), now=timezone.now())


def _deed(request: HttpRequest, unit: Unit, form: Form, act: Act, *, title: str, deed: str, done: str) -> HttpResponse:
    """The form; when it is right, the deed; a refusal stands in the form and nothing typed is lost."""
    if request.method == "POST" and form.is_valid():
        try:
            act(dict(form.cleaned_data))
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, done)
            return redirect("units:unit", unit=unit.pk)
    context = {"form": form, "title": title, "deed": deed, "unit": unit, "place": queries.one(unit)}
    return render(request, "units/staff/deed.html", context, status=422 if form.errors else 200)
