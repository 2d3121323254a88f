"""The page on which somebody's personal data is taken out of what shows a model: which words, with their photographs, and why."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gandan.commitments.web.forms import ErasingForm
from gandan.core.access import Refusal, actor_of, guarded
from gandan.core.text.days import written
from gandan.movement import actions
from gandan.movement.models import Practice, Words
from gandan.movement.web.staff import found


@require_http_methods(["GET", "POST"])
@guarded("movement.erase_words")
def page(request: HttpRequest, practice: UUID) -> HttpResponse:
    """That something was shown, and when, stays; its words and files go. The record keeps who did it and why."""
    actor, now = actor_of(request), timezone.now()
    p = found.practice_for(actor, practice)
    steps = {str(row.pk): (row, label) for row, label in words_of(p)}
    form = ErasingForm(request.POST or None, rows=[(key, label) for key, (_row, label) in steps.items()])
    if request.method == "POST" and form.is_valid():
        try:
            actions.erase_words(steps[form.cleaned_data["row"]][0], reason=form.cleaned_data["reason"], by=actor, now=now)
        except Refusal as refused:
            form.add_error(None, refused.sentence)
        else:
            messages.success(request, _("Đã xoá. Ngày và bước này vẫn còn trên trang của mô hình."))
            return redirect("movement-public:one", p.pk)
    context = {"practice": p, "form": form, "steps": steps, "back": reverse("movement-public:one", args=[p.pk])}
    return render(request, "movement/staff/erase.html", context, status=422 if form.errors else 200)


def words_of(p: Practice) -> Iterator[tuple[Words, str]]:
    """What was said and shown of a model, named so that it is told apart. Words are cited only of what everybody reads: who runs the
    system reads nothing more. The form itself is not here: its office stops the model and registers another."""
    for e in p.evidence.all():
        yield from _one(e, _("Bằng chứng"), e.shows, e.note or e.url)
    for v in p.visits.prefetch_related("findings"):
        yield from _one(v, _("Buổi thăm"), v.visited_on, v.seen)
        for f in v.findings.all():
            yield from _one(f, _("Nhận xét của đoàn thăm"), v.visited_on, f.text)
    for s in p.signs.all():
        yield from _one(s, _("Tin còn hoạt động"), s.given_on, s.note)
    for r in p.reviews.all():
        yield from _one(r, _("Rà soát"), r.given_on, r.reason)
    for a in p.adoption_verdicts.all():
        yield from _one(a, _("Lời của nơi học theo"), a.given_on, a.text)
    for m in p.mentions.all():
        yield from _one(m, _("Câu trong bài viết"), m.told_on, m.quote if m.is_public else "")
    for t in p.steps.all():
        yield from _one(t, _("Lý do ghi"), t.given_on, "")
    for like in p.likenesses.exclude(answer=""):
        yield from _one(like, _("Lời giải thích chỗ giống"), None, "")


def _one(row: Words, name: str, day: date | None, words: str) -> Iterator[tuple[Words, str]]:
    if row.is_erased:
        return
    when = _("%(what)s ngày %(day)s") % {"what": name, "day": written(day)} if day else name
    yield row, f"{when}: {Truncator(words).chars(80)}" if words else when
