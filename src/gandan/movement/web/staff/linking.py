"""Tying to a model what belongs to it in other rooms: found by words, by the number of a case, or by the address of its page."""

import re
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gandan.activities.models import Activity
from gandan.activities.queries import visible_to as activities_of
from gandan.commitments.models import Commitment
from gandan.commitments.queries import visible_to as commitments_of
from gandan.core.access import Actor, Refusal, actor_of, guarded, may, require
from gandan.core.search.queries import find
from gandan.movement.actions import proof
from gandan.movement.enums import Deed
from gandan.movement.models import Link, Practice
from gandan.movement.policies.state import possible
from gandan.movement.web.forms.linking import LookForm
from gandan.movement.web.staff import found, rows
from gandan.opinions import topics
from gandan.opinions.models import Case
from gandan.opinions.queries.visible import visible_to as cases_of

KEY = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}", re.IGNORECASE)
MOST = 8  # of each kind: who finds more has to say more
ACTIVITY, COMMITMENT, CASE = "activity", "commitment", "case"
Thing = Activity | Commitment | Case


@dataclass(frozen=True)
class Line:
    """Something that is tied. What the reader may not open has no address, and only says what it is."""

    row: Link
    kind: str
    title: str
    url: str


@dataclass(frozen=True)
class Hit:
    """Something that could be tied."""

    kind: str
    key: UUID
    label: str
    title: str
    about: str
    url: str
    tied: bool


def lines(p: Practice, actor: Actor) -> list[Line]:
    """What is tied to a model, for this reader; as many questions for one as for thirty."""
    links = list(p.links.filter(removed_on=None).order_by("linked_on", "pk"))
    there: dict[UUID, Thing] = {}
    there |= {a.pk: a for a in activities_of(actor).filter(pk__in=[k.activity_id for k in links if k.activity_id])}
    there |= {c.pk: c for c in commitments_of(actor).filter(pk__in=[k.commitment_id for k in links if k.commitment_id])}
    if may(actor, "opinions.read"):
        there |= {c.pk: c for c in cases_of(actor).filter(pk__in=[k.case_id for k in links if k.case_id])}
    return [_line(link, there.get(link.activity_id or link.commitment_id or link.case_id or link.pk)) for link in links]


def _line(link: Link, thing: Thing | None) -> Line:
    kind = _("Hoạt động") if link.activity_id else _("Lời hứa, việc được giao") if link.commitment_id else _("Ý kiến người dân")
    if thing is None:
        return Line(link, kind, _("Việc này Ông/Bà không được xem"), "")
    return Line(link, kind, title_of(thing), url_of(thing))


def title_of(thing: Thing) -> str:
    """What it is called; of a case its topic and number, never its words."""
    if isinstance(thing, Case):
        topic = topics.name_of(thing.topic)
        return f"{topic} · {thing.number}" if thing.number else topic
    return thing.title


def url_of(thing: Thing) -> str:
    """Its page at work."""
    if isinstance(thing, Activity):
        return reverse("activities:activity", args=[thing.pk])
    return reverse("commitments:one" if isinstance(thing, Commitment) else "opinions:case", args=[thing.pk])


@require_http_methods(["GET", "POST"])
@guarded("movement.tie")
def page(request: HttpRequest, practice: UUID) -> HttpResponse:
    """Look for it, then tie it; what was looked for stays in the field."""
    actor, now = actor_of(request), timezone.now()
    p = found.practice_for(actor, practice)
    require(actor, "movement.tie", p)
    refusal = possible(p, Deed.TIE)
    asked = request.GET if "tim" in request.GET else None
    form = LookForm(asked)
    if request.method == "POST" and refusal is None:
        try:
            _tie(p, request.POST.get("loai", ""), request.POST.get("viec", ""), actor, now=now)
        except Refusal as refused:
            messages.error(request, refused.sentence)
        else:
            messages.success(request, _("Đã gắn vào mô hình."))
            return redirect("movement:one", p.pk)
    hits = look(form.cleaned_data["tim"], p, actor) if form.is_bound and form.is_valid() else []
    context = {"row": rows.row(p, today=timezone.localdate(now)), "form": form, "hits": hits, "asked": form.is_bound, "refusal": refusal}
    return render(request, "movement/staff/tie.html", context)


@require_http_methods(["GET", "POST"])
@guarded("movement.tie")
def untie(request: HttpRequest, practice: UUID, link: UUID) -> HttpResponse:
    """It does not belong here after all."""
    actor, now = actor_of(request), timezone.now()
    p = found.practice_for(actor, practice)
    require(actor, "movement.tie", p)
    row = p.links.filter(pk=link, removed_on=None).first()
    if row is None:
        raise Http404
    if request.method == "POST":
        proof.unlink(row, by=actor, now=now)
        messages.success(request, _("Đã bỏ gắn."))
        return redirect("movement:one", p.pk)
    line = next(one for one in lines(p, actor) if one.row.pk == row.pk)
    return render(request, "movement/staff/untie.html", {"row": rows.row(p, today=timezone.localdate(now)), "line": line})


def look(typed: str, p: Practice, actor: Actor) -> list[Hit]:
    """By an address that was pasted, by the number of a case, then by words: what the reader may see, of each kind a few."""
    things: list[Thing] = []
    key = KEY.search(typed)
    if key is not None:
        things += _by_key(UUID(key.group()), actor)
    else:
        reads = may(actor, "opinions.read")
        if reads:
            things += list(cases_of(actor).filter(number__iexact=typed.strip()).exclude(number="")[:1])
        things += _by_words(typed, actor, ACTIVITY) + _by_words(typed, actor, COMMITMENT)
        things += _by_words(typed, actor, CASE) if reads else []
    tied = set()
    for link in p.links.filter(removed_on=None):
        tied |= {link.activity_id, link.commitment_id, link.case_id}
    return [_hit(thing, thing.pk in tied) for thing in dict.fromkeys(things)]


def _by_key(key: UUID, actor: Actor) -> list[Thing]:
    cases = cases_of(actor).filter(pk=key) if may(actor, "opinions.read") else Case.objects.none()
    return [*activities_of(actor).filter(pk=key), *commitments_of(actor).filter(pk=key), *cases]


def _by_words(typed: str, actor: Actor, kind: str) -> list[Thing]:
    keys = [hit.id for hit in find(typed, actor=actor, kind=kind, limit=MOST)]
    rows_of: dict[str, Thing] = {}
    if kind == ACTIVITY:
        rows_of |= {str(row.pk): row for row in activities_of(actor).filter(pk__in=keys)}
    elif kind == COMMITMENT:
        rows_of |= {str(row.pk): row for row in commitments_of(actor).filter(pk__in=keys)}
    else:
        rows_of |= {str(row.pk): row for row in cases_of(actor).filter(pk__in=keys)}
    return [rows_of[key] for key in keys if key in rows_of]


def _hit(thing: Thing, tied: bool) -> Hit:
    if isinstance(thing, Activity):
        return Hit(ACTIVITY, thing.pk, _("Hoạt động"), thing.title, thing.place, url_of(thing), tied)
    if isinstance(thing, Commitment):
        return Hit(COMMITMENT, thing.pk, str(thing.get_kind_display()), thing.title, thing.deliverable, url_of(thing), tied)
    return Hit(CASE, thing.pk, _("Ý kiến người dân"), title_of(thing), str(thing.get_state_display()), url_of(thing), tied)


def _tie(p: Practice, kind: str, key: str, actor: Actor, *, now: datetime) -> None:
    things = _by_key(UUID(key), actor) if KEY.fullmatch(key) else []
    wanted = {ACTIVITY: Activity, COMMITMENT: Commitment, CASE: Case}
    thing = next((one for one in things if kind in wanted and isinstance(one, wanted[kind])), None)
    proof.link(
        p,
        activity=thing if isinstance(thing, Activity) else None,
        commitment=thing if isinstance(thing, Commitment) else None,
        case=thing if isinstance(thing, Case) else None,
        by=actor,
        now=now,
    )
