"""Making a question and its answer public: what would find a private person is covered in a proposal, a person reads it and answers for it.

The original stands beside it, with what was covered marked. Nothing goes out unread: the box is ticked each time, and what is still
private is refused by the deed itself.
"""

import re
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from gandan.core.access import Actor, Refusal, actor_of, guarded, require
from gandan.opinions import actions, policies, queries, topics
from gandan.opinions.calc.masking import Proposed, propose
from gandan.opinions.enums import Deed
from gandan.opinions.models import Answer, Case, Opinion, Publication
from gandan.opinions.policies.words import LONGEST

FIRST_SENTENCE = re.compile(r".+?(?:[.!?](?=\s|$)|$)")
TITLE = 90  # letters of a proposed title
MOST_OPINIONS = 5  # of a case that many joined, so many are proposed; the officer sums them up


class PublishForm(forms.Form):
    """What everybody will read."""

    title = forms.CharField(
        label=gettext_lazy("Tiêu đề"), max_length=LONGEST["title"], help_text=gettext_lazy("Việc gì, ở đâu; không tên người.")
    )
    question = forms.CharField(label=gettext_lazy("Người dân hỏi"), max_length=LONGEST["question"], widget=forms.Textarea({"rows": 9}))
    answer = forms.CharField(label=gettext_lazy("Cơ quan trả lời"), max_length=LONGEST["answer"], widget=forms.Textarea({"rows": 9}))
    is_read = forms.BooleanField(
        label=gettext_lazy("Tôi đã đọc từng câu. Không còn chữ nào giúp người ngoài nhận ra một người dân."),
        error_messages={
            "required": gettext_lazy("Xin đọc lại rồi đánh dấu vào ô này. Máy chỉ gợi ý, người đọc mới biết còn sót hay không.")
        },
    )


class ReasonForm(forms.Form):
    """Why it is no longer shown."""

    reason = forms.CharField(
        label=gettext_lazy("Lý do"),
        max_length=LONGEST["reason"],
        widget=forms.Textarea({"rows": 3}),
        help_text=gettext_lazy("Ít nhất 10 ký tự. Người gửi đọc được lý do này."),
    )


@require_http_methods(["GET", "POST"])
@guarded("opinions.publish")
def publish(request: HttpRequest, case: UUID) -> HttpResponse:
    """The proposal beside the original; published once, the same page changes what stands there."""
    actor, now = actor_of(request), timezone.now()
    found = _found(actor, case)
    require(actor, "opinions.publish", found)
    standing = Publication.objects.filter(case=found).first()
    question, answer = _said(found), _answered(found)
    form = PublishForm(request.POST) if request.method == "POST" else PublishForm(initial=_first(found, standing, question, answer))
    refusal = _refused(found)
    if request.method == "POST" and refusal is None and form.is_valid():
        typed = form.cleaned_data
        try:
            actions.publish(found, title=typed["title"], question=typed["question"], answer=typed["answer"], by=actor, now=now)
        except Refusal as refused:
            form.add_error(None, refused.sentence)
        else:
            messages.success(request, _("Đã công khai. Ai cũng đọc được câu hỏi và câu trả lời này."))
            return redirect("opinions:case", found.pk)
    context = {
        "case": found,
        "topic": topics.name_of(found.topic),
        "form": form,
        "refusal": refusal,
        "standing": standing,
        "question": question,
        "answer": answer,
        "many": found.senders,
    }
    return render(request, "opinions/staff/publish/page.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@guarded("opinions.unpublish")
def unpublish(request: HttpRequest, case: UUID) -> HttpResponse:
    """Take it back, with a reason; number and event stay."""
    actor = actor_of(request)
    found = _found(actor, case)
    require(actor, "opinions.unpublish", found)
    standing = get_object_or_404(Publication, case=found, is_shown=True)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.unpublish(found, reason=form.cleaned_data["reason"], by=actor, now=timezone.now())
        except Refusal as refused:
            form.add_error("reason", refused.sentence)
        else:
            messages.success(request, _("Đã thôi công khai. Trang công khai không còn câu hỏi và câu trả lời này."))
            return redirect("opinions:case", found.pk)
    context = {
        "case": found,
        "topic": topics.name_of(found.topic),
        "form": form,
        "standing": standing,
        "back": reverse("opinions:case", args=[found.pk]),
    }
    return render(request, "opinions/staff/publish/unpublish.html", context, status=422 if form.errors else 200)


def _found(actor: Actor, key: UUID) -> Case:
    rows: QuerySet[Case] = queries.visible_to(actor).select_related("office", "unit", "hamlet")
    return get_object_or_404(rows, pk=key)


def _refused(case: Case) -> Refusal | None:
    """Asked before anything is typed: the state, and that it is no complaint."""
    return policies.possible(case, Deed.PUBLISH) or policies.publishable(case)


def _first(case: Case, standing: Publication | None, question: Proposed, answer: Proposed) -> dict[str, Any]:
    """What stands in the form at first: what is public already, else the proposal."""
    if standing is not None and not standing.is_erased:
        return {"title": standing.title, "question": standing.question, "answer": standing.answer}
    where = str(case.hamlet) if case.hamlet else ""
    title = _title(case, where, question.text)
    return {"title": title, "question": question.text[: LONGEST["question"]], "answer": answer.text[: LONGEST["answer"]]}


def _title(case: Case, where: str, question: str) -> str:
    """From the proposed question, so with what is private covered: ten lamps are told apart. Where nothing was said, topic and place."""
    first = FIRST_SENTENCE.match(" ".join(question.split()))
    said = Truncator(first.group().rstrip(".!? ")).chars(TITLE) if first else topics.name_of(case.topic)
    return f"{said}, {where}" if where and where.lower() not in said.lower() else said


def _said(case: Case) -> Proposed:
    """The words of those who spoke, the first of them; who only joined said nothing."""
    said = Opinion.objects.filter(case=case).exclude(text="").order_by("said_at", "pk").values_list("text", flat=True)
    return propose("\n\n".join(said[:MOST_OPINIONS]))


def _answered(case: Case) -> Proposed:
    """The answers of this round, partial ones first said."""
    given = Answer.objects.filter(case=case).exclude(text="").order_by("given_at", "pk")
    texts = [a.text for a in given if a.round == case.round] or [a.text for a in given][-1:]
    return propose("\n\n".join(texts))
