"""The page on which somebody's personal data is taken out of the words of a step: which words, and why, from a closed list."""

from collections.abc import Iterator
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gandan.commitments import actions
from gandan.commitments.actions import Words
from gandan.commitments.models import Commitment
from gandan.commitments.web import forms, rows
from gandan.commitments.web.staff import found_for
from gandan.core.access import Actor, Refusal, actor_of, guarded, may
from gandan.core.text.days import written


@require_http_methods(["GET", "POST"])
@guarded("commitments.erase_words")
def page(request: HttpRequest, commitment: UUID) -> HttpResponse:
    """That something was said, and when, stays; its words and the files of evidence go. The record keeps who did it and why."""
    actor, now = actor_of(request), timezone.now()
    c = found_for(actor, commitment)
    found = {str(row.pk): (row, label) for row, label in steps(c, actor)}
    choices = [(key, label) for key, (_row, label) in found.items()]
    form = forms.ErasingForm(request.POST if request.method == "POST" else None, rows=choices)
    if request.method == "POST" and form.is_valid():
        try:
            actions.erase_words(found[form.cleaned_data["row"]][0], reason=form.cleaned_data["reason"], by=actor, now=now)
        except Refusal as refused:
            form.add_error(None, refused.sentence)
        else:
            messages.success(request, _("Đã xoá. Ngày và bước này vẫn còn trong diễn biến."))
            return redirect("commitments:one", c.pk)
    context = {
        "row": rows.row(c, actor=actor, today=timezone.localdate(now)),
        "title": _("Xoá thông tin riêng"),
        "deed": _("Xoá lời này"),
        "explain": _(
            "Chỉ xoá thông tin riêng của một người. Lời chê, lời phản đối không phải là lý do để xoá. Xoá rồi không lấy lại được."
        ),
        "grave": "grave",
        "form": form,
        "refusal": None if choices else Refusal(_("Việc này không có lời nào Ông/Bà xoá được.")),
    }
    return render(request, "commitments/staff/deed.html", context, status=422 if form.errors else 200)


def steps(c: Commitment, actor: Actor) -> Iterator[tuple[Words, str]]:
    """Steps whose words the actor may take away, named so that they are told apart. An objection shows its words only to its readers."""
    reads = may(actor, "commitments.read_objections", c)
    for e in c.evidence.all():
        yield from _one(e, actor, _("Bằng chứng ngày %(day)s") % {"day": written(timezone.localdate(e.added_at))}, e.note or e.url)
    for p in c.progress.all():
        yield from _one(p, actor, _("Tiến độ ngày %(day)s") % {"day": written(timezone.localdate(p.noted_at))}, p.note)
    for o in c.objections.all():
        yield from _one(o, actor, _("Lời phản đối ngày %(day)s") % {"day": written(o.objected_on)}, o.text if reads else "")
    for r in c.done_reports.all():
        yield from _one(r, actor, _("Lời báo xong ngày %(day)s") % {"day": written(r.reported_on)}, r.summary)
    withdrawal = getattr(c, "withdrawal", None)
    for x in (*c.extensions.all(), *c.send_backs.all(), *c.handovers.all(), *([withdrawal] if withdrawal else [])):
        if x.reason:
            yield from _one(x, actor, _("Lý do ngày %(day)s") % {"day": written(x.given_on)}, x.reason)


def _one(row: Words, actor: Actor, name: str, words: str) -> Iterator[tuple[Words, str]]:
    if not row.is_erased and may(actor, "commitments.erase_words", row):
        yield row, f"{name}: {Truncator(words).chars(80)}" if words else name
