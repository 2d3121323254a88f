"""Who acts in a request: resolved once, from the roles held today."""

from collections.abc import Callable
from typing import cast
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from gandan.accounts import queries
from gandan.accounts.actor import UserActor
from gandan.accounts.models import User
from gandan.core.access import Anyone

ACTING_AS = "acting_as"
# What a person may open before the second factor is set up: setting it up, signing out, what everybody may see.
OPEN_VIEWS = frozenset({"mfa_activate_totp", "account_logout", "account_reauthenticate", "mfa_reauthenticate"})


class ActorMiddleware:
    """Sets `request.actor`; today is the day in Vietnam.

    Leaders, administrators and denunciation handlers without a second factor act as nobody, and every page of work sends them to set it
    up first. Whose chosen role has ended acts with none, and the next page of work tells them before they go on with what they still are.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Resolve, then answer."""
        request.roles, request.lacks_second_factor, request.role_ended = [], False, False  # type: ignore[attr-defined]
        request.actor = self._actor(request)  # type: ignore[attr-defined]
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Callable[..., HttpResponse], args: object, kwargs: object) -> HttpResponse | None:
        """Send who must set up the second factor there, and whose role has ended home, from every page that is not open to everyone."""
        match = request.resolver_match
        if (
            getattr(view, "guard", "") == "public"
            or (match and match.view_name in OPEN_VIEWS)
            or request.path.startswith(("/static/", "/api/"))
        ):
            return None
        if request.role_ended:  # type: ignore[attr-defined]
            request.session.pop(ACTING_AS, None)
            messages.warning(request, _("Vai trò Ông/Bà đang chọn đã kết thúc. Từ nay Ông/Bà làm việc với các vai trò còn lại."))
            return redirect("workspace:home")
        return redirect("mfa_activate_totp") if request.lacks_second_factor else None  # type: ignore[attr-defined]

    def _actor(self, request: HttpRequest) -> Anyone | UserActor:
        user = cast("User", request.user)
        if not user.is_authenticated:
            return Anyone()
        today = timezone.localdate()
        roles = queries.roles_of(user, on=today)
        request.roles = roles  # type: ignore[attr-defined]
        if queries.must_have_second_factor(roles) and not queries.has_second_factor(user):
            request.lacks_second_factor = True  # type: ignore[attr-defined]
            return UserActor(user.pk)
        acting_as = chosen(request)
        request.role_ended = acting_as is not None and all(r.pk != acting_as for r in roles)  # type: ignore[attr-defined]
        return queries.actor_of_roles(user, roles, today=today, acting_as=acting_as)


def chosen(request: HttpRequest) -> UUID | None:
    """The role that the person chose to act in, for this session."""
    try:
        return UUID(request.session.get(ACTING_AS, ""))
    except (ValueError, TypeError):
        return None
