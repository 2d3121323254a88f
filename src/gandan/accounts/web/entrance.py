"""Signing in and out: the library's views under our addresses, limits and guards."""

from typing import Any

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.socialaccount import views as social
from allauth.socialaccount.providers.openid_connect import views as oidc
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from gandan.accounts import actions, queries
from gandan.accounts.actor import UserActor
from gandan.accounts.web.own_forms import NewPasswordForm
from gandan.core import pace
from gandan.core.access import Refusal, guarded, public

MOST_TRIES, WINDOW = 120, 600  # posts of one client in ten minutes: a village office behind one address comes through, a robot does not


def _too_many(request: HttpRequest, deed: str) -> HttpResponse | None:
    if request.method != "POST" or pace.allowed(request, deed, most=MOST_TRIES, seconds=WINDOW, now=timezone.now()):
        return None
    return render(request, "accounts/public/too_many.html", status=429)


@public
@sensitive_post_parameters()
@never_cache
def sign_in(request: HttpRequest) -> HttpResponseBase:
    """Name and password; who has a second factor is led on to it."""
    return _too_many(request, "sign-in") or account.login(request)


@public
@sensitive_post_parameters()
@never_cache
def second_step(request: HttpRequest) -> HttpResponseBase:
    """The code; the person is half signed in, and the library checks that."""
    return _too_many(request, "second-step") or mfa.authenticate(request)


@public
@sensitive_post_parameters()
@never_cache
@require_http_methods(["GET", "POST"])
def by_link(request: HttpRequest, token: str) -> HttpResponse:
    """Set a password by a link that was handed over; it works once."""
    now = timezone.now()
    if (refused := _too_many(request, "password-link")) is not None:
        return refused
    link = queries.usable_link(token, now=now)
    if link is None:
        return render(request, "accounts/public/link_ended.html", status=410)
    form = NewPasswordForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.set_password_by_link(token, password=form.cleaned_data["password"], by=UserActor(link.user_id), now=now)
        except Refusal as refusal:
            form.add_error("password", refusal.sentence)
        else:
            return redirect("password_is_set")
    return render(request, "accounts/public/by_link.html", {"form": form, "person": link.user}, status=422 if form.errors else 200)


@public
def password_is_set(request: HttpRequest) -> HttpResponse:
    """Said on a page of its own, so that the used link leaves the address bar."""
    return render(request, "accounts/public/password_is_set.html")


@public
def not_offered(request: HttpRequest, **kwargs: Any) -> HttpResponse:
    """What the library has and we do not offer; the names must exist because it looks them up."""
    raise Http404(_("Không có trang này."))


sign_out = public(account.logout)
provider_start = public(oidc.login)
provider_return = public(oidc.callback)
provider_cancelled = public(social.login_cancelled)
provider_error = public(social.login_error)

password_again = guarded("accounts.own")(sensitive_post_parameters()(account.reauthenticate))
code_again = guarded("accounts.own")(sensitive_post_parameters()(mfa.reauthenticate))
