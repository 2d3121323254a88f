"""The list of certificates of a decision: who holds which number. A running row is proposed, and everything can be typed over."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gandan.awards import actions, queries
from gandan.awards.policies.roll import LONGEST_CERTIFICATE
from gandan.awards.web import doing
from gandan.awards.web.call_page import call_for
from gandan.core.access import Refusal, actor_of, guarded, may

MOST_FIRST = 999_999


@require_http_methods(["GET", "POST"])
@guarded("awards.number_certificates")
def page(request: HttpRequest, call: UUID) -> HttpResponse:
    """Numbers as they stand on paper. What is left empty stays without a number."""
    actor, now = actor_of(request), timezone.now()
    found = call_for(actor, call)
    if found.decision_id is None or not may(actor, "awards.number_certificates", found):
        raise Http404
    holders = list(queries.of_call(found))
    wrong = ""
    values = {h.pk: h.certificate for h in holders}
    if request.method == "POST":
        values = {h.pk: " ".join(request.POST.get(f"so-{h.pk}", "").split())[: LONGEST_CERTIFICATE + 1] for h in holders}
        changed = {h.pk: values[h.pk] for h in holders if values[h.pk] and values[h.pk] != h.certificate}
        try:
            if changed:
                actions.give_certificate_numbers(found, numbers=changed, by=actor, now=now)
        except Refusal as refused:
            wrong = doing.sentence(refused)
        else:
            messages.success(request, _("Đã ghi số giấy chứng nhận.") if changed else _("Không có số nào thay đổi."))
            return redirect("awards:call", found.pk)
    elif first := _first(request):
        values |= queries.numbered(found, first=first, tail=_tail(request))
    context = {
        "call": found,
        "rows": [{"holder": h, "value": values[h.pk], "name": f"so-{h.pk}"} for h in holders],
        "longest": LONGEST_CERTIFICATE,
        "wrong": wrong,
        "tail": _tail(request),
        "first": _first(request) or "",
        "back": reverse("awards:call", args=[found.pk]),
    }
    return render(request, "awards/staff/certificates.html", context, status=422 if wrong else 200)


def _first(request: HttpRequest) -> int:
    said = request.GET.get("tu", "")
    return min(int(said), MOST_FIRST) if said.isascii() and said.isdigit() and len(said) <= 6 else 0


def _tail(request: HttpRequest) -> str:
    return "".join(c for c in request.GET.get("duoi", "") if c.isprintable()).strip()[:20]
