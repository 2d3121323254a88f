"""Whom the council chose is shown to everybody before anything is decided; a list that is wrong is taken down and judged anew."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from gandan.appraisals import actions as appraisals
from gandan.appraisals.models import Objection
from gandan.awards import policies, queries
from gandan.awards.actions.call import to_state
from gandan.awards.actions.held import held
from gandan.awards.enums import CallDeed
from gandan.awards.models import Call
from gandan.core import events
from gandan.core.access import Actor, refuse_if, require
from gandan.core.events.facts import Fact


@transaction.atomic
def post_call(call: Call, *, by: Actor, now: datetime) -> Call:
    """The list of those chosen is posted for the days of the rule. The posting itself holds no name: they are read from the dossiers
    as long as the list is up (`subjects.py`), so that nothing of whom an objection takes off it stays anywhere."""
    call = held(call)
    require(by, "awards.post", call)
    refuse_if(policies.call.post(call))
    persons, collectives = queries.chosen_counts(call)
    call.posting = appraisals.post(
        subject_type="awards.call",
        subject_id=str(call.pk),
        unit=call.unit,
        office=call.office,
        title=call.title,
        text=queries.posted_words(call, persons=persons, collectives=collectives),
        by=by,
        now=now,
    )
    was = to_state(call, CallDeed.POST)
    call.changed_at = now
    call.save(update_fields=["state", "posting", "changed_at"])
    facts: dict[str, Fact] = {"posting": call.posting.pk, "until": call.posting.until, "persons": persons, "collectives": collectives}
    events.record("awards.call_posted", call, by=by, at=now, unit=call.unit_id, was=was, now=call.state, facts=facts)
    return call


@transaction.atomic
def take_down_call(call: Call, *, reason: str, by: Actor, now: datetime) -> Call:
    """Back to the council: whom it chose stays chosen until it says otherwise, and everything is posted again for the whole time."""
    call = held(call)
    require(by, "awards.take_down", call)
    refuse_if(policies.call.deed(call, CallDeed.TAKE_DOWN) or policies.words.reason(reason) or policies.words.public(reason))
    if call.posting is not None and call.posting.taken_down_on is None:
        appraisals.take_down(call.posting, reason=reason, by=by, now=now)
    was = to_state(call, CallDeed.TAKE_DOWN)
    call.changed_at = now
    call.save(update_fields=["state", "changed_at"])
    facts: dict[str, Fact] = {"posting": call.posting_id}
    events.record("awards.call_taken_down", call, by=by, at=now, unit=call.unit_id, was=was, now=call.state, facts=facts)
    return call


@transaction.atomic
def note_upheld(objection: Objection, *, by: Actor, now: datetime) -> None:
    """An objection to the list, or to one on it, was right. Nobody is struck off by a program: the office is told, the council says with a
    reason what follows, and until then nothing can be decided (`policies.call.decide`). The call is not held: the posting is already, and
    deeds on a call take the call first."""
    call = Call.objects.get(pk=objection.posting.subject_id)
    require(by, "awards.note_upheld", call)
    facts: dict[str, Fact] = {"objection_id": objection.pk, "nominee_id": UUID(objection.about) if objection.about else None}
    events.record("awards.objection_upheld", call, by=by, at=now, unit=call.unit_id, now=call.state, facts=facts)
