"""A team went and looked: who, when, what was seen, what was found."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gandan.accounts.models import User
from gandan.commitments.web.typed import ask_again_for_files, typed
from gandan.core.access import Refusal, actor_of, guarded, require
from gandan.movement.actions import visits
from gandan.movement.enums import Deed, FindingKind
from gandan.movement.policies.state import possible
from gandan.movement.web.forms.rows import Rows
from gandan.movement.web.forms.visits import FindingRow, VisitForm
from gandan.movement.web.staff import found, picks, rows


@require_http_methods(["GET", "POST"])
@guarded("movement.visit")
def page(request: HttpRequest, practice: UUID) -> HttpResponse:
    """The report of a visit, with as many findings as there were."""
    actor, now = actor_of(request), timezone.now()
    p, today = found.practice_for(actor, practice), timezone.localdate(now)
    require(actor, "movement.visit", p)
    refusal, people = possible(p, Deed.VISIT), picks.team(p, actor, today)
    adding = "them" in request.POST
    me = actor.key.removeprefix("user:")
    if request.method == "POST" and not adding:
        form, lines = VisitForm(request.POST, request.FILES, people=people), Rows(FindingRow, "findings", typed=request.POST)
    elif adding:
        again = {**{name: request.POST.get(name) for name in request.POST}, "members": request.POST.getlist("members")}
        form = VisitForm(initial=again, people=people)
        lines = Rows(FindingRow, "findings", typed=request.POST, check=False, more=1)
    else:
        form = VisitForm(initial={"visited_on": today, "members": [me], "head": me}, people=people)
        lines = Rows(FindingRow, "findings")
    if form.is_bound and refusal is None and form.is_valid() and not lines.wrong:
        said = form.cleaned_data
        team = {str(u.pk): u for u in User.objects.filter(pk__in=said["members"])}
        try:
            visits.record_visit(
                p,
                visited_on=said["visited_on"],
                seen=said["seen"],
                findings=[(FindingKind(row["kind"] or FindingKind.GOOD), row["text"]) for row in lines.cleaned],
                members=[team[key] for key in said["members"] if key in team],
                head=team[said["head"]],
                uploads=said["uploads"],
                by=actor,
                now=now,
            )
        except Refusal as refused:
            form.add_error(None, refused.sentence)
        else:
            messages.success(request, _("Đã ghi buổi thăm."))
            return redirect("movement:one", p.pk)
    ask_again_for_files(form)
    context = {
        "row": rows.row(p, today=today),
        "title": Deed.VISIT.label,
        "explain": _("Người của cơ quan làm mô hình không ở trong đoàn. Trang công khai cho xem điều đoàn thấy và số người đi."),
        "form": form,
        "refusal": refusal,
        "typed": typed(form) if refusal else [],
        "rows_of": lines,
        "rows_title": _("Nhận xét"),
    }
    return render(request, "movement/staff/deed.html", context, status=422 if form.is_bound and (form.errors or lines.wrong) else 200)
