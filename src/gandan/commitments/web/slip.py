"""A code, shown this once, on a slip that can be printed and handed over."""

import segno
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_cache_control

from gandan.commitments.enums import CodeKind
from gandan.commitments.models import Commitment
from gandan.commitments.web import rows
from gandan.core import codes
from gandan.core.access import actor_of


def shown(request: HttpRequest, c: Commitment, *, kind: str, code: str) -> HttpResponse:
    """The picture leads to the page where a code is typed. It does not hold the code: a photograph of it gives nothing away."""
    address = request.build_absolute_uri(reverse("commitments-public:enter_code"))
    picture = segno.make(address, error="m").svg_inline(scale=4, border=2, light="#ffffff", dark="#14171c")
    context = {
        "row": rows.row(c, actor=actor_of(request), today=timezone.localdate()),
        "kind": CodeKind(kind).label,
        "code": codes.shown(code),
        "picture": picture,
        "address": address,
    }
    answer = render(request, "commitments/staff/slip.html", context)
    patch_cache_control(answer, private=True, no_store=True)
    return answer
