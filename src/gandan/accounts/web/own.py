"""One's own account: roles, password, second factor, where one is signed in."""

from typing import cast
from uuid import UUID

from allauth.account.signals import password_changed
from allauth.mfa.adapter import get_adapter
from allauth.mfa.totp.internal.auth import generate_totp_secret
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from gandan.accounts import actions, queries
from gandan.accounts.middleware import ACTING_AS
from gandan.accounts.models import User
from gandan.accounts.places import place_of
from gandan.accounts.web.fresh import freshly_signed_in
from gandan.accounts.web.own_forms import ChangePasswordForm, SetUpCodeForm
from gandan.core import pace, secrets
from gandan.core.access import Refusal, actor_of, guarded

SECRET = "second-factor-secret"  # noqa: S105  the session's key; what lies under it is encrypted


def _me(request: HttpRequest) -> User:
    return cast("User", request.user)  # `guarded` let in only people who signed in


@require_GET
@never_cache
@guarded("accounts.own")
def account(request: HttpRequest) -> HttpResponse:
    """Who I am here, what I hold, where I am signed in."""
    me = _me(request)
    roles = [(r, place_of(r)) for r in request.roles]  # type: ignore[attr-defined]
    sessions = queries.sessions_of(me, current_key=request.session.session_key)
    context = {"me": me, "roles": roles, "sessions": sessions, "others": len(sessions) > 1, "second_factor": queries.has_second_factor(me)}
    return render(request, "accounts/staff/account.html", context)


@require_POST
@guarded("accounts.own")
def end_session(request: HttpRequest, session: int) -> HttpResponse:
    """Sign one device out."""
    actions.end_session(_me(request), session, by=actor_of(request), now=timezone.now())
    messages.success(request, _("Thiết bị đó đã được đăng xuất."))
    return redirect("account_sessions")


@require_POST
@guarded("accounts.own")
def end_other_sessions(request: HttpRequest) -> HttpResponse:
    """Sign all other devices out."""
    actions.end_other_sessions(_me(request), keep=request.session.session_key, by=actor_of(request), now=timezone.now())
    messages.success(request, _("Các thiết bị khác đã được đăng xuất."))
    return redirect("account_sessions")


@sensitive_post_parameters()
@never_cache
@require_http_methods(["GET", "POST"])
@guarded("accounts.own")
def change_password(request: HttpRequest) -> HttpResponse:
    """Old and new password; other devices are signed out."""
    me, now = _me(request), timezone.now()
    if request.method == "POST" and not pace.allowed(request, "change-password", most=20, seconds=600, now=now):
        return render(request, "accounts/public/too_many.html", status=429)
    form = ChangePasswordForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        data, key = form.cleaned_data, request.session.session_key
        try:
            user = actions.change_password(me, old=data["old"], new=data["password"], keep_session=key, by=actor_of(request), now=now)
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            update_session_auth_hash(request, user)
            password_changed.send(sender=User, request=request, user=user)  # the library lists the renewed session
            messages.success(request, _("Đã đổi mật khẩu. Các thiết bị khác đã được đăng xuất."))
            return redirect("account_sessions")
    return render(request, "accounts/staff/change_password.html", {"form": form}, status=422 if form.errors else 200)


@sensitive_post_parameters()
@never_cache
@require_http_methods(["GET", "POST"])
@guarded("accounts.own")
@freshly_signed_in
def set_up_code(request: HttpRequest) -> HttpResponse:
    """Put the second factor on a telephone, the first one or another. The recovery codes are shown in the answer, and never again."""
    me = _me(request)
    secret = _secret(request)
    form = SetUpCodeForm(request.POST or None, secret=secret)
    if request.method == "POST" and form.is_valid():
        key = request.session.session_key
        codes = actions.set_second_factor(me, secret=secret, keep_session=key, by=actor_of(request), now=timezone.now())
        request.session.pop(SECRET, None)
        return render(request, "accounts/staff/recovery_codes.html", {"codes": codes, "first": True})
    adapter = get_adapter()
    picture = adapter.build_totp_svg(adapter.build_totp_url(me, secret))
    spaced = " ".join(secret[i : i + 4] for i in range(0, len(secret), 4))
    must = request.lacks_second_factor  # type: ignore[attr-defined]
    context = {"form": form, "picture": picture, "secret": spaced, "must": must, "again": queries.has_second_factor(me)}
    return render(request, "accounts/staff/set_up_code.html", context, status=422 if form.errors else 200)


def _secret(request: HttpRequest) -> str:
    """The secret being set up, kept encrypted in the session so that a mistyped code does not change the picture."""
    kept = request.session.get(SECRET)
    if kept and request.method == "POST":
        return secrets.decrypt(kept)
    secret: str = generate_totp_secret()
    request.session[SECRET] = secrets.encrypt(secret)
    return secret


@never_cache
@require_http_methods(["GET", "POST"])
@guarded("accounts.own")
@freshly_signed_in
def renew_codes(request: HttpRequest) -> HttpResponse:
    """New recovery codes, shown in the answer and never again."""
    if request.method == "POST":
        codes = actions.renew_recovery_codes(_me(request), by=actor_of(request), now=timezone.now())
        return render(request, "accounts/staff/recovery_codes.html", {"codes": codes})
    return render(request, "accounts/staff/renew_codes.html")


@require_POST
@guarded("accounts.own")
def act_as(request: HttpRequest) -> HttpResponse:
    """Choose the role one acts in for this session; nothing chosen = all of them."""
    wanted = request.POST.get("role", "")
    if not wanted:
        request.session.pop(ACTING_AS, None)
        return redirect("workspace:home")
    try:
        chosen = UUID(wanted)
    except ValueError:
        raise Http404 from None
    if chosen not in [r.pk for r in request.roles]:  # type: ignore[attr-defined]
        raise Http404
    request.session[ACTING_AS] = str(chosen)
    return redirect("workspace:home")
