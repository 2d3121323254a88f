"""The diary at work: the list, one activity, writing one down, correcting, withdrawing."""

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from gandan.activities import actions, queries
from gandan.activities.enums import Kind, State
from gandan.activities.permissions import answerer
from gandan.activities.policies import activity as policies
from gandan.activities.web import forms
from gandan.activities.web.asked import asked
from gandan.activities.web.shown import shown
from gandan.activities.web.staff.deed import answer, posted, seen
from gandan.core.access import Actor, actor_of, guarded, may
from gandan.units import queries as units
from gandan.units.gazetteer import Place

PER_PAGE = 20
DATA = ("kind", "title", "starts_on", "ends_on", "place", "text", "is_public")


@require_GET
@guarded("activities.open_desk")
def desk(request: HttpRequest) -> HttpResponse:
    """What was done where the reader works, newest first, by unit, kind and month."""
    actor, wanted = actor_of(request), asked(request)
    rows = queries.desk(actor)
    rows = rows.filter(state=State.WITHDRAWN if request.GET.get("da-rut") else State.RECORDED)
    page = Paginator(queries.listed(rows, wanted.wanted), PER_PAGE).get_page(request.GET.get("trang"))
    context = {
        "asked": wanted,
        "withdrawn": bool(request.GET.get("da-rut")),
        "page": page,
        "rows": [] if wanted.unknown else queries.lines(list(page), wanted.wanted),
        "kinds": Kind.choices,
        "unanswered": queries.unanswered(actor).count(),
    }
    return render(request, "activities/staff/desk.html", context)


@require_GET
@guarded("activities.open_desk")
def activity(request: HttpRequest, activity: UUID) -> HttpResponse:
    """One activity with everything that is known inside, and the deeds the reader may do."""
    row, actor = seen(request, activity), actor_of(request)
    keeps = may(actor, "activities.correct", row)
    theirs = policies.shown(row, by=actor) if keeps and not row.is_withdrawn else None
    may_change = keeps and not row.is_withdrawn and theirs is None
    story = queries.story(row, actor=actor, inside=keeps)
    context = {
        "activity": row,
        "story": story,
        "requests": shown(story, today=timezone.localdate()),
        "may_change": may_change,
        "theirs": theirs,
        "may_answer": {} if row.is_withdrawn else _answerable(actor, row),
        "keeper": units.one(row.kept_by_id) if row.kept_by_id and row.kept_by_id != row.unit_id else None,
    }
    return render(request, "activities/staff/activity.html", context)


def _answerable(actor: Actor, row: Any) -> set[UUID]:
    """The requests of this activity that the reader may answer."""
    may_answer = answerer(actor)
    return {r.pk for r in row.request_set.filter(removed_at=None).select_related("activity") if may_answer(r)}


@require_http_methods(["GET", "POST"])
@guarded("activities.record")
def record(request: HttpRequest) -> HttpResponse:
    """Write one down: four answers are enough, the rest can come later."""
    actor = actor_of(request)
    form = forms.RecordForm(posted(request), places=own_places(actor), initial={"starts_on": timezone.localdate()})

    def act(typed: dict[str, Any]) -> object:
        return actions.record_activity(**typed, by=actor, now=timezone.now())

    done = _("Đã ghi. Ông/Bà có thể thêm ảnh, số người dự, văn bản và đề nghị ở dưới.")
    return answer(request, None, form, act, title=_("Ghi hoạt động"), deed=_("Ghi hoạt động"), done=done)


@require_http_methods(["GET", "POST"])
@guarded("activities.correct")
def correct(request: HttpRequest, activity: UUID) -> HttpResponse:
    """Put right what was written."""
    row, actor = seen(request, activity, permission="activities.correct"), actor_of(request)
    here = units.one(row.unit_id, on=row.starts_on) or units.one(row.unit_id)
    places = list({p.id: p for p in [here, *own_places(actor)] if p is not None}.values())
    initial = {name: getattr(row, name) for name in DATA} | {"unit": str(row.unit_id)}
    form = forms.CorrectForm(posted(request), places=places, initial=initial)

    def act(typed: dict[str, Any]) -> object:
        return actions.correct_activity(row, **typed, by=actor, now=timezone.now())

    return answer(request, row, form, act, title=_("Sửa hoạt động"), deed=_("Lưu"), done=_("Đã lưu."))


@require_http_methods(["GET", "POST"])
@guarded("activities.withdraw")
def withdraw(request: HttpRequest, activity: UUID) -> HttpResponse:
    """Take it back, saying why."""
    row, actor = seen(request, activity, permission="activities.withdraw"), actor_of(request)

    def act(typed: dict[str, Any]) -> object:
        return actions.withdraw_activity(row, **typed, by=actor, now=timezone.now())

    intro = _("Hoạt động đã rút không còn ở trang công khai, tìm kiếm và bảng tin; người trong đơn vị vẫn đọc được kèm lý do.")
    form = forms.ReasonForm(posted(request))
    return answer(request, row, form, act, title=_("Rút hoạt động"), deed=_("Rút hoạt động"), done=_("Đã rút."), intro=intro, grave=True)


def own_places(actor: Actor) -> list[Place]:
    """The units in which the reader works today."""
    return [p for p in units.several(dict.fromkeys(h.unit for h in actor.holdings if h.unit is not None)) if p is not None and p.is_open]
