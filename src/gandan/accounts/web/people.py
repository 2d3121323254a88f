"""People and roles: the lists, by unit. There is no search by a person's name."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from gandan.accounts import actions, queries
from gandan.accounts.adapters.second_factor import qr_picture
from gandan.accounts.models import User
from gandan.accounts.places import office_name
from gandan.accounts.web.forms import PersonForm, RoleForm
from gandan.core.access import Actor, Refusal, actor_of, guarded
from gandan.units import queries as units
from gandan.units.models import Unit

A_PAGE = 30


def unit_or_404(unit_id: UUID, actor: Actor) -> Unit:
    """A unit in which the actor gives roles; any other does not exist here."""
    if not queries.is_administrator(actor) and unit_id not in queries.led_by(actor):
        raise Http404
    return get_object_or_404(Unit, pk=unit_id)


def found(typed: str, address: Callable[[UUID], str]) -> list[tuple[units.Found, list[tuple[str, str]]]]:
    """Units for a typed name, old or new, with a link to each unit of today that it is or went into."""
    hits = units.of_today(typed) if typed else []
    return [(hit, [(p.full_name, address(p.id)) for p in hit.today]) for hit in hits]


def full_name(unit: Unit) -> str:
    """Kind and name."""
    place = units.one(unit)
    return place.full_name if place else ""


@require_GET
@guarded("accounts.open_people")
def index(request: HttpRequest) -> HttpResponse:
    """A leader goes straight to the own unit; an administrator finds one by its name, old or new."""
    actor, today = actor_of(request), timezone.localdate()
    administrator, led = queries.is_administrator(actor), queries.led_by(actor)
    if not administrator and len(led) == 1:
        return redirect("accounts:unit", unit=next(iter(led)))
    typed = request.GET.get("tim", "").strip()[:80]
    rows = queries.units_with_people(today=today) if administrator else [(u, 0) for u in led]
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("trang"))
    context = {
        "administrator": administrator,
        "typed": typed,
        "found": found(typed, lambda unit: reverse("accounts:unit", args=[unit])) if administrator else [],
        "page": page,
        "rows": [(place, people) for place, (_unit, people) in zip(units.several(unit for unit, _n in page), page, strict=True)],
        "without_role": queries.people_without_role(actor=actor, today=today).count() if administrator else 0,
    }
    return render(request, "accounts/staff/index.html", context)


@require_GET
@guarded("accounts.open_people")
def at_unit(request: HttpRequest, unit: UUID) -> HttpResponse:
    """Who holds what in a unit."""
    actor, today = actor_of(request), timezone.localdate()
    place = unit_or_404(unit, actor)
    return _list(request, queries.people_at(unit, actor=actor, today=today), name=full_name(place), unit=place)


@require_GET
@guarded("accounts.see_without_role")
def of_system(request: HttpRequest) -> HttpResponse:
    """Roles for the whole installation: administrators, analysts of the centre."""
    actor, today = actor_of(request), timezone.localdate()
    return _list(request, queries.people_at(None, actor=actor, today=today), name="", unit=None)


def _list(request: HttpRequest, people: list[User], *, name: str, unit: Unit | None) -> HttpResponse:
    page = Paginator(people, A_PAGE).get_page(request.GET.get("trang"))
    today = timezone.localdate()
    rows = [(p, [(r, office_name(r), r.valid.lower > today) for r in p.current]) for p in page]  # type: ignore[attr-defined]
    return render(request, "accounts/staff/people.html", {"name": name, "unit": unit, "page": page, "rows": rows})


@require_GET
@guarded("accounts.see_without_role")
def without_role(request: HttpRequest) -> HttpResponse:
    """Accounts that hold nothing: to be given a role, or closed."""
    people = queries.people_without_role(actor=actor_of(request), today=timezone.localdate())
    page = Paginator(people, A_PAGE).get_page(request.GET.get("trang"))
    return render(request, "accounts/staff/without_role.html", {"page": page})


def role_form(unit: Unit | None, actor: Actor, data: Any) -> RoleForm:
    """The roles and places of one unit, as far as the actor gives them."""
    today = timezone.localdate()
    offices = list(units.offices(unit.pk, on=today)) if unit else []
    hamlets = list(units.hamlets(unit.pk, on=today)) if unit else []
    administrator = queries.is_administrator(actor)
    return RoleForm(data, unit=unit, offices=offices, hamlets=hamlets, administrator=administrator, initial={"since": today})


@never_cache
@require_http_methods(["GET", "POST"])
@guarded("accounts.create_user")
def add(request: HttpRequest, unit: UUID) -> HttpResponse:
    """A person with a first role in a unit."""
    return _add(request, unit_or_404(unit, actor_of(request)))


@never_cache
@require_http_methods(["GET", "POST"])
@guarded("accounts.see_without_role")
def add_to_system(request: HttpRequest) -> HttpResponse:
    """A person with a role for the whole installation."""
    return _add(request, None)


def _add(request: HttpRequest, unit: Unit | None) -> HttpResponse:
    actor, now = actor_of(request), timezone.now()
    data = request.POST if request.method == "POST" else None
    person, role = PersonForm(data), role_form(unit, actor, data)
    if data is not None and all([person.is_valid(), role.is_valid()]):
        try:
            with transaction.atomic():  # a person without the role they came for would be invisible to whoever added them
                user = actions.create_user(**person.cleaned_data, by=actor, now=now)
                actions.give_role(user, **role.given(), by=actor, now=now)
                token = actions.send_password_link(user, by=actor, now=now)
        except Refusal as refusal:
            person.add_error(None, refusal.sentence)
        else:
            return link_page(request, user, token, back=unit_address(unit))
    context = {"person": person, "role": role, "unit": unit, "name": full_name(unit) if unit else "", "back": unit_address(unit)}
    return render(request, "accounts/staff/add.html", context, status=422 if person.errors or role.errors else 200)


def unit_address(unit: Unit | None) -> str:
    """The list a person belongs to."""
    return reverse("accounts:unit", args=[unit.pk]) if unit else reverse("accounts:system")


def link_page(request: HttpRequest, user: User, token: str, *, back: str) -> HttpResponse:
    """The one-time link, shown in this answer and never again."""
    address = request.build_absolute_uri(reverse("password_by_link", args=[token]))
    return render(request, "accounts/staff/link.html", {"person": user, "address": address, "picture": qr_picture(address), "back": back})
