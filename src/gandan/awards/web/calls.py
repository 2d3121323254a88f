"""Planning a call, changing it as long as it is not open, and saying which office takes one whose office is gone."""

from typing import Any
from uuid import UUID

from django import forms as django_forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from gandan.awards import actions, hands, policies
from gandan.awards.enums import Whom
from gandan.awards.given import QuotaGiven
from gandan.awards.models import AwardKind, Call
from gandan.awards.web import doing, forms, picks
from gandan.awards.web.call_page import call_for
from gandan.awards.web.doing import Deed
from gandan.awards.web.forms.call import QUOTA_FIELDS
from gandan.core.access import Refusal, actor_of, guarded, require
from gandan.units import queries as units
from gandan.units.models import Office


@require_http_methods(["GET", "POST"])
@guarded("awards.plan")
def plan(request: HttpRequest) -> HttpResponse:
    """A round that nobody else sees before it is opened."""
    actor, now = actor_of(request), timezone.now()
    today = timezone.localdate(now)
    offices = picks.own_offices(actor, today=today)
    asked = {
        "kinds": picks.kinds(today=today),
        "offices": picks.office_pairs(offices, today=today),
        "sheets": picks.sheets([o.unit_id for o in offices], today=today),
    }
    form = forms.CallForm(request.POST, **asked) if request.method == "POST" else forms.CallForm(initial={"year": today.year}, **asked)
    if request.method == "POST" and form.is_valid():
        office = get_object_or_404(Office.objects.select_related("unit").prefetch_related("names"), pk=form.cleaned_data["office"])
        kind = get_object_or_404(AwardKind, pk=form.cleaned_data["kind"])
        if (given := _given(form, office.unit_id, today)) is not None:
            try:
                made = actions.plan_call(kind=kind, office=office, by=actor, now=now, **given)
            except Refusal as refused:
                form.add_error(None, doing.sentence(refused))
            else:
                messages.success(request, _("Đã lập đợt xét. Xem lại rồi mở nhận hồ sơ."))
                return redirect("awards:call", made.pk)
    crumbs = [(_("Khen thưởng"), reverse("awards:list"))]
    return _page(request, form, title=_("Lập đợt xét khen"), deed=_("Lập đợt xét"), back=reverse("awards:list"), crumbs=crumbs)


@require_http_methods(["GET", "POST"])
@guarded("awards.change_call")
def change(request: HttpRequest, call: UUID) -> HttpResponse:
    """As long as it is prepared."""
    actor, now = actor_of(request), timezone.now()
    today, found = timezone.localdate(now), call_for(actor_of(request), call)
    require(actor, "awards.change_call", found)
    asked: dict[str, Any] = {"kinds": None, "offices": [], "sheets": picks.sheets([found.unit_id], today=today)}
    form = forms.CallForm(request.POST, **asked) if request.method == "POST" else forms.CallForm(initial=_initial(found), **asked)
    refusal = policies.call.change(found)
    back = reverse("awards:call", args=[found.pk])
    if request.method == "POST" and refusal is None and form.is_valid() and (given := _given(form, found.unit_id, today)) is not None:
        try:
            actions.change_call(found, by=actor, now=now, **given)
        except Refusal as refused:
            form.add_error(None, doing.sentence(refused))
        else:
            messages.success(request, _("Đã sửa đợt xét."))
            return redirect(back)
    crumbs = [(_("Khen thưởng"), reverse("awards:list")), (found.title, back)]
    return _page(request, form, title=_("Sửa đợt xét"), deed=_("Ghi lại"), back=back, crumbs=crumbs, refusal=refusal)


@require_http_methods(["GET", "POST"])
@guarded("awards.choose_successor")
def successor(request: HttpRequest, call: UUID) -> HttpResponse:
    """After a reorganisation that left a call to nobody."""
    found = call_for(actor_of(request), call)
    back = reverse("awards:call", args=[found.pk])
    crumbs = [(_("Khen thưởng"), reverse("awards:list")), (found.title, back)]
    return doing.page(request, found, TAKEN_OVER, back=back, crumbs=crumbs, about=found.title)


def takers(thing: Any, by: Any, today: Any) -> dict[str, Any]:
    """Offices that may take it."""
    wanted = hands.may_take(thing)
    rows = Office.objects.filter(unit__in=wanted, existed__contains=today).order_by(units.in_protocol(), "pk").prefetch_related("names")
    return {"offices": picks.office_pairs(rows, today=today)}


def taken(thing: Any, form: Any, by: Any, now: Any) -> object:
    """The deed itself."""
    office = get_object_or_404(Office.objects.select_related("unit"), pk=form.cleaned_data["office"])
    return actions.choose_successor(thing, office=office, by=by, now=now)


def _left(thing: Any, by: Any, today: Any) -> Refusal | None:
    if policies.handover.is_left(thing, today=today):
        return None
    return Refusal(_("Cơ quan phụ trách vẫn hoạt động nên không cần chọn cơ quan khác."))


TAKEN_OVER = Deed(
    "noi-nhan",
    "awards.choose_successor",
    gettext_lazy("Chọn cơ quan tiếp nhận"),
    gettext_lazy("Đã chọn cơ quan tiếp nhận."),
    forms.OfficeForm,
    _left,
    taken,
    fields=takers,
)


def _given(form: django_forms.Form, unit: UUID, today: Any) -> dict[str, Any] | None:
    """What the deed takes; None where a line of quotas cannot be read, and then the form says which."""
    typed = form.cleaned_data
    quotas = [QuotaGiven(whom, typed[name]) for name, whom in QUOTA_FIELDS.items() if typed[name] is not None]
    try:
        quotas += picks.quota_lines(typed["others"], under=unit, today=today)
    except django_forms.ValidationError as wrong:
        form.add_error("others", wrong)
        return None
    kept = {name: typed[name] for name in ("title", "year", "opens_on", "closes_on", "sheet_code", "grounds")}
    return {**kept, "quotas": quotas}


def _initial(call: Call) -> dict[str, Any]:
    """As it was typed last."""
    lines: dict[UUID, dict[str, int]] = {}
    all_units: dict[str, int] = {}
    names: dict[UUID, str] = {}
    for quota in call.quotas.all():
        place = units.one(quota.unit_id) if quota.unit_id else None
        if place is None:
            all_units[quota.whom] = quota.most
        else:
            lines.setdefault(place.id, {})[quota.whom] = quota.most
            names[place.id] = place.full_name
    own = [f"{names[u]}; {n.get(Whom.PERSON, '')}; {n.get(Whom.COLLECTIVE, '')}" for u, n in lines.items()]
    kept = {name: getattr(call, name) for name in ("title", "year", "opens_on", "closes_on", "sheet_code")}
    numbers = {"persons": all_units.get(Whom.PERSON), "collectives": all_units.get(Whom.COLLECTIVE)}
    return {**kept, **numbers, "grounds": "\n".join(call.grounds), "others": "\n".join(own)}


def _page(
    request: HttpRequest, form: django_forms.Form, *, title: str, deed: str, back: str, crumbs: doing.Crumbs, refusal: Refusal | None = None
) -> HttpResponse:
    context = {
        "title": title,
        "deed": deed,
        "form": form,
        "refusal": refusal,
        "typed": doing.typed(form) if refusal is not None else [],
        "back": back,
        "crumbs": crumbs,
    }
    return render(request, "awards/staff/deed.html", context, status=422 if form.errors else 200)
