"""One deed on the cases that were ticked in the inbox: a page that shows them and asks, then what was done and why not for the rest."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from gandan.commitments.web import choices
from gandan.core.access import Actor, Refusal, actor_of, guarded, require
from gandan.opinions import actions, queries
from gandan.opinions.actions import Outcome
from gandan.opinions.models import Case
from gandan.opinions.queries import inbox
from gandan.opinions.web import asked, deeds_done, desk, inbox_rows
from gandan.opinions.web.forms import bulk as forms
from gandan.opinions.web.forms import case as one

MOST = 200
Ids = list[UUID]


@dataclass
class Several:
    """The chosen cases and what was typed so far: what a form of many is made from."""

    cases: list[Case]
    actor: Actor
    today: date
    post: QueryDict | None
    searched: bool = False
    found: bool = False

    def make(self, form: Callable[..., Form], **more: Any) -> Form:
        """Empty, or as typed; as typed and unchecked where an office is being looked for."""
        if self.post is None:
            return form(**more)
        if desk.FIND_OFFICE in self.post:
            return form(initial={name: self.post.get(name) for name in self.post}, **more)
        return form(self.post, **more)


@dataclass(frozen=True)
class Bulk:
    """A deed that is safe for many at once. `key`: the key that does it from the inbox."""

    slug: str
    permission: str
    label: str | Promise
    form: Callable[[Several], Form]
    act: Callable[[Ids, Any, Actor, datetime], Outcome]
    explain: str | Promise
    key: str = ""


def _offices(several: Several) -> Form:
    post = several.post or QueryDict()
    found = choices.offices(several.actor, post.get("where", ""), today=several.today, kept=[post.get("to", "")])
    several.searched = desk.FIND_OFFICE in post
    several.found = several.searched and len(found) > len(choices.offices(several.actor, "", today=several.today))
    return several.make(one.ForwardForm, offices=found)


def _people(several: Several) -> Form:
    """Who works in the offices of the chosen cases; for whom a case is not, its row says so."""
    named = inbox.people_of({c.office_id for c in several.cases}, today=several.today)
    return several.make(one.PersonForm, people=[(str(pk), name) for found in named.values() for pk, name in found.items()])


def _tags(several: Several) -> Form:
    used = inbox.own_tags(several.actor).order_by("label").values_list("label", flat=True).distinct()[:60]
    return several.make(one.TagForm, tags=list(used))


def _into(several: Several) -> Form:
    """Into one of them: the one whose date is nearest stands picked, since nobody may wait longer than they were told."""
    rows = inbox_rows.rows(several.cases, actor=several.actor, today=several.today)
    return several.make(forms.IntoForm, cases=[(str(r.case.pk), r.title) for r in rows])


def _forward(ids: Ids, form: Form, by: Actor, now: datetime) -> Outcome:
    to = choices.office(form.cleaned_data["to"])
    return actions.bulk.forward(ids, to=to, reason=form.cleaned_data["reason"], by=by, now=now)


def _join(ids: Ids, form: Form, by: Actor, now: datetime) -> Outcome:
    into = deeds_done.another(form.cleaned_data["into"], by)
    return actions.bulk.join([key for key in ids if key != into.pk], into=into, by=by, now=now)


def _name(ids: Ids, form: Form, by: Actor, now: datetime) -> Outcome:
    person = deeds_done.person_of(form.cleaned_data["person"])
    return actions.bulk.name_person(ids, person=person, by=by, now=now)


BULK = (
    Bulk(
        "nhan",
        "opinions.accept",
        _("Nhận giải quyết"),
        lambda several: several.make(one.NothingForm),
        lambda ids, f, by, now: actions.bulk.accept(ids, by=by, now=now),
        _("Nhận là hứa trả lời từng việc trong hạn của nó. Việc chưa rõ nội dung hay có nhiều nội dung thì để lại."),
        key="a",
    ),
    Bulk(
        "chuyen",
        "opinions.forward",
        _("Chuyển cơ quan"),
        _offices,
        _forward,
        _("Mọi việc được chọn chuyển về cùng một cơ quan. Hạn không lùi. Người gửi từng việc đọc được lý do."),
        key="f",
    ),
    Bulk(
        "phu-trach",
        "opinions.name_person",
        _("Giao người phụ trách"),
        _people,
        _name,
        _("Người gửi không thấy tên người phụ trách."),
        key="p",
    ),
    Bulk(
        "gan-nhan",
        "opinions.tag",
        _("Gắn nhãn"),
        _tags,
        lambda ids, f, by, now: actions.bulk.tag(ids, label=f.cleaned_data["label"], by=by, now=now),
        _("Nhãn chỉ cơ quan Ông/Bà thấy, để gom việc lại với nhau."),
        key="g",
    ),
    Bulk(
        "gop",
        "opinions.join",
        _("Gộp lại"),
        _into,
        _join,
        _("Chỉ gộp khi nói cùng một việc ở cùng một nơi. Mã của mọi người gửi vẫn dùng được; tách ra lại được."),
        key="m",
    ),
)
BY_SLUG = {b.slug: b for b in BULK}


@require_http_methods(["GET", "POST"])
@guarded("opinions.open_inbox")
def page(request: HttpRequest, slug: str) -> HttpResponse:
    """GET shows what was ticked and asks for the words; POST does it, each case with its own event and its own refusal."""
    if slug not in BY_SLUG:
        raise Http404
    what, actor, now = BY_SLUG[slug], actor_of(request), timezone.now()
    require(actor, what.permission)
    today = timezone.localdate(now)
    post = request.POST if request.method == "POST" else None
    cases = _chosen(post or request.GET, actor)
    several = Several(cases, actor, today, post)
    form = what.form(several)
    rows = inbox_rows.rows(cases, actor=actor, today=today)
    outcome: dict[str, object] | None = None
    if post is not None and not several.searched and cases and form.is_valid():
        outcome = _do(what, rows, form, actor, now)
    came_from = _view(post or request.GET, today)
    context = {
        "title": what.label,
        "deed": what.label,
        "explain": what.explain,
        "form": form,
        "searched": several.searched,
        "found": several.found,
        "outcome": outcome,
        "rows": rows,
        "chosen": cases,
        "came_from": came_from,
        "back": f"{reverse('opinions:inbox')}?{came_from}",
    }
    return render(request, "opinions/staff/bulk.html", context, status=422 if form.errors else 200)


def _chosen(typed: QueryDict, actor: Actor) -> list[Case]:
    ids = [UUID(key) for key in typed.getlist("viec") if asked.is_id(key)][:MOST]
    rows = queries.visible_to(actor).filter(pk__in=ids).select_related("office", "hamlet", "person").prefetch_related(inbox.NAMES)
    return list(rows.order_by("due", "pk"))


def _do(what: Bulk, rows: list[inbox_rows.Row], form: Form, actor: Actor, now: datetime) -> dict[str, object] | None:
    try:
        made = what.act([r.case.pk for r in rows], form, actor, now)
    except Refusal as refused:  # of what was picked for all of them
        form.add_error(None, refused.sentence)
        return None
    done = [r for r in rows if r.case.pk in made.done]
    return {"done": done, "refused": [(r, made.refused[r.case.pk]) for r in rows if r.case.pk in made.refused]}


def _view(typed: QueryDict, today: date) -> str:
    """The view from which one came, as far as it can be read: an address from outside leads nowhere else."""
    return asked.parse(QueryDict(typed.get("ve", "")), today=today, soon=today).query
