"""One's own tokens for programs."""

from datetime import timedelta
from typing import cast
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from gandan.accounts import actions
from gandan.accounts.models import ApiToken, User
from gandan.core.access import Refusal, actor_of, guarded

USUAL_LIFE = timedelta(days=90)


class TokenForm(forms.Form):
    """What a token is for, and until when."""

    label = forms.CharField(
        label=gettext_lazy("Mã này dùng cho việc gì"),
        max_length=60,
        help_text=gettext_lazy("Ví dụ: chuyển danh mục đơn vị sang kho dữ liệu của tỉnh."),
    )
    last_day = forms.DateField(label=gettext_lazy("Dùng đến hết ngày"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))


@never_cache
@require_http_methods(["GET", "POST"])
@guarded("accounts.own")
def own_tokens(request: HttpRequest) -> HttpResponse:
    """My tokens, and a new one, whose secret is shown in the answer and never again."""
    me, now, today, secret = cast("User", request.user), timezone.now(), timezone.localdate(), ""
    fresh = {"last_day": today + USUAL_LIFE}
    form = TokenForm(request.POST or None, initial=fresh)
    if request.method == "POST" and form.is_valid():
        try:
            _token, secret = actions.make_token(me, **form.cleaned_data, by=actor_of(request), now=now)
            form = TokenForm(initial=fresh)
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
    mine = [(token, token.works(today)) for token in ApiToken.objects.filter(user=me)]
    context = {"form": form, "secret": secret, "tokens": mine}
    return render(request, "accounts/staff/tokens.html", context, status=422 if form.errors else 200)


@require_POST
@guarded("accounts.own")
def revoke(request: HttpRequest, pk: UUID) -> HttpResponse:
    """End one of my tokens."""
    token = get_object_or_404(ApiToken, pk=pk, user=cast("User", request.user))
    try:
        actions.revoke_token(token, by=actor_of(request), now=timezone.now())
        messages.success(request, _("Đã thu hồi mã. Chương trình dùng mã này không vào được nữa."))
    except Refusal as refusal:
        messages.error(request, refusal.sentence)
    return redirect("account_tokens")
