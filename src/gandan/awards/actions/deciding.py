"""The decision: who was chosen and posted holds it, counted by ground, persons and collectives apart."""

from collections import defaultdict
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from gandan.appraisals import actions as appraisals
from gandan.appraisals.enums import DecisionKind
from gandan.appraisals.models import Decision, Posting
from gandan.awards import policies, queries
from gandan.awards.actions.call import to_state
from gandan.awards.actions.figures import Figures, state
from gandan.awards.actions.held import held
from gandan.awards.actions.held import to_state as move
from gandan.awards.enums import CallDeed, NameSource, NomineeDeed, Whom
from gandan.awards.models import Call, Conferral, Holder, Nominee
from gandan.awards.sealing import opened
from gandan.core import events
from gandan.core.access import Actor, refuse_if, require
from gandan.core.events.facts import Fact
from gandan.core.text.days import written


@transaction.atomic
def decide_call(call: Call, *, number: str, decided_on: date, signed_as: str, by: Actor, now: datetime, signed_by: str = "") -> Call:
    """By a paper with a number, after the posting is over and every objection answered (`appraisals.decide` holds both).

    One conferral for each ground; its holders are the first place in which a name stands outside a sealed dossier. Who was not chosen, left
    out or passed over is counted nowhere.
    """
    call = held(call)
    if call.posting is not None:  # held before it is asked: an answer being given now counts, or waits
        list(Posting.objects.select_for_update().filter(pk=call.posting.pk).values_list("pk"))
    require(by, "awards.decide", call)
    refuse_if(policies.call.decide(call, by=by))
    name, issuer = queries.called(call, on=decided_on)
    chosen = list(
        policies.call.chosen_of(call).select_for_update(of=("self",)).select_related("nomination__made_in").order_by(*queries.ORDER)
    )
    decision = appraisals.decide(
        kind=DecisionKind.COMMEND,
        level=call.kind.level,
        office=call.office,
        number=number,
        title=queries.decision_title(call, name=name),
        decided_on=decided_on,
        signed_as=signed_as,
        signed_by=signed_by,
        postings=[call.posting] if call.posting else [],
        by=by,
        now=now,
        **queries.of_the_centre(call.kind.level, issuer),
    )
    persons = sum(n.whom == Whom.PERSON for n in chosen)
    collectives = len(chosen) - persons
    by_ground: dict[str, list[Nominee]] = defaultdict(list)
    for nominee in chosen:
        by_ground[nominee.ground].append(nominee)
    conferrals, holders = [], []
    for ground, nominees in by_ground.items():
        conferral = _conferral(call, decision, nominees, ground=ground, name=name, issuer=issuer, now=now)
        conferrals.append(conferral)
        holders += [_holder(conferral, nominee, place) for place, nominee in enumerate(nominees, start=1)]
    said = queries.sentence(decision, name=name, persons=persons, collectives=collectives)
    _figures(conferrals, persons, collectives, said, decided_on, call, by=by, now=now)
    call.decision, call.ended_on, call.changed_at = decision, timezone.localdate(now), now
    was = to_state(call, CallDeed.DECIDE)
    call.save(update_fields=["state", "decision", "ended_on", "changed_at"])
    facts: dict[str, Fact] = {
        "decision": decision.pk,
        "decided_on": decided_on,
        "persons": persons,
        "collectives": collectives,
        "grounds": len(by_ground),
    }
    binds = [*conferrals, *holders]
    events.record("awards.call_decided", call, by=by, at=now, unit=call.unit_id, was=was, now=call.state, facts=facts, binds=binds)
    return call


def _conferral(call: Call, decision: Decision, nominees: list[Nominee], *, ground: str, name: str, issuer: str, now: datetime) -> Conferral:
    persons = sum(n.whom == Whom.PERSON for n in nominees)
    made = Conferral(
        source=NameSource.DECISION,
        kind=call.kind,
        name=name,
        by=issuer,
        ground=ground,
        unit=call.unit,
        kept_by=call.unit,
        persons=persons,
        collectives=len(nominees) - persons,
        given_on=decision.decided_on,
        year=call.year,
        decision=decision,
        recorded_at=now,
    )
    made.save(force_insert=True)
    return made


def _holder(conferral: Conferral, nominee: Nominee, place: int) -> Holder:
    dossier = opened(nominee.sealed, key=nominee.key)
    workplace = ", ".join(part for part in (dossier.position, dossier.workplace) if part)
    made = Holder(conferral=conferral, nominee=nominee, whom=nominee.whom, name=dossier.name, workplace=workplace[:300], position=place)
    made.unit, made.mac, made.mac_day = nominee.nomination.made_in, nominee.mac, nominee.mac_day
    made.save(force_insert=True)
    move(nominee, NomineeDeed.CONFER)
    return made


def _figures(
    conferrals: list[Conferral], persons: int, collectives: int, said: str, on: date, call: Call, *, by: Actor, now: datetime
) -> None:
    """One figure of persons and one of collectives for the whole decision, which every ground of it names."""
    title = f"{call.title}, {written(on)}"
    given = Figures(unit=call.unit, kept_by=call.unit, quote=said, on=on, source_title=title, is_public=True)
    made = state(given, persons=persons, collectives=collectives, origin=conferrals[0], counted=True, by=by, now=now)
    for conferral in conferrals:
        conferral.persons_figure, conferral.collectives_figure = made
        conferral.save(update_fields=["persons_figure", "collectives_figure"])
