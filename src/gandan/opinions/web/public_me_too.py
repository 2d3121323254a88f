""" "Tôi cũng gặp": one more person under a case, with a code of their own and no list of who they are."""

from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from gandan.core import pace
from gandan.core.access import Anyone, Refusal, public
from gandan.opinions import actions, queries, topics
from gandan.opinions.given import ContactGiven
from gandan.opinions.models import Case, Publication
from gandan.opinions.web import receipt
from gandan.opinions.web.forms.public import JoinForm

JOINS, WINDOW = 60, 3600


@sensitive_post_parameters("place", "name", "phone", "mail", "own_pin", "sheet")
@require_http_methods(["GET", "POST"])
@cache_control(private=True, max_age=0, must_revalidate=True)
@public
def me_too(request: HttpRequest, number: str) -> HttpResponse:
    """From the page of a published case."""
    now = timezone.now()
    shown = queries.published().filter(case__number=number).select_related("case").first()
    if shown is None:
        raise Http404
    form = JoinForm(request.POST or None)
    if request.method == "POST":
        answer, sentence = joined(request, shown.case, now=now, form=form)
        if answer:
            return answer
        if not form.errors:
            form.add_error(None, sentence)
    return _page(request, form, shown, now)


def _page(request: HttpRequest, form: JoinForm, shown: Publication, now: datetime) -> HttpResponse:
    paper = receipt.opened(form.data.get("sheet", "")) if form.is_bound else None
    context = {"form": form, "shown": shown, "topic": topics.name_of(shown.case.topic), "sheet": receipt.sealed(paper or receipt.made(now))}
    return render(request, "opinions/public/me_too.html", context, status=422 if form.errors else 200)


def joined(request: HttpRequest, case: Case, *, now: datetime, form: JoinForm | None = None) -> tuple[HttpResponse | None, str]:
    """The receipt of who joined, or a sentence that says why not. The same form sent twice joins once."""
    form = form or JoinForm(request.POST)
    if not form.is_valid():
        return None, " ".join(str(errors[0]) for errors in form.errors.values())
    typed = form.cleaned_data
    paper = receipt.opened(typed["sheet"]) or receipt.made(now)
    before = queries.of_code(paper.code)
    if before is not None and before.case_id == case.pk:
        return receipt.give(request, paper.code, paper.pin, now=now), ""
    if not pace.allowed(request, "opinions.join", most=JOINS, seconds=WINDOW, now=now):
        return None, _("Từ mạng này đã có nhiều lời gửi trong một giờ. Xin bấm lại sau ít phút; những gì đã ghi còn nguyên.")
    code = receipt.made(now) if before is not None else paper
    try:
        said = actions.join_in(
            case,
            place=typed["place"],
            contact=contact(typed),
            wish=typed["wish"],
            code=code.code,
            pin=typed["own_pin"] or code.pin,
            language=typed["language"] or "vi",
            by=Anyone(),
            now=now,
        )
    except Refusal as refused:
        return None, refused.sentence
    return receipt.give(request, said.code, said.pin, now=now), ""


def contact(typed: dict[str, Any]) -> ContactGiven | None:
    """What was left to be reached by, or nothing."""
    name, phone, mail = (typed[part].strip() for part in ("name", "phone", "mail"))
    return ContactGiven(name=name, phone=phone, mail=mail) or None
