"""Codes for people, on slips of paper: shown once to whoever made them, to be printed several to a page and handed over.

Between the page that makes them and the page that shows them they lie encrypted in the session, and are taken out once.
"""

import json
from uuid import UUID

import segno
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_GET

from gandan.core import codes
from gandan.core.access import actor_of, guarded, require
from gandan.core.secrets import Undecipherable, decrypt, encrypt
from gandan.movement.models import Practice
from gandan.movement.queries.voices import codes_issued
from gandan.movement.web.staff import found, rows

WAITING = "movement-slips"


@require_GET
@guarded("movement.issue_code")
def page(request: HttpRequest, practice: UUID) -> HttpResponse:
    """The picture leads to the page where a code is typed and does not hold the code: a photograph of it gives nothing away."""
    actor = actor_of(request)
    p = found.practice_for(actor, practice)
    require(actor, "movement.issue_code", p)
    address = request.build_absolute_uri(reverse("movement-public:enter_code"))
    by_board, by_owner = codes_issued(p)
    context = {
        "row": rows.row(p, today=timezone.localdate()),
        "slips": [codes.shown(code) for code in take(request, p)],
        "picture": segno.make(address, error="m").svg_inline(scale=4, border=2, light="#ffffff", dark="#14171c"),
        "address": address,
        "by_board": by_board,
        "by_owner": by_owner,
    }
    answer = render(request, "movement/staff/slips.html", context)
    patch_cache_control(answer, private=True, no_store=True)
    return answer


def keep(request: HttpRequest, p: Practice, made: list[str]) -> None:
    """Until the next page; those not shown yet stay."""
    request.session[WAITING] = {**request.session.get(WAITING, {}), str(p.pk): encrypt(json.dumps([*_read(request, p), *made]))}


def take(request: HttpRequest, p: Practice) -> list[str]:
    """The codes, this once."""
    waiting = _read(request, p)
    request.session[WAITING] = {key: kept for key, kept in request.session.get(WAITING, {}).items() if key != str(p.pk)}
    return waiting


def _read(request: HttpRequest, p: Practice) -> list[str]:
    kept = request.session.get(WAITING, {}).get(str(p.pk), "")
    try:
        found_codes: list[str] = json.loads(decrypt(kept)) if kept else []
    except Undecipherable:  # keys were changed meanwhile: the codes are lost, and new ones can be made
        return []
    return found_codes
