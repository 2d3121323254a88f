"""The page of one deed on a drive, and which deeds are offered."""

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from gandan.commitments.web.typed import typed
from gandan.core.access import Actor, Refusal, actor_of, guarded, may, require
from gandan.movement.models import Drive
from gandan.movement.permissions import Taking
from gandan.movement.policies import drive as policies
from gandan.movement.web.staff import found
from gandan.movement.web.staff.drive_deeds import BY_SLUG, DEEDS
from gandan.movement.web.staff.drive_deeds.deed import Deed, Words
from gandan.units.models import Office


def _may(what: Deed, d: Drive, actor: Actor, today: date) -> bool:
    """To take over asks for the office that takes; any other deed for the drive."""
    if what.slug != "nhan-phong-trao":
        return may(actor, what.permission, d)
    offices = Office.objects.filter(pk__in=[key for key, _name in found.drive_offices(actor, today)])
    return any(may(actor, what.permission, Taking(d, office)) for office in offices)


def offered(d: Drive, actor: Actor, today: date) -> list[dict[str, object]]:
    """The deeds that who and when allow, as links."""
    out = []
    if may(actor, "movement.change_drive", d) and policies.planned(d) is None:
        out.append({"label": _("Sửa phong trào"), "url": reverse("movement:change_drive", args=[d.pk]), "grave": ""})
    for what in DEEDS:
        if _may(what, d, actor, today) and what.when(d, actor, today) is None:
            url = reverse("movement:drive_deed", args=[d.pk, what.slug])
            out.append({"label": what.title, "url": url, "grave": "grave" if what.grave else ""})
    return out


@require_http_methods(["GET", "POST"])
@guarded("movement.open_desk")
def page(request: HttpRequest, drive: UUID, slug: str) -> HttpResponse:
    """Refused before anything is typed where who or when say no; whenever it is refused, what was typed stays."""
    if slug not in BY_SLUG:
        raise Http404
    what, actor, now = BY_SLUG[slug], actor_of(request), timezone.now()
    d, today = found.drive_for(actor, drive), timezone.localdate(now)
    if not _may(what, d, actor, today):
        require(actor, what.permission, d if slug != "nhan-phong-trao" else Taking(d, d.office))
    refusal = what.when(d, actor, today)
    more = what.more(d, actor, today) if what.more else {}
    form = what.form(request.POST or None, initial=what.first(d, today) if what.first else {}, **more)
    if request.method == "POST" and refusal is None and _valid(form):
        try:
            what.act(d, form, actor, now)
        except Refusal as refused:
            form.add_error(None, refused.sentence)
        else:
            messages.success(request, str(what.done))
            return redirect("movement:drive", d.pk)
    return answer(request, d, what.title, what.explain, form, refusal, grave=what.grave)


def _valid(form: Form) -> bool:
    """A form of nothing is bound by no field."""
    if not form.fields:
        form.data, form.is_bound = {}, True
    return form.is_valid()


def answer(
    request: HttpRequest, d: Drive, title: Words, explain: Words, form: Form, refusal: Refusal | None, *, grave: bool = False
) -> HttpResponse:
    """The form, or the sentence that says why not now with what was typed beneath."""
    context = {
        "drive": d,
        "title": title,
        "explain": explain,
        "form": form,
        "refusal": refusal,
        "typed": typed(form) if refusal else [],
        "grave": "grave" if grave else "",
    }
    return render(request, "movement/staff/drive_deed.html", context, status=422 if form.is_bound and form.errors else 200)
