"""REST: the people's word by code. No token is needed; tries are paced."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja import Router, Status

from gandan.core import pace
from gandan.core.access import Refusal
from gandan.core.rest.auth import open_to_all, sent_along
from gandan.core.rest.idempotency import idempotent
from gandan.core.rest.problems import Problem
from gandan.movement import actions
from gandan.movement.web.public_voice import TRIES, WINDOW
from gandan.movement.web.schemas.voice import SpokenOut
from gandan.movement.web.schemas_in import VoiceIn

router = Router(tags=["movement"])
SPOKEN: dict[int, Any] = {201: SpokenOut, 401: Problem, 403: Problem, 422: Problem, 429: Problem}


@router.post("/voices", auth=open_to_all, response=SPOKEN, summary="Say whether a model helps", operation_id="give_model_voice")
@idempotent
def give_voice(request: HttpRequest, body: VoiceIn) -> Status[SpokenOut]:
    """With the code of a slip, once a year; said anew it stands for what was said before. Who works for the model does not speak here, so a
    token that came along is looked at for that alone."""
    now = timezone.now()
    if not pace.allowed(request, "movement.code", most=TRIES, seconds=WINDOW, now=now):
        raise Refusal(_("Từ mạng này đã có quá nhiều lần gửi trong một giờ. Xin thử lại sau."), status=429)
    practice = actions.give_voice(typed=body.code, helps=body.helps, by=sent_along(request), now=now)
    return Status(201, SpokenOut(model=practice.pk, title=practice.title, year=timezone.localdate(now).year, helps=body.helps))
