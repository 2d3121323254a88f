"""Codes between the page that makes them and the page that shows them: encrypted in the session of who made them, and taken out once.

Reloading the page that shows them therefore makes no new code; a second press of the button adds its codes to those not shown yet.
"""

import json

from django.http import HttpRequest

from gandan.commitments.models import Commitment
from gandan.core.secrets import Undecipherable, decrypt, encrypt

WAITING = "commitments-slips"


def keep(request: HttpRequest, c: Commitment, *, kind: str, codes: list[str]) -> None:
    """Until the next page."""
    waiting = [*_read(request, c), *([kind, code] for code in codes)]
    request.session[WAITING] = {**request.session.get(WAITING, {}), str(c.pk): encrypt(json.dumps(waiting))}


def take(request: HttpRequest, c: Commitment) -> list[tuple[str, str]]:
    """Kind and code of each, this once."""
    waiting = _read(request, c)
    request.session[WAITING] = {key: kept for key, kept in request.session.get(WAITING, {}).items() if key != str(c.pk)}
    return [(kind, code) for kind, code in waiting]


def _read(request: HttpRequest, c: Commitment) -> list[list[str]]:
    kept = request.session.get(WAITING, {}).get(str(c.pk), "")
    try:
        found: list[list[str]] = json.loads(decrypt(kept)) if kept else []
    except Undecipherable:  # keys were changed meanwhile: the codes are lost, and new ones can be made
        return []
    return found
