"""The head of a hamlet on a phone: what the hamlet has, and a registration in four short steps, each kept as soon as it is sent.

The form speaks as a neighbour would. Whoever leaves goes on later; what came back from the commune stands on top with its reason.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.contrib import messages
from django.db.models import Prefetch
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from gandan.core.access import Actor, Refusal, Role, actor_of, guarded
from gandan.movement import actions, queries
from gandan.movement.enums import Deed, State
from gandan.movement.models import Drive, Practice, Step
from gandan.movement.policies import form as policies
from gandan.movement.web import hamlet_written
from gandan.movement.web.forms import hamlet as forms
from gandan.movement.web.forms.parts import AimRow
from gandan.movement.web.forms.rows import Rows
from gandan.movement.written import Written
from gandan.units import queries as units
from gandan.units.gazetteer import Place
from gandan.units.models import Hamlet, Office

LAST = 4
STEPS: tuple[str | Promise, ...] = (
    gettext_lazy("Việc gì, ở đâu"),
    gettext_lazy("Làm thế nào"),
    gettext_lazy("Được gì"),
    gettext_lazy("Cần gì, giữ sao"),
)
NEEDED = frozenset("title place problem is_new field way lead aim name measure noun target due".split())  # asked for when it is sent in
AT_STEP = {  # where a part that is missing is written
    "title": 1, "place": 1, "problem": 1, "field": 1, "way": 2, "forces": 2, "audience": 2, "starts_on": 2, "aim": 3, "aims": 3,
    "resources": 4, "output": 4, "upkeep": 4, "ends_on": 4, "milestones": 4,
}  # fmt: skip


@dataclass(frozen=True)
class Begun:
    """Where a new form goes: the hamlet, its commune, the drive, and the office that answers for it (None: to be chosen)."""

    hamlet: Hamlet
    place: Place | None
    drive: Drive
    office: Office | None


@require_GET
@guarded("movement.begin")
def home(request: HttpRequest) -> HttpResponse:
    """What the hamlets of this head have, what waits for the head first."""
    mine, today = headed(actor_of(request)), timezone.localdate()
    if not mine:
        raise Http404
    back = Step.objects.filter(deed=Deed.SEND_BACK).order_by("-given_at")
    rows = queries.visible_to(actor_of(request)).filter(hamlet__in=mine).exclude(state=State.WITHDRAWN)
    found = rows.select_related("hamlet", "field").prefetch_related(Prefetch("steps", back, to_attr="sent_back"))
    order = [State.DRAFT, State.LAPSED, State.REGISTERED, State.SUBMITTED, State.STOPPED]
    practices = sorted(found, key=lambda p: (order.index(State(p.state)), p.alive_until or date.max, -p.changed_at.timestamp()))
    context = {"hamlets": mine, "practices": practices, "today": today, "place": units.one(mine[0].unit_id)}
    return render(request, "movement/hamlet/home.html", context)


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
            return _kept(request, made, 1)
    context = {
        "begun": Begun(here, units.one(here.unit_id), drive, office),
        "owner": office.name_on(today) if office else "",
        "drives": drives,
        "form": form,
        "needed": NEEDED,
        "step": 1,
        "steps": _steps(1),
        "today": today,
    }
    return render(request, "movement/hamlet/step.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@guarded("movement.write")
def step(request: HttpRequest, practice: UUID, step: int) -> HttpResponse:
    """One step of a draft: kept when it is sent, with what is missing still missing."""
    if not 1 <= step <= LAST:
        raise Http404
    actor, now = actor_of(request), timezone.now()
    p = own(actor, practice)
    if p.state != State.DRAFT:
        return redirect("movement:hamlet_one", p.pk)
    typed = request.POST if request.method == "POST" else None
    form = _form(step, p, typed)
    rows = Rows(AimRow, "aims", typed=typed, initial=hamlet_written.aim_rows(p)) if step == 3 else None
    wrong = False
    if request.method == "POST":
        wrong = not form.is_valid() or (rows is not None and rows.wrong)
        if not wrong:
            try:
                actions.write(p, written=_written(step, p, form.cleaned_data, rows), by=actor, now=now)
            except Refusal as refused:
                form.add_error(None, refused.sentence)
                wrong = True
            else:
                return _kept(request, p, step)
    context = {
        "practice": p,
        "form": form,
        "rows": rows,
        "needed": NEEDED,
        "step": step,
        "steps": _steps(step, p),
        "wrong": wrong,
        "back": came_back(p),
    }
    return render(request, "movement/hamlet/step.html", context, status=422 if wrong else 200)


@require_http_methods(["GET", "POST"])
@guarded("movement.submit")
def send(request: HttpRequest, practice: UUID) -> HttpResponse:
    """Everything once more, what is missing with the way to its step, and one button."""
    actor, now = actor_of(request), timezone.now()
    p = own(actor, practice)
    if p.state != State.DRAFT:
        return redirect("movement:hamlet_one", p.pk)
    refused = ""
    if request.method == "POST":
        try:
            actions.submit(p, by=actor, now=now)
        except Refusal as no:
            refused = no.sentence
        else:
            messages.success(request, _("Đã gửi. Xã, phường xem rồi trả lời ở trang này; Ông/Bà mở lúc nào cũng được."))
            return redirect("movement:hamlet_one", p.pk)
    today = timezone.localdate(now)
    lacks = policies.missing(p)
    context = {
        "practice": p,
        "lacks": [(m.sentence, AT_STEP.get(m.part, 1)) for m in lacks],
        "refused": refused or _closed(p, lacks=bool(lacks), today=today),
        "may_send": not lacks and policies.submit(p, today=today) is None,
        "steps": _steps(LAST + 1, p),
        **sheet(p),
    }
    return render(request, "movement/hamlet/send.html", context, status=422 if request.method == "POST" else 200)


def headed(actor: Actor) -> list[Hamlet]:
    """The hamlets that the actor heads today, in the order of the roles."""
    held = [h.hamlet for h in actor.holdings if h.role == Role.HAMLET_HEAD and h.hamlet]
    return sorted(Hamlet.objects.filter(pk__in=held), key=lambda h: held.index(h.pk))


def own(actor: Actor, key: UUID) -> Practice:
    """A model of one's own hamlet; any other is not there."""
    mine = [h.pk for h in headed(actor)]
    rows = queries.visible_to(actor).filter(hamlet__in=mine).select_related("drive", "field", "office", "hamlet", "adopted_from")
    found = rows.filter(pk=key).first()
    if found is None:
        raise Http404
    return found


def sheet(practice: Practice) -> dict[str, object]:
    """The rows of the form, to be read once more."""
    return {
        "forces": list(practice.forces.select_related("office").prefetch_related("office__names")),
        "aims": list(practice.aims.all()),
        "resources": list(practice.resources.all()),
    }


def came_back(practice: Practice) -> Step | None:
    """Why the commune sent it back last."""
    return practice.steps.filter(deed=Deed.SEND_BACK).order_by("-given_at").first() if practice.state == State.DRAFT else None


def open_fields(drive: Drive, kept: UUID | None = None) -> list[tuple[str, str]]:
    """The fields of a drive that may be chosen."""
    return [(str(f.pk), f.name) for f in drive.fields.all() if f.ended_on is None or f.pk == kept]


def _form(step: int, p: Practice, typed: QueryDict | None) -> forms.StepForm:
    first = hamlet_written.initial(p, step) if typed is None else None
    if step == 1:
        return forms.WhatForm(typed, initial=first, fields=open_fields(p.drive, p.field_id))
    return (forms.HowForm, forms.AimForm, forms.NeedForm)[step - 2](typed, initial=first)


def _written(step: int, p: Practice, typed: dict[str, object], rows: Rows | None) -> Written:
    kept = hamlet_written.written_of(p)
    if step == 3:
        return hamlet_written.aims(kept, typed, rows.cleaned if rows else [])
    return {1: hamlet_written.what, 2: hamlet_written.how, 4: hamlet_written.need}[step](kept, typed)


def _kept(request: HttpRequest, p: Practice, step: int) -> HttpResponse:
    """On to the next step, or home for today."""
    if "de-sau" in request.POST:
        messages.success(request, _("Đã giữ phiếu. Ông/Bà viết tiếp lúc nào cũng được, trên máy nào cũng được."))
        return redirect("movement:hamlet")
    return redirect("movement:hamlet_step", p.pk, step + 1) if step < LAST else redirect("movement:hamlet_send", p.pk)


def _steps(now: int, practice: Practice | None = None) -> list[dict[str, object]]:
    """The way through the form, and how far one is."""
    return [{"n": n, "name": name, "current": n == now, "done": n < now, "practice": practice} for n, name in enumerate(STEPS, 1)]


def _closed(p: Practice, *, lacks: bool, today: date) -> str:
    """Why it cannot be sent today though nothing is missing: the window is closed, say."""
    refusal = None if lacks else policies.submit(p, today=today)
    return refusal.sentence if refusal else ""
