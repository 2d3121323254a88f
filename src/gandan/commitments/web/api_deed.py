"""Every deed on a commitment over REST takes `Idempotency-Key` and `If-Match` and answers with the whole of it as it is now."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone

from gandan.commitments import queries
from gandan.commitments.models import Commitment
from gandan.commitments.web import shown
from gandan.commitments.web.schemas.commitment import CommitmentWhole
from gandan.core.access import actor_of
from gandan.core.rest.etags import held
from gandan.core.rest.problems import Problem

DONE: dict[int, Any] = {200: CommitmentWhole, 401: Problem, 403: Problem, 404: Problem, 422: Problem}


def do(request: HttpRequest, key: UUID, deed: Callable[[Commitment, Any], object]) -> CommitmentWhole:
    """The deed on what the owner of the token sees, held meanwhile."""
    actor, now = actor_of(request), timezone.now()
    with held(request, queries.visible_to(actor), key, show=lambda row: shown.whole(row, actor)) as thing:
        deed(thing, {"by": actor, "now": now})
    return shown.whole(thing, actor)
