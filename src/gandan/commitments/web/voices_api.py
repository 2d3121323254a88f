"""REST: the people's word. No token is needed; tries are paced."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja import Router, Status

from gandan.commitments import actions, queries
from gandan.commitments.models import Commitment
from gandan.commitments.web import shown
from gandan.commitments.web.schemas.commitment import CommitmentWhole
from gandan.commitments.web.schemas.voices import ByCodeIn, ObjectionIn
from gandan.commitments.web.voices import OBJECTIONS, TRIES, WINDOW
from gandan.core import pace
from gandan.core.access import Actor, Anyone, Refusal
from gandan.core.rest.auth import bearer, open_to_all
from gandan.core.rest.etags import conditional, held
from gandan.core.rest.idempotency import idempotent
from gandan.core.rest.problems import Problem

router = Router(tags=["commitments"])
SAID: dict[int, Any] = {201: CommitmentWhole, 401: Problem, 403: Problem, 404: Problem, 422: Problem, 429: Problem}


@router.post("/confirm-by-code", auth=open_to_all, response=SAID, summary="Confirm with the code of a slip", operation_id="confirm_by_code")
@idempotent
def confirm_by_code(request: HttpRequest, body: ByCodeIn) -> Status[CommitmentWhole]:
    """The code in any spelling. Two households together make an end, the holder of the code does so alone."""
    _paced(request, "commitments.code", TRIES)
    holder = queries.code_holder(body.code, behind=_behind(request))
    if holder is None:
        raise Refusal(_("Mã này không đúng. Xin xem lại từng nhóm bốn ký tự trên phiếu."), status=422)
    thing = Commitment.objects.get(pk=holder.commitment)
    actions.confirm(thing, by=holder, now=timezone.now())
    return Status(201, shown.whole(thing, Anyone()))


@router.post("/{key}/objections", auth=open_to_all, response=SAID, summary="Say that it is not done", operation_id="object_to_commitment")
@idempotent
@conditional
def object_to(request: HttpRequest, key: UUID, body: ObjectionIn) -> Status[CommitmentWhole]:
    """While it is reported done. The work is open again with the date it had; nothing is kept of who said so."""
    _paced(request, "commitments.object", OBJECTIONS)
    everyone = Anyone()
    with held(request, queries.visible_to(everyone), key, show=lambda row: shown.whole(row, everyone)) as thing:
        actions.object_to(thing, text=body.text, by=everyone, now=timezone.now())
    return Status(201, shown.whole(thing, everyone))


def _behind(request: HttpRequest) -> Actor:
    """Whose token came along: what is said is everyone's to say, but a code in the hands of the unit that owes is not the people's word."""
    token = request.headers.get("Authorization", "").partition(" ")[2].strip()
    return bearer(token, timezone.now()) or Anyone()


def _paced(request: HttpRequest, deed: str, most: int) -> None:
    if not pace.allowed(request, deed, most=most, seconds=WINDOW, now=timezone.now()):
        raise Refusal(_("Từ mạng này đã có quá nhiều lần gửi trong một giờ. Xin thử lại sau."), status=429)
