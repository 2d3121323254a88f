"""Left out, taken in again, chosen, passed over: each by somebody who does not work for the office that proposes, each with a reason.

The reason is read by the offices of the dossier and goes with it. The event names the nominee by id; nobody outside learns who it is.
"""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from gandan.appraisals import actions as appraisals
from gandan.appraisals.enums import LIVING
from gandan.awards import policies
from gandan.awards.actions.call import appraise
from gandan.awards.actions.checking import look
from gandan.awards.actions.held import held_nominee, step, to_state
from gandan.awards.enums import CallState, NomineeDeed
from gandan.awards.models import Nominee
from gandan.core import events
from gandan.core.access import Actor, refuse_if, require
from gandan.core.events.facts import Fact

LEFT_OUT = "Không đưa vào xét; lý do ở hồ sơ."  # the reason itself goes with the dossier, so it stands there alone


@transaction.atomic
def exclude(nominee: Nominee, *, reason: str, by: Actor, now: datetime) -> Nominee:
    """Not put before the council; if it scores already, it stops."""
    nominee = held_nominee(nominee)
    require(by, "awards.judge", nominee)
    refuse_if(policies.judging.exclude(nominee, why=reason))
    if nominee.appraisal is not None and nominee.appraisal.state in LIVING:
        appraisals.set_aside(nominee.appraisal, reason=LEFT_OUT, by=by, now=now)
    return _judged(nominee, NomineeDeed.EXCLUDE, "excluded", reason, by=by, now=now)


@transaction.atomic
def readmit(nominee: Nominee, *, reason: str, by: Actor, now: datetime, closes_on: date | None = None) -> Nominee:
    """Left out wrongly: back among the others. Where the council has begun, it scores them too, until `closes_on`."""
    nominee = held_nominee(nominee)
    require(by, "awards.judge", nominee)
    refuse_if(policies.judging.readmit(nominee, why=reason, closes_on=closes_on, today=timezone.localdate(now)))
    nominee = _judged(nominee, NomineeDeed.READMIT, "readmitted", reason, by=by, now=now)
    if nominee.nomination.call.state == CallState.COUNCIL and closes_on is not None:
        look(nominee, on=timezone.localdate(now))
        appraise(nominee, closes_on=closes_on, by=by, now=now)
    return nominee


@transaction.atomic
def choose(nominee: Nominee, *, by: Actor, now: datetime, reason: str = "") -> Nominee:
    """The council chose: its points pass. Nobody is chosen by points alone, and nobody without them. What the rules say is looked at anew,
    for somebody may have been given it meanwhile."""
    nominee = held_nominee(nominee)
    require(by, "awards.judge", nominee)
    refuse_if(policies.judging.choose(nominee, why=reason))
    look(nominee, on=timezone.localdate(now))
    return _judged(nominee, NomineeDeed.CHOOSE, "chosen", reason, by=by, now=now)


@transaction.atomic
def pass_over(nominee: Nominee, *, reason: str, by: Actor, now: datetime) -> Nominee:
    """The council did not choose, or takes somebody off the posted list because an objection was right."""
    nominee = held_nominee(nominee)
    require(by, "awards.judge", nominee)
    refuse_if(policies.judging.pass_over(nominee, why=reason))
    return _judged(nominee, NomineeDeed.PASS_OVER, "passed_over", reason, by=by, now=now)


def _judged(nominee: Nominee, deed: NomineeDeed, verb: str, reason: str, *, by: Actor, now: datetime) -> Nominee:
    was = to_state(nominee, deed)
    row = step(nominee, deed, reason, on=timezone.localdate(now))
    facts: dict[str, Fact] = {"call_id": nominee.nomination.call_id, "nomination_id": nominee.nomination_id}
    unit = nominee.nomination.call.unit_id
    events.record(f"awards.nominee_{verb}", nominee, by=by, at=now, unit=unit, was=was, now=nominee.state, facts=facts, binds=[row])
    return nominee
