"""One deed on the commitments that were ticked in the list: a page that shows them, then what was done and why not for the rest."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from gandan.commitments import actions, queries
from gandan.commitments.actions import Outcome
from gandan.commitments.web import choices, forms, rows
from gandan.core.access import Actor, actor_of, guarded, require

MOST = 200
Ids = list[UUID]


@dataclass(frozen=True)
class Bulk:
    """A deed that is safe for many at once."""

    slug: str
    permission: str
    label: str | Promise
    form: type[Form]
    act: Callable[[Ids, Any, Actor, datetime], Outcome]
    explain: str | Promise
    picks: bool = False


def _hand_over(ids: Ids, form: Form, by: Actor, now: datetime) -> Outcome:
    to = choices.office(form.cleaned_data["to"])
    return actions.bulk.hand_over(ids, to=to, reason=form.cleaned_data["reason"], by=by, now=now)


BULK = (
    Bulk(
        "nhac",
        "commitments.remind",
        _("Nhắc việc"),
        forms.AcceptForm,
        lambda ids, f, by, now: actions.bulk.remind(ids, by=by, now=now),
        _("Mỗi cơ quan chủ trì nhận lời nhắc cho từng việc. Mỗi việc mỗi ngày nhắc một lần."),
    ),
    Bulk(
        "tien-do",
        "commitments.note_progress",
        _("Ghi tiến độ"),
        forms.NoteForm,
        lambda ids, f, by, now: actions.bulk.note(ids, note=f.cleaned_data["note"], by=by, now=now),
        _("Cùng một câu được ghi vào diễn biến của từng việc."),
    ),
    Bulk(
        "gia-han",
        "commitments.extend",
        _("Gia hạn"),
        forms.ExtendForm,
        lambda ids, f, by, now: actions.bulk.extend(ids, to=f.cleaned_data["to"], reason=f.cleaned_data["reason"], by=by, now=now),
        _("Việc đã quá hạn hoặc đã gia hạn đủ số lần thì giữ nguyên hạn."),
    ),
    Bulk(
        "chuyen",
        "commitments.hand_over",
        _("Chuyển cơ quan"),
        forms.HandOverForm,
        _hand_over,
        _("Mọi việc được chọn chuyển về cùng một cơ quan, diễn biến giữ nguyên."),
        picks=True,
    ),
)
BY_SLUG = {b.slug: b for b in BULK}


@require_http_methods(["GET", "POST"])
@guarded("commitments.open_desk")
def page(request: HttpRequest, slug: str) -> HttpResponse:
    """GET shows what was ticked and asks for the words; POST does it, each with its own event and its own refusal."""
    if slug not in BY_SLUG:
        raise Http404
    what, actor, now = BY_SLUG[slug], actor_of(request), timezone.now()
    require(actor, what.permission)
    today = timezone.localdate(now)
    typed = request.POST if request.method == "POST" else request.GET
    ids = [UUID(key) for key in typed.getlist("viec") if choices.is_id(key)][:MOST]
    things = list(rows.named(queries.visible_to(actor)).filter(pk__in=ids).order_by("due", "id"))
    form, searching, found = _form(request, what, actor)
    outcome: dict[str, object] | None = None
    if request.method == "POST" and not searching and things and form.is_valid():
        made = what.act([c.pk for c in things], form, actor, now)
        refused = [(row, made.refused[row.thing.pk]) for row in rows.rows(things, actor=actor, today=today) if row.thing.pk in made.refused]
        outcome = {"done": made.done, "refused": refused}
    context = {
        "title": what.label,
        "deed": what.label,
        "explain": what.explain,
        "form": form,
        "picks": what.picks,
        "searched": searching,
        "found": found,
        "outcome": outcome,
        "rows": rows.rows(things, actor=actor, today=today),
    }
    return render(request, "commitments/staff/bulk.html", context, status=422 if form.errors else 200)


def _form(request: HttpRequest, what: Bulk, actor: Actor) -> tuple[Form, bool, bool]:
    """The form, whether a unit was looked for, and whether it has offices."""
    if not what.picks:
        return (what.form(request.POST) if request.method == "POST" else what.form()), False, False
    return choices.picking(request, what.form, actor, today=timezone.localdate(), field="to")
