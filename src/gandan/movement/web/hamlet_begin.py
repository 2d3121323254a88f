"""The first step of a new form: whose it is and which office answers for it is shown before anything is typed."""

from dataclasses import dataclass
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from gandan.core.access import Refusal, actor_of, guarded
from gandan.movement import actions, queries
from gandan.movement.models import Drive
from gandan.movement.web import hamlet_written
from gandan.movement.web.forms import hamlet as forms
from gandan.movement.web.hamlet_own import headed, kept, open_fields, steps
from gandan.movement.web.hamlet_step import NEEDED
from gandan.movement.written import Written
from gandan.units import queries as units
from gandan.units.gazetteer import Place
from gandan.units.models import Hamlet, Office


@dataclass(frozen=True)
class Begun:
    """Where a new form goes: the hamlet, its commune, the drive, and the office that answers for it (None: to be chosen)."""

    hamlet: Hamlet
    place: Place | None
    drive: Drive
    office: Office | None


@require_http_methods(["GET", "POST"])
@guarded("movement.begin")
def begin(request: HttpRequest, hamlet: UUID | None = None) -> HttpResponse:
    """The first step of a new form; sent, it is a draft that is kept. One of several hamlets or drives is chosen before."""
    actor, now = actor_of(request), timezone.now()
    mine = headed(actor)
    here = next((h for h in mine if hamlet in (None, h.pk)), None)
    if here is None:
        raise Http404
    if hamlet is None and len(mine) > 1:
        return render(request, "movement/hamlet/choose.html", {"hamlets": mine})
    today = timezone.localdate(now)
    drives = list(queries.drives_open_to(here.unit_id, on=today).filter(ends_on__gte=today).prefetch_related("fields", "windows"))
    drive = next((d for d in drives if str(d.pk) == request.GET.get("phong-trao")), drives[0] if drives else None)
    if drive is None:
        return render(request, "movement/hamlet/nothing.html", {"hamlet": here})
    office = queries.owner_for(here, on=today)
    form = forms.WhatForm(
        request.POST if request.method == "POST" else None,
        fields=open_fields(drive),
        offices=None if office else [(str(o.pk), o.name_on(today)) for o in units.offices(here.unit_id, on=today)],
    )
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        owner = office or Office.objects.filter(unit=here.unit_id, pk=typed["office"]).first()
        if owner is None:
            raise Http404
        blank = Written(field=drive.fields.get(pk=typed["field"]))
        try:
            made = actions.begin(drive=drive, office=owner, hamlet=here, written=hamlet_written.what(blank, typed), by=actor, now=now)
        except Refusal as refused:
            form.add_error(None, refused.sentence)
        else:
            return kept(request, made, 1)
    context = {
        "begun": Begun(here, units.one(here.unit_id), drive, office),
        "owner": office.name_on(today) if office else "",
        "drives": drives,
        "form": form,
        "needed": NEEDED,
        "step": 1,
        "steps": steps(1),
        "today": today,
    }
    return render(request, "movement/hamlet/step.html", context, status=422 if form.errors else 200)
