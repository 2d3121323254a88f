"""A member's cards: what one owes, and one card after the other. A draft is kept, sealed, with the session of whoever writes it: nobody
else's page reads it, nor who reads the table of sessions, and it is gone when the card is handed in."""

import json
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from gandan.appraisals import actions, policies, queries
from gandan.appraisals.enums import Deed
from gandan.appraisals.models import Appraisal
from gandan.appraisals.web.appraisal import describe, found_for, is_late, rows_of
from gandan.appraisals.web.forms.card import CardForm
from gandan.core.access import Actor, Refusal, actor_of, guarded, require
from gandan.core.secrets import Undecipherable, decrypt, encrypt

DRAFTS, MOST_DRAFTS = "appraisals-drafts", 200
PER_PAGE = 25


@require_GET
@guarded("appraisals.open_desk")
def queue(request: HttpRequest) -> HttpResponse:
    """Everything one owes a card to, the most pressing first; `begin` opens the first."""
    actor = actor_of(request)
    found = queries.mine(actor)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("trang"))
    drafts = _sealed(request)  # by card; what each says is not opened here
    rows = rows_of(page.object_list, actor)
    for row in rows:
        row["draft"] = _key(row["appraisal"]) in drafts
    return render(request, "appraisals/staff/queue.html", {"page": page, "rows": rows, "total": page.paginator.count})


@require_http_methods(["GET", "POST"])
@guarded("appraisals.open_desk")
def page(request: HttpRequest, appraisal: UUID) -> HttpResponse:
    """One card. "Cộng, lưu nháp" counts and keeps; "Nộp phiếu" hands in and opens the next."""
    actor, now = actor_of(request), timezone.now()
    row = found_for(actor, appraisal)
    require(actor, "appraisals.hand_in", row)
    if not queries.mine(actor).filter(pk=row.pk).exists():
        return _not_owed(request, row, actor)
    drafting = request.method == "POST" and "draft" in request.POST
    criteria = list(row.sheet.criteria.all())
    kept = _opened(_sealed(request).get(_key(row)))
    form = (
        CardForm(request.POST, criteria=criteria, draft=drafting) if request.method == "POST" else CardForm(initial=kept, criteria=criteria)
    )
    if request.method == "POST":
        _keep(request, row, form)
        if form.is_valid() and not drafting:
            try:
                actions.hand_in(row, marks=form.marks, reason=form.cleaned_data["reason"], by=actor, now=now)
            except Refusal as refused:
                form.add_error(None, refused.sentence)
            else:
                return _handed_in(request, row, actor)
    ids = list(queries.mine(actor).values_list("pk", flat=True))
    place = ids.index(row.pk)
    context = {
        "appraisal": row,
        "subject": describe(row, actor),
        "form": form,
        "lines": form.rows(),
        "total": form.total(),
        "most": form.most(),
        "drafted": drafting and not form.errors,
        "place": place + 1,
        "owed": len(ids),
        "next": ids[(place + 1) % len(ids)] if len(ids) > 1 else None,
        "before": ids[place - 1] if len(ids) > 1 else None,
        "late": is_late(row),
        "first_cards": queries.cards_shown(row, actor) if row.round > 1 else None,
    }
    return render(request, "appraisals/staff/card.html", context, status=422 if form.errors else 200)


@require_POST
@guarded("appraisals.hand_in")
def draft(request: HttpRequest, appraisal: UUID) -> HttpResponse:
    """Keeps what is typed, for the script that sends it while somebody writes; nothing is answered."""
    actor = actor_of(request)
    row = found_for(actor, appraisal)
    if not queries.mine(actor).filter(pk=row.pk).exists():
        raise Http404
    _keep(request, row, CardForm(request.POST, criteria=list(row.sheet.criteria.all()), draft=True))
    return HttpResponse(status=204)


@require_http_methods(["GET", "POST"])
@guarded("appraisals.open_desk")
def own(request: HttpRequest, appraisal: UUID) -> HttpResponse:
    """What the owning office gives itself, line by line with its reasons, as often as it wants until the council begins."""
    actor, now = actor_of(request), timezone.now()
    row = found_for(actor, appraisal)
    require(actor, "appraisals.score_self", row)
    refusal = policies.opening.possible(row, Deed.SCORE_SELF)
    initial: dict[str, Any] = {}
    for mark in row.own_marks.all():
        initial |= {f"d-{mark.criterion_id}": mark.points, f"l-{mark.criterion_id}": mark.reason}
    form = CardForm(request.POST if request.method == "POST" else None, initial=initial, criteria=list(row.sheet.criteria.all()), own=True)
    if request.method == "POST" and refusal is None and "draft" not in request.POST and form.is_valid():
        try:
            actions.score_self(row, marks=form.own_marks, by=actor, now=now)
        except Refusal as refused:
            form.add_error(None, refused.sentence)
        else:
            messages.success(request, _("Đã ghi điểm tự chấm. Sửa được đến khi hội đồng bắt đầu chấm."))
            return redirect("appraisals:one", row.pk)
    context = {
        "appraisal": row,
        "subject": describe(row, actor),
        "form": form,
        "lines": form.rows(),
        "total": form.total(),
        "most": form.most(),
        "refusal": refusal,
    }
    return render(request, "appraisals/staff/own.html", context, status=422 if form.is_bound and form.errors else 200)


def _key(row: Any) -> str:
    return f"{row.pk}-{row.round}"


def _keep(request: HttpRequest, row: Appraisal, form: CardForm) -> None:
    """The newest drafts stay; of more than so many at once the oldest goes."""
    drafts = _sealed(request)
    drafts.pop(_key(row), None)
    drafts[_key(row)] = encrypt(json.dumps(form.typed(request.POST)))
    request.session[DRAFTS] = dict(list(drafts.items())[-MOST_DRAFTS:])


def _sealed(request: HttpRequest) -> dict[str, str]:
    """The drafts of this session. What lies there in the open, from before drafts were sealed, goes as soon as anything reads them."""
    kept = request.session.get(DRAFTS, {})
    sealed = {card: token for card, token in kept.items() if isinstance(token, str)}
    if len(sealed) < len(kept):
        request.session[DRAFTS] = sealed
    return sealed


def _opened(token: object) -> dict[str, str]:
    """What was typed; nothing out of what no key opens any more."""
    try:
        found = json.loads(decrypt(token)) if isinstance(token, str) else {}
    except Undecipherable:
        return {}
    return {str(name): str(value) for name, value in found.items()}


def _handed_in(request: HttpRequest, row: Appraisal, actor: Actor) -> HttpResponse:
    drafts = request.session.get(DRAFTS, {})
    if drafts.pop(_key(row), None) is not None:
        request.session[DRAFTS] = drafts
    rest = list(queries.mine(actor).values_list("pk", flat=True))
    if not rest:
        messages.success(request, _("Đã nộp phiếu. Ông/Bà không còn phiếu nào phải chấm."))
        return redirect("appraisals:queue")
    left = ngettext(
        "Đã nộp phiếu. Còn %(n)s hồ sơ; đây là hồ sơ tiếp theo.", "Đã nộp phiếu. Còn %(n)s hồ sơ; đây là hồ sơ tiếp theo.", len(rest)
    )
    messages.success(request, left % {"n": len(rest)})
    wanted = request.POST.get("next", "")
    following = next((pk for pk in rest if str(pk) == wanted), rest[0])
    return redirect("appraisals:card", following)


def _not_owed(request: HttpRequest, row: Appraisal, actor: Actor) -> HttpResponse:
    """Handed in already, tied, or not being scored: the page says so and keeps what was typed."""
    text = request.POST.get("reason", "") if request.method == "POST" else ""
    context = {"appraisal": row, "subject": describe(row, actor), "typed": text, "url": reverse("appraisals:one", args=[row.pk])}
    return render(request, "appraisals/staff/card_gone.html", context, status=409 if request.method == "POST" else 200)
