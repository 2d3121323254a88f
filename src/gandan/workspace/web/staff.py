"""The first page after sign-in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from gandan.accounts.middleware import chosen
from gandan.accounts.places import place_of
from gandan.core.access import Role, actor_of, guarded
from gandan.core.ui.work import groups
from gandan.units import queries as units
from gandan.workspace.teaching import for_roles


@require_GET
@never_cache
@guarded("workspace.open")
def my_work(request: HttpRequest) -> HttpResponse:
    """What I owe, late first; where nothing is owed, what will stand here and what can be done now."""
    actor, today = actor_of(request), timezone.localdate()
    roles = request.roles  # type: ignore[attr-defined]
    acting = chosen(request)
    context = {
        "groups": groups(actor, today),
        "today": today,
        "roles": [(r, place_of(r), r.pk == acting) for r in roles],
        "narrowed": any(r.pk == acting for r in roles),
        "do_now": for_roles(Role(r.role) for r in roles),
        "units": [p for p in map(units.one, dict.fromkeys(r.unit_id for r in roles if r.unit_id)) if p],
    }
    return render(request, "workspace/my_work.html", context)
