"""Somebody, or a collective, in a dossier: added, told anew, taken out. What is told is sealed before it is written."""

from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from gandan.awards import policies, sealing
from gandan.awards.actions.held import dossier_of, emptied, held_nomination, held_nominee, macs_of, one_line, step, tidy, to_state, unsaid
from gandan.awards.enums import NomineeDeed
from gandan.awards.given import CollectiveGiven, PersonGiven
from gandan.awards.models import Nomination, Nominee
from gandan.core import events
from gandan.core.access import Actor, refuse_if, require
from gandan.core.events.facts import Fact


@transaction.atomic
def add_nominee(
    nomination: Nomination, *, whom: str, person: PersonGiven | CollectiveGiven, by: Actor, now: datetime, ground: str = ""
) -> Nominee:
    """The office proposes one more. The event says that, and nothing of who it is."""
    nomination, today = held_nomination(nomination), timezone.localdate(now)
    require(by, "awards.nominate", nomination)
    given, ground = tidy(person), one_line(ground)
    refuse_if(policies.nomination.add(nomination, whom=whom, given=given, ground=ground, today=today))
    mac, mac_day = macs_of(nomination.call.kind, given)
    refuse_if(policies.nomination.once_in_dossier(nomination, mac=mac, mac_day=mac_day))
    last = nomination.nominees.aggregate(last=Max("position"))["last"] or 0
    made = Nominee(nomination=nomination, whom=whom, ground=ground, position=last + 1, mac=mac, mac_day=mac_day, added_at=now)
    made.key = sealing.new_key()
    made.sealed = sealing.seal(dossier_of(given), key=made.key)
    made.save(force_insert=True)
    facts: dict[str, Fact] = {"call_id": nomination.call_id, "nomination_id": nomination.pk, "whom": whom}
    events.record("awards.nominee_added", made, by=by, at=now, unit=nomination.unit_id, now=made.state, facts=facts, binds=[made])
    return made


@transaction.atomic
def change_nominee(nominee: Nominee, *, person: PersonGiven | CollectiveGiven, by: Actor, now: datetime, ground: str = "") -> Nominee:
    """Told anew, in place of what was told before; as long as the dossier is not handed in."""
    nominee, today = held_nominee(nominee), timezone.localdate(now)
    nomination = nominee.nomination
    require(by, "awards.nominate", nomination)
    refuse_if(policies.nomination.changeable(nomination, today=today) or policies.nomination.named(nominee))
    given, ground = tidy(person), one_line(ground)
    refuse_if(policies.nomination.whom_given(nomination.call, whom=nominee.whom, given=given))
    refuse_if(policies.nomination.told(nomination.call, given=given, ground=ground, today=today))
    mac, mac_day = macs_of(nomination.call.kind, given)
    refuse_if(policies.nomination.once_in_dossier(nomination, mac=mac, mac_day=mac_day, but=nominee))
    nominee.mac, nominee.mac_day, nominee.ground, nominee.key = mac, mac_day, ground, sealing.new_key()
    nominee.sealed = sealing.seal(dossier_of(given), key=nominee.key)
    nominee.save(update_fields=["mac", "mac_day", "ground", "key", "sealed"])
    events.record("awards.nominee_changed", nominee, by=by, at=now, unit=nomination.unit_id, now=nominee.state, binds=[nominee])
    return nominee


@transaction.atomic
def drop_nominee(nominee: Nominee, *, by: Actor, now: datetime) -> Nominee:
    """Taken out by the office that proposed. What was told of them is gone at once; that somebody was taken out stays."""
    nominee, today = held_nominee(nominee), timezone.localdate(now)
    nomination = nominee.nomination
    require(by, "awards.nominate", nomination)
    refuse_if(policies.nomination.changeable(nomination, today=today) or policies.nomination.named(nominee))
    was, gone = to_state(nominee, NomineeDeed.WITHDRAW), unsaid(nominee.steps.all())
    taken = step(nominee, NomineeDeed.WITHDRAW, "", on=today)
    nominee.checks.all().delete()
    binds = [*emptied([nominee]), *gone, taken]
    events.record("awards.nominee_dropped", nominee, by=by, at=now, unit=nomination.unit_id, was=was, now=nominee.state, binds=binds)
    return nominee
