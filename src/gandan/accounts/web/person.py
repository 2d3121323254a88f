"""One person: what they hold, and one page for each deed. What an actor may not see is a 404."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from gandan.accounts import actions, queries
from gandan.accounts.models import RoleHeld, User
from gandan.accounts.places import place_of
from gandan.accounts.policies import user as user_policies
from gandan.accounts.web.forms import EndForm, PersonForm
from gandan.accounts.web.people import found, full_name, role_form, unit_or_404
from gandan.core.access import Actor, Refusal, actor_of, guarded, may
from gandan.units import queries as units
from gandan.units.models import Unit


def person_or_404(pk: UUID, actor: Actor) -> User:
    """Somebody whom the actor manages or sees; anybody else does not exist here."""
    return get_object_or_404(queries.visible_to(actor).prefetch_related("roles"), pk=pk)


def may_or_404(actor: Actor, permission: str, thing: object) -> None:
    """A person who is seen but not managed: the deed's page does not exist."""
    if not may(actor, permission, thing):
        raise Http404


@require_GET
@guarded("accounts.open_people")
def person(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Roles through time, and what can be done."""
    actor, today = actor_of(request), timezone.localdate()
    who = person_or_404(pk, actor)
    roles = []
    for held in queries.roles_at(who, actor=actor):
        over = held.withdrawn or (held.valid.upper is not None and held.valid.upper <= today)
        roles.append((held, place_of(held), over, held.valid.lower > today, not over and may(actor, "accounts.end_role", held)))
    led = sorted(queries.led_by(actor), key=str)
    context = {
        "person": who,
        "roles": roles,
        "oneself": user_policies.not_oneself(who, by=actor),
        "manages": may(actor, "accounts.change_user", who),
        "administrator": queries.is_administrator(actor),
        "second_factor": queries.has_second_factor(who),
        "units": [p for p in (units.one(u) for u in led) if p],
    }
    return render(request, "accounts/staff/person.html", context)


@require_http_methods(["GET", "POST"])
@guarded("accounts.change_user")
def change(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Correct the name or the way to sign in."""
    actor = actor_of(request)
    who = person_or_404(pk, actor)
    may_or_404(actor, "accounts.change_user", who)
    form = PersonForm.of(who, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_user(who, **form.cleaned_data, by=actor, now=timezone.now())
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _("Đã sửa thông tin."))
            return redirect("accounts:person", pk=pk)
    return render(request, "accounts/staff/change.html", {"form": form, "person": who}, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@guarded("accounts.give_role")
def give_role(request: HttpRequest, pk: UUID, unit: UUID) -> HttpResponse:
    """One more role, in a unit."""
    actor = actor_of(request)
    return _give(request, person_or_404(pk, actor), unit_or_404(unit, actor))


@require_http_methods(["GET", "POST"])
@guarded("accounts.see_without_role")
def give_role_in_system(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One more role, for the whole installation."""
    return _give(request, person_or_404(pk, actor_of(request)), None)


@require_GET
@guarded("accounts.see_without_role")
def choose_unit(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Where the next role shall be: an administrator finds the unit first."""
    who = person_or_404(pk, actor_of(request))
    typed = request.GET.get("tim", "").strip()[:80]
    hits = found(typed, lambda unit: reverse("accounts:give_role", args=[pk, unit]))
    return render(request, "accounts/staff/choose_unit.html", {"person": who, "typed": typed, "found": hits})


def _give(request: HttpRequest, who: User, unit: Unit | None) -> HttpResponse:
    actor = actor_of(request)
    form = role_form(unit, actor, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.give_role(who, **form.given(), by=actor, now=timezone.now())
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _("Đã giao vai trò."))
            return redirect("accounts:person", pk=who.pk)
    context = {"form": form, "person": who, "name": full_name(unit) if unit else _("Toàn hệ thống")}
    return render(request, "accounts/staff/give_role.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@guarded("accounts.end_role")
def end_role(request: HttpRequest, role: UUID) -> HttpResponse:
    """End a role from a day on."""
    actor = actor_of(request)
    held = get_object_or_404(RoleHeld.objects.select_related("user", "office", "hamlet"), pk=role, user__in=queries.visible_to(actor))
    may_or_404(actor, "accounts.end_role", held)
    form = EndForm(request.POST if request.method == "POST" else None, initial={"first_day_without": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        try:
            actions.end_role(held, **form.cleaned_data, by=actor, now=timezone.now())
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _("Đã ghi ngày kết thúc vai trò."))
            return redirect("accounts:person", pk=held.user_id)
    context = {"form": form, "held": held, "person": held.user, "place": place_of(held)}
    return render(request, "accounts/staff/end_role.html", context, status=422 if form.errors else 200)
