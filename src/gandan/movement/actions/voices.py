"""People's word by code: who hands codes out, and what somebody who holds one says."""

from datetime import datetime
from uuid import uuid4

from django.db import transaction
from django.utils import timezone

from gandan.core import codes, events
from gandan.core.access import Actor, Anyone, refuse_if, require
from gandan.core.events.facts import Fact
from gandan.movement import hands
from gandan.movement.models import Practice, Voice, VoiceCode
from gandan.movement.policies import voices as policies
from gandan.movement.queries.voices import PURPOSE, code_of


@transaction.atomic
def issue_code(practice: Practice, *, by: Actor, now: datetime) -> str:
    """A code for the hand of somebody whom the model serves, returned this once. The record says whether the supervision board handed it
    out: the owner could type its own slips, so the two are counted apart for ever."""
    practice = Practice.objects.select_for_update().get(pk=practice.pk)
    require(by, "movement.issue_code", practice)
    refuse_if(policies.issue_code(practice, issued=practice.codes.count()))
    code, by_board = codes.new(), hands.supervises(by, practice)
    row = VoiceCode.objects.create(
        practice=practice, digest=codes.digest(code, purpose=PURPOSE), by_board=by_board, issued_on=timezone.localdate(now)
    )
    facts: dict[str, Fact] = {"code_id": row.pk, "by_board": by_board}
    events.record("movement.code_issued", practice, by=by, at=now, unit=practice.unit_id, facts=facts)
    return code


@transaction.atomic
def give_voice(*, typed: str, helps: str, by: Actor, now: datetime) -> Practice:
    """What the holder of a code says of the model this year; said anew it stands for what was said before. Returns the model.

    `by` is whoever is signed in meanwhile, or nobody. The event has neither the code nor the answer nor an actor: few people hold a code
    and the office knows to whom it gave one, so nothing may tie an hour to a voice. For the same reason the row's id tells no time.
    """
    code = code_of(typed)
    refuse_if(policies.known(code))
    assert code is not None  # noqa: S101  `known` refused it
    practice = Practice.objects.select_for_update().get(pk=code.practice_id)
    require(by, "movement.give_voice", practice)
    refuse_if(policies.give_voice(practice, code, helps=helps, by=by))
    year = timezone.localdate(now).year
    Voice.objects.update_or_create(
        code=code, year=year, defaults={"practice": practice, "helps": helps}, create_defaults=_new(practice, helps)
    )
    events.record("movement.voice_given", practice, by=Anyone(), at=now, unit=practice.unit_id, facts={"year": year})
    return practice


def _new(practice: Practice, helps: str) -> dict[str, object]:
    return {"id": uuid4(), "practice": practice, "helps": helps}
