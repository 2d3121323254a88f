"""One case at work, and the page of each deed on it."""

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.text import Truncator
from django.views.decorators.http import require_GET, require_http_methods

from gandan.commitments.enums import State as Promised
from gandan.commitments.models import Commitment
from gandan.commitments.web import rows as promise_rows
from gandan.commitments.web.typed import ask_again_for_files, typed
from gandan.core.access import Actor, Refusal, actor_of, guarded, may, require
from gandan.opinions import permissions, queries, topics
from gandan.opinions.calc import urgent
from gandan.opinions.enums import OWED
from gandan.opinions.models import Case
from gandan.opinions.queries import clock, competence, inbox, similar
from gandan.opinions.web import case_hints, case_letters, case_rows, case_said, case_story, case_ways, desk, inbox_rows
from gandan.opinions.web.deeds.page import DeedPage
from gandan.opinions.web.deeds.table import BY_SLUG

HEADING = 80  # letters of an opinion over its page


@require_GET
@guarded("opinions.read")
def one(request: HttpRequest, case: UUID) -> HttpResponse:
    """What people said, by when an answer is owed and why, what comes next, what happened."""
    actor, today = actor_of(request), timezone.localdate()
    c = found_for(actor, case)
    files = case_rows.files_of(c)
    promises = promise_rows.rows(promise_rows.named(queries.promises_of(c)), actor=actor, today=today)
    held = clock.explain(c)
    at = _standing(c, actor, today, promises=[p.thing for p in promises])
    first, others = case_ways.ways(at)
    context = {
        **head(c, actor, today),
        "next": first,
        "others": others,
        "waits": case_ways.waits(at),
        "urgent": urgent.numbers("\n".join(o.text for o in c.opinions.all())) if c.state in OWED else (),
        "said": case_said.said(c, files),
        "only_met": case_said.only_met(c),
        "letters": case_letters.letters(c, files),
        "story": case_story.story(c, today=today),
        "dates": held,
        "dates_before": [x for x in held if not x.is_current],
        "passing": clock.passing_on(c),
        "still_since": clock.stands_still_since(c),
        "promises": promises,
        "hints": case_hints.of(c, has_files=bool(files)) if c.state in OWED and permissions.ANSWERS(actor, c) else None,
        "competent": at.competent if at.competent and at.competent.pk != c.office_id and c.state in OWED else None,
        "competent_name": at.competent.name_on(today) if at.competent else "",
        "may_join": at.can("gop"),
        "alike": _alike(c, actor, today) if at.can("gop") else [],
        "may_open_contact": may(actor, "opinions.open_contact", c),
        "say": queries.senders_say(c),
    }
    return render(request, "opinions/staff/case.html", context)


def _alike(c: Case, actor: Actor, today: date) -> list[inbox_rows.Row]:
    """Cases that may be about the same thing, nearest first."""
    found = [x.pk for x, _score in similar.similar_to(c, by=actor, today=today)]
    rows = queries.visible_to(actor).filter(pk__in=found).select_related("office", "hamlet", "person").prefetch_related(inbox.NAMES)
    return sorted(inbox_rows.rows(rows, actor=actor, today=today), key=lambda row: found.index(row.case.pk))


def _standing(c: Case, actor: Actor, today: date, *, promises: list[Commitment]) -> case_ways.Standing:
    publication = getattr(c, "publication", None)
    return case_ways.Standing(
        case=c,
        actor=actor,
        today=today,
        competent=competence.office_for(c.topic, c.unit, today=today) if c.state in OWED else None,
        promises=len(promises),
        open_promise=next((p for p in promises if p.state == Promised.OPEN), None),
        pending=queries.pending(c),
        answered=case_letters.replied(c),
        shown=publication is not None and publication.is_shown,
    )


def head(c: Case, actor: Actor, today: date) -> dict[str, Any]:
    """What every page of one case begins with."""
    row = inbox_rows.rows([c], actor=actor, today=today)[0]
    return {"case": c, "row": row, "topic": row.topic, "heading": _heading(c, row), "shape": row.shape}


def _heading(c: Case, row: inbox_rows.Row) -> str:
    """Topic, place and how it begins, so that ten lamps can be told apart; the public title where it has one. A topic that says nothing is
    left out: its own words say more."""
    publication = getattr(c, "publication", None)
    if publication is not None and publication.is_shown and publication.title:
        return str(publication.title)
    about = "" if c.topic == topics.OTHER else ", ".join(part for part in (row.topic, row.hamlet) if part)
    if not about or not row.words:
        return about or Truncator(row.title).chars(HEADING)
    return f"{about}: {Truncator(row.words).chars(HEADING - min(len(about), HEADING // 2))}"


@require_http_methods(["GET", "POST"])
@guarded("opinions.read")
def deed(request: HttpRequest, case: UUID, slug: str) -> HttpResponse:
    """The page of one deed: refused before anything is typed where who or when say no. Whenever it is refused, what was typed stays."""
    if slug not in BY_SLUG:
        raise Http404
    what, actor, now = BY_SLUG[slug], actor_of(request), timezone.now()
    today = timezone.localdate(now)
    c = found_for(actor, case)
    sent = request.method == "POST"
    refusal = _refusal(what, c, actor, sent=sent)
    at = desk.of(request, c, actor, today)
    form = what.form(at)
    if sent and refusal is None and not at.refilled and form.is_valid():
        try:
            what.act(c, form, actor, now)
        except Refusal as refused:
            form.add_error(None, refused.sentence + (f" ({refused.law})" if refused.law else ""))
        else:
            messages.success(request, str(what.done))
            return _onward(actor, c)
    ask_again_for_files(form)
    status = (refusal.status if sent and refusal is not None else 0) or (422 if form.errors else 200)
    return render(request, "opinions/staff/deed.html", _context(c, what, actor, at, form, refusal), status=status)


def _onward(actor: Actor, c: Case) -> HttpResponse:
    """To the case; one that went to where the reader does not look stays there, and they go on with their inbox."""
    if queries.visible_to(actor).filter(pk=c.pk).exists():
        return redirect("opinions:case", c.pk)
    return redirect("opinions:inbox")


def _refusal(what: DeedPage, c: Case, actor: Actor, *, sent: bool) -> Refusal | None:
    """Who, then when. A page that was opened with the right and sent without it keeps what was typed."""
    try:
        require(actor, what.permission, c)
    except Refusal as refused:
        if not sent:
            raise
        return refused
    return what.when(c, actor, timezone.localdate())


def _context(c: Case, what: DeedPage, actor: Actor, at: desk.Desk, form: Form, refusal: Refusal | None) -> dict[str, Any]:
    files = case_rows.files_of(c)
    return {
        **head(c, actor, at.today),
        "title": what.title,
        "deed": what.button or what.title,
        "explain": what.explain,
        "grave": "grave" if what.grave else "",
        "form": form,
        "refusal": refusal,
        "typed": typed(form) if refusal is not None else [],
        "files_lost": bool(at.refilled and at.files),
        "searched": at.searched,
        "found": at.found,
        "hints": case_hints.of(c, has_files=bool(files)) if what.suggests else None,
        "said": case_said.said(c, files),
        "only_met": case_said.only_met(c),
    }


def found_for(actor: Actor, key: UUID) -> Case:
    """The whole of one that the actor may read; any other is not there."""
    c = case_rows.whole(queries.visible_to(actor)).filter(pk=key).first()
    if c is None:
        raise Http404
    return c
