"""Making a commitment: which kind first, because the three are never mixed; then who, what, by when, and why by then."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from gandan.commitments import actions
from gandan.commitments.models import Commitment
from gandan.commitments.web import choices, forms
from gandan.commitments.web.forms.fields import in_words
from gandan.commitments.web.why import why
from gandan.core.access import Actor, Refusal, actor_of, guarded, may, require
from gandan.units.models import Hamlet, Office


@dataclass(frozen=True)
class Making:
    """One of the three ways in."""

    slug: str
    permission: str
    title: str | Promise
    about: str | Promise
    button: str | Promise
    form: type[Form]
    action: Callable[..., Commitment]


WAYS = (
    Making(
        "hua",
        "commitments.promise",
        gettext_lazy("Lời hứa với dân"),
        gettext_lazy("Cơ quan hứa với người dân, công khai ngay. Chỉ người được hứa, hai hộ dân hoặc ban giám sát xác nhận đã xong."),
        gettext_lazy("Ghi lời hứa"),
        forms.PromiseForm,
        actions.promise,
    ),
    Making(
        "giao",
        "commitments.assign",
        gettext_lazy("Giao việc"),
        gettext_lazy("Cấp trên hoặc lãnh đạo giao cho một cơ quan. Nội bộ; cơ quan giao nhận kết quả hoặc trả lại."),
        gettext_lazy("Giao việc"),
        forms.AssignForm,
        actions.assign,
    ),
    Making(
        "nhan",
        "commitments.take_up",
        gettext_lazy("Nhận một đề nghị"),
        gettext_lazy("Người dân hoặc cơ quan khác đề nghị, đơn vị nhận làm. Công khai như lời hứa."),
        gettext_lazy("Nhận đề nghị"),
        forms.TakeUpForm,
        actions.take_up,
    ),
)
BY_SLUG = {way.slug: way for way in WAYS}


@require_GET
@guarded("commitments.open_desk")
def choose(request: HttpRequest) -> HttpResponse:
    """Which kind it is; only those that the reader may make."""
    mine = [w for w in WAYS if may(actor_of(request), w.permission)]
    if not mine:
        raise Refusal(_("Cán bộ và lãnh đạo ghi lời hứa; lãnh đạo và chuyên viên giao việc. Xin nhờ họ ghi."))
    ways = [{"label": w.title, "about": w.about, "url": reverse("commitments:making", args=[w.slug])} for w in mine]
    if may(actor_of(request), "commitments.assign"):
        about = _("Cùng một việc cho nhiều xã, phường: mỗi nơi một việc riêng, theo dõi riêng.")
        ways.append({"label": _("Giao một việc cho nhiều đơn vị"), "about": about, "url": reverse("commitments:several")})
    return render(request, "commitments/staff/make.html", {"ways": ways})


@require_http_methods(["GET", "POST"])
@guarded("commitments.open_desk")
def make(request: HttpRequest, slug: str) -> HttpResponse:
    """The form of one kind. Looking for another unit's offices keeps everything typed."""
    if slug not in BY_SLUG:
        raise Http404
    way, actor, now = BY_SLUG[slug], actor_of(request), timezone.now()
    require(actor, way.permission)
    form, searched, found = _form(request, way, actor, timezone.localdate(now))
    if request.method == "POST" and form.is_bound and form.is_valid():
        try:
            made = way.action(**_typed(form), by=actor, now=now)
        except Refusal as refused:
            form.add_error(None, refused.sentence + (f" ({refused.law})" if refused.law else ""))
        else:
            messages.success(
                request, _("Đã ghi, hạn %(day)s (kể cả ngày này).") % {"day": in_words(made.due)} + (f" {why(made)}" if why(made) else "")
            )
            return redirect("commitments:one", made.pk)
    context = {"form": form, "title": way.title, "explain": way.about, "deed": way.button, "searched": searched, "found": found}
    return render(request, "commitments/staff/making.html", context, status=422 if form.errors else 200)


def _form(request: HttpRequest, way: Making, actor: Actor, today: date) -> tuple[Form, bool, bool]:
    own = choices.own_offices(actor, today=today)
    more: dict[str, Any] = {
        "rules": choices.rules(today=today),
        "hamlets": choices.hamlets(choices.own_units(actor), today=today),
        "initial": {"made_on": today, **({"lead": own[0][0]} if own and way.slug != "giao" else {})},
    }
    if way.slug == "giao":
        more["own"] = own
    if way.slug == "hua":
        more["leads"] = choices.promising(actor, today=today)
    return choices.picking(request, way.form, actor, today=today, field="lead", **more)


def _typed(form: Form) -> dict[str, Any]:
    """What the action takes: rows instead of ids."""
    typed = {k: v for k, v in form.cleaned_data.items() if k != "where"}
    wanted = [typed["lead"], *typed["coordinators"], *([typed["assigned_by"]] if typed.get("assigned_by") else [])]
    offices = {str(o.pk): o for o in Office.objects.filter(pk__in=wanted)}
    for name in ("lead", "assigned_by"):
        if name in typed:
            typed[name] = offices.get(typed[name])
    typed["coordinators"] = [offices[key] for key in typed["coordinators"] if key in offices]
    typed["hamlet"] = Hamlet.objects.filter(pk=typed["hamlet"]).first() if typed["hamlet"] else None
    return typed
