"""One office learns from another: a model of its own, with an owner and measures of its own, tied to the one it came from."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from gandan.core import events
from gandan.core.access import Actor, refuse_if, require
from gandan.core.events.facts import Fact
from gandan.core.text import nfc, private
from gandan.movement.actions.form import begin
from gandan.movement.actions.held import held
from gandan.movement.models import AdoptionVerdict, Practice
from gandan.movement.policies import adoption as policies
from gandan.movement.queries.family import drive_for, field_for
from gandan.movement.written import Written
from gandan.units.models import Hamlet, Office

LEARNT = ("title", "aim", "way", "output", "upkeep")
"""What an adopter begins with. Place, problem, people, measures and who does what are its own: without them it is not registered."""


@transaction.atomic
def adopt(practice: Practice, *, office: Office, by: Actor, now: datetime, hamlet: Hamlet | None = None) -> Practice:
    """A draft of `office` with nothing in it yet but the way of working; the drive is that of the original where it is open to this unit,
    else the newest that is. The event is that of a form that is begun: it names the model from which this one is learnt."""
    practice = held(practice)  # two who press at once make one draft
    drive = drive_for(practice, office.unit_id, timezone.localdate(now))
    require(by, "movement.adopt", Practice(office=office, hamlet=hamlet, unit_id=office.unit_id, made_in_id=office.unit_id))
    refuse_if(policies.adopt(practice, office=office, hamlet=hamlet, drive=drive))
    assert drive is not None  # noqa: S101  the policy refused it
    learnt = {name: getattr(practice, name) for name in LEARNT}
    field = field_for(practice, drive)
    written = Written(field=field, kind=practice.kind, subject=practice.subject, host=practice.host, **learnt)
    return begin(drive=drive, office=office, written=written, by=by, now=now, hamlet=hamlet, learnt=practice)


@transaction.atomic
def judge_adoption(practice: Practice, *, worked: str, text: str, by: Actor, now: datetime) -> AdoptionVerdict:
    """The owner of the model that was learnt says what became of it here; everybody who looks at the original reads it."""
    practice = held(practice)
    require(by, "movement.judge_adoption", practice)
    text = nfc(text).strip()
    refuse_if(policies.judge_adoption(practice, worked=worked, text=text))
    refuse_if(private.refusal(text))
    row = AdoptionVerdict(practice=practice, worked=worked, text=text, given_on=timezone.localdate(now))
    row.save(force_insert=True)
    facts: dict[str, Fact] = {"verdict_id": row.pk, "worked": worked, "of": practice.adopted_from_id}
    events.record("movement.adoption_judged", practice, by=by, at=now, unit=practice.unit_id, facts=facts, binds=[row])
    return row
