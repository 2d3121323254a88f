"""The slips of the codes that were just made, shown this once, to be printed several to a page and handed over."""

from collections.abc import Iterator
from uuid import UUID

import segno
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from gandan.commitments.enums import CodeKind
from gandan.commitments.models import Commitment
from gandan.commitments.web import rows, slips
from gandan.commitments.web.staff import found_for
from gandan.core import codes, events
from gandan.core.access import actor_of, guarded, require


@require_GET
@guarded("commitments.open_desk")
def page(request: HttpRequest, commitment: UUID) -> HttpResponse:
    """The picture leads to the page where a code is typed. It does not hold the code: a photograph of it gives nothing away.

    Opened again it says when codes were made; nobody can see one twice.
    """
    actor = actor_of(request)
    c = found_for(actor, commitment)
    require(actor, "commitments.issue_code", c)
    address = request.build_absolute_uri(reverse("commitments-public:enter_code"))
    made = slips.take(request, c)
    context = {
        "row": rows.row(c, actor=actor, today=timezone.localdate()),
        "slips": [{"for_whom": for_whom(c, kind), "code": codes.shown(code)} for kind, code in made],
        "picture": segno.make(address, error="m").svg_inline(scale=4, border=2, light="#ffffff", dark="#14171c"),
        "address": address,
        "issued": list(_issued(c)),
    }
    answer = render(request, "commitments/staff/slip.html", context)
    patch_cache_control(answer, private=True, no_store=True)
    return answer


def for_whom(c: Commitment, kind: str) -> str:
    """Into whose hand the slip goes: never into those of the unit that owes."""
    if kind == CodeKind.HOUSEHOLD:
        return _("Phiếu của một hộ dân có mặt")
    return _("Phiếu của người được hứa: %(who)s") % {"who": c.beneficiary} if c.beneficiary else _("Phiếu của người được hứa")


def _issued(c: Commitment) -> Iterator[dict[str, object]]:
    """When each code was made and for whom; a holder's older code no longer counts."""
    rows_of = {str(k.pk): k for k in c.codes.all()}
    for event in events.of(c).filter(verb="commitments.code_issued"):
        code = rows_of.get(str(event.facts.get("code_id")))
        if code is not None:
            yield {"at": event.at, "kind": code.get_kind_display(), "replaced": code.replaced_on is not None}
