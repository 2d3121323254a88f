"""What the own office posted, and the objections it hears and answers."""

from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import F
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from gandan.appraisals import actions, postings, queries
from gandan.appraisals.models import Objection, Posting
from gandan.appraisals.policies import postings as policies
from gandan.appraisals.web.deed import Page, perform
from gandan.appraisals.web.forms.staff import AnswerForm, ReasonForm
from gandan.appraisals.web.public import rows_of
from gandan.core.access import Actor, Refusal, actor_of, guarded, may, require

PER_PAGE = 25
WORDS = "x" * 20


@require_GET
@guarded("appraisals.open_desk")
def index(request: HttpRequest) -> HttpResponse:
    """Postings whose objections one hears; those with an open objection first."""
    actor = actor_of(request)
    rows = queries.counted(queries.heard_by(actor)).select_related("office", "unit").prefetch_related("office__names")
    page = Paginator(rows.order_by(F("objected_open").desc(), "-until", "-pk"), PER_PAGE).get_page(request.GET.get("trang"))
    return render(request, "appraisals/staff/postings.html", {"page": page, "rows": rows_of(page.object_list)})


@require_GET
@guarded("appraisals.open_desk")
def one(request: HttpRequest, posting: UUID) -> HttpResponse:
    """One posting with the words of what was objected."""
    actor = actor_of(request)
    row = _found(actor, posting)
    about = postings.about(row, actor, on=timezone.localdate())
    objections = list(row.objections.all())
    for objection in objections:
        objection.posting = row
    context = {
        "posting": row,
        "row": rows_of([row])[0],
        "objections": [
            {"objection": o, "about": about.get(o.about, ""), "may": o.state == "open" and may(actor, "appraisals.answer_objection", o)}
            for o in objections
        ],
        "may_take_down": may(actor, "appraisals.take_down", row) and _taking_down(row, actor) is None,
    }
    return render(request, "appraisals/staff/posting.html", context)


@require_http_methods(["GET", "POST"])
@guarded("appraisals.open_desk")
def take_down(request: HttpRequest, posting: UUID) -> HttpResponse:
    """Ended before its time, for a reason everybody reads."""
    actor, now = actor_of(request), timezone.now()
    row = _found(actor, posting)
    require(actor, "appraisals.take_down", row)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    page = _page(row, _("Gỡ bản niêm yết"), _("Gỡ"), _("Đã gỡ bản niêm yết. Lý do hiện trên trang công khai."), grave=True)
    refusal = _taking_down(row, actor)
    return perform(
        request, page, form, lambda: actions.take_down(row, reason=form.cleaned_data["reason"], by=actor, now=now), refusal=refusal
    )


@require_http_methods(["GET", "POST"])
@guarded("appraisals.open_desk")
def answer(request: HttpRequest, objection: UUID) -> HttpResponse:
    """Whether there is something in it, in words its writer reads."""
    actor, now = actor_of(request), timezone.now()
    rows = Objection.objects.filter(posting__in=queries.heard_by(actor)).select_related("posting__office", "posting__unit")
    row = rows.filter(pk=objection).first()
    if row is None:
        raise Http404
    require(actor, "appraisals.answer_objection", row)
    form = AnswerForm(request.POST if request.method == "POST" else None)
    page = _page(row.posting, _("Trả lời phản đối"), _("Gửi trả lời"), _("Đã trả lời. Người giữ mã đọc được ngay."), said=row.text)
    refusal = policies.answer_objection(row, reply=WORDS, by=actor, today=timezone.localdate(now))

    def act() -> object:
        given = form.cleaned_data
        return actions.answer_objection(row, is_upheld=given["is_upheld"] == "1", reply=given["reply"], by=actor, now=now)

    return perform(request, page, form, act, refusal=refusal)


def _taking_down(posting: Posting, actor: Actor) -> Refusal | None:
    """What the deed would say to this reader today."""
    return policies.take_down(posting, reason=WORDS, by=actor, today=timezone.localdate())


def _page(posting: Posting, title: str, button: str, done: str, *, grave: bool = False, said: str = "") -> Page:
    back = reverse("appraisals:posting", args=[posting.pk])
    crumbs = ((reverse("appraisals:postings"), _("Niêm yết")), (back, posting.title))
    return Page(title=title, button=button, about=posting.title, back=back, done=done, grave=grave, crumbs=crumbs, quoted=said)


def _found(actor: Actor, key: UUID) -> Posting:
    rows = queries.counted(queries.heard_by(actor)).select_related("office", "unit").prefetch_related("office__names", "objections")
    row = rows.filter(pk=key).first()
    if row is None:
        raise Http404
    return row
