"""How I want to be told."""

from typing import cast

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from gandan.accounts.models import User
from gandan.core.access import Refusal, actor_of, guarded
from gandan.notices import actions, queries
from gandan.notices.web.forms import PreferenceForm, absent


@never_cache
@require_http_methods(["GET", "POST"])
@guarded("notices.own")
def preference(request: HttpRequest) -> HttpResponse:
    """What is possible here, what I chose, and whether the last message arrived."""
    me = cast("User", request.user)  # `guarded` let in only people who signed in
    kept = queries.preference_of(me)
    form = PreferenceForm(request.POST or None, preference=kept)
    if request.method == "POST" and form.fields and form.is_valid():
        unasked = {name: getattr(kept, name) for name in absent() if name != "number"}
        try:
            actions.prefer(me, **unasked, **form.cleaned_data, by=actor_of(request), now=timezone.now())
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _("Đã lưu cách nhận thông báo."))
            return redirect("notices:preference")
    context = {
        "form": form,
        "me": me,
        "mail_is_on": bool(settings.MAIL),
        "gateway_is_on": bool(settings.GATEWAY),
        "failed": queries.last_failure(me),
        "told_of": queries.told_of(),
    }
    return render(request, "notices/staff/preference.html", context, status=422 if form.errors else 200)
