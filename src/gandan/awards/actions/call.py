"""A call: planned, opened, its intake ended, handed to a council, cancelled."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from gandan.appraisals import actions as appraisals
from gandan.appraisals.enums import LIVING
from gandan.appraisals.models import Appraisal, Council
from gandan.awards import policies, queries
from gandan.awards.actions.checking import look
from gandan.awards.actions.held import cleaned, held, one_line, standing
from gandan.awards.enums import CALL_NEXT, CallDeed, CallState, NominationState, NomineeState
from gandan.awards.given import QuotaGiven
from gandan.awards.models import AwardKind, Call, Nominee, Quota
from gandan.core import events
from gandan.core.access import Actor, refuse_if, require
from gandan.core.events.facts import Fact
from gandan.units.models import Office


@transaction.atomic
def plan_call(
    *,
    kind: AwardKind,
    office: Office,
    title: str,
    year: int,
    opens_on: date,
    closes_on: date,
    sheet_code: str,
    by: Actor,
    now: datetime,
    quotas: Sequence[QuotaGiven] = (),
    grounds: Sequence[str] = (),
) -> Call:
    """An office prepares a round. Nobody but it sees the round before it is opened."""
    office = standing(office)
    require(by, "awards.plan", office)
    lines = [one_line(g) for g in grounds if g.strip()]
    refuse_if(
        policies.call.plan(
            kind=kind,
            office=office,
            words=title,
            year=year,
            opens_on=opens_on,
            closes_on=closes_on,
            sheet_code=sheet_code,
            today=timezone.localdate(now),
        )
    )
    refuse_if(policies.call.grounds(lines) or policies.call.quotas(quotas, kind))
    call = Call(kind=kind, unit_id=office.unit_id, office=office, title=one_line(title), year=year, opens_on=opens_on, closes_on=closes_on)
    call.sheet_code, call.grounds, call.changed_at = sheet_code.strip(), lines, now
    call.save(force_insert=True)
    _quotas(call, quotas)
    facts: dict[str, Fact] = {"kind": kind.code, "year": year, "opens_on": opens_on, "closes_on": closes_on, "quotas": len(quotas)}
    events.record("awards.call_planned", call, by=by, at=now, unit=call.unit_id, now=call.state, facts=facts, binds=[call])
    return call


@transaction.atomic
def change_call(
    call: Call,
    *,
    title: str,
    year: int,
    opens_on: date,
    closes_on: date,
    sheet_code: str,
    by: Actor,
    now: datetime,
    quotas: Sequence[QuotaGiven] = (),
    grounds: Sequence[str] = (),
) -> Call:
    """As long as it is prepared. Once open, whoever gathers papers relies on what was announced."""
    call = held(call)
    require(by, "awards.change_call", call)
    lines, today = [one_line(g) for g in grounds if g.strip()], timezone.localdate(now)
    refuse_if(policies.call.change(call))
    refuse_if(
        policies.call.plan(
            kind=call.kind,
            office=call.office,
            words=title,
            year=year,
            opens_on=opens_on,
            closes_on=closes_on,
            sheet_code=sheet_code,
            today=today,
        )
    )
    refuse_if(policies.call.grounds(lines) or policies.call.quotas(quotas, call.kind))
    call.title, call.year, call.opens_on, call.closes_on = one_line(title), year, opens_on, closes_on
    call.sheet_code, call.grounds = sheet_code.strip(), lines
    _keep(call, "title", "year", "opens_on", "closes_on", "sheet_code", "grounds", now=now)
    call.quotas.all().delete()
    _quotas(call, quotas)
    facts: dict[str, Fact] = {"year": year, "opens_on": opens_on, "closes_on": closes_on, "quotas": len(quotas)}
    events.record("awards.call_changed", call, by=by, at=now, unit=call.unit_id, now=call.state, facts=facts, binds=[call])
    return call


@transaction.atomic
def open_call(call: Call, *, by: Actor, now: datetime) -> Call:
    """Dossiers are taken from now on, and judged by the conditions that hold today."""
    call, today = held(call), timezone.localdate(now)
    require(by, "awards.open_call", call)
    rules = queries.eligibility(call.kind, on=today)
    refuse_if(policies.call.open_call(call, sheet=queries.sheet_of(call, on=today), has_rules=rules is not None, today=today))
    call.eligibility = rules
    was = to_state(call, CallDeed.OPEN)
    _keep(call, "state", "eligibility", now=now)
    facts: dict[str, Fact] = {"closes_on": call.closes_on, "eligibility_id": call.eligibility_id}
    events.record("awards.call_opened", call, by=by, at=now, unit=call.unit_id, was=was, now=call.state, facts=facts)
    return call


@transaction.atomic
def end_intake(call: Call, *, by: Actor, now: datetime) -> Call:
    """No dossier is taken any more: by the office after the last day, by the clock some days later. Returned ones may still be mended."""
    call, today = held(call), timezone.localdate(now)
    require(by, "awards.end_intake", call)
    refuse_if(policies.call.end_intake(call, today=today))
    call.intake_ended_on = today
    _keep(call, "intake_ended_on", now=now)
    facts: dict[str, Fact] = {"dossiers": call.nominations.filter(state=NominationState.SUBMITTED).count()}
    events.record("awards.intake_ended", call, by=by, at=now, unit=call.unit_id, now=call.state, facts=facts)
    return call


def end_intakes(*, by: Actor, now: datetime) -> int:
    """Every morning: calls whose last day, and the grace after it, is over; each in a deed of its own. Returns how many."""
    require(by, "awards.end_intake")
    found = list(queries.past_grace(today=timezone.localdate(now)))
    for call in found:
        end_intake(call, by=by, now=now)
    return len(found)


@transaction.atomic
def close_call(call: Call, *, council: Council, closes_on: date, by: Actor, now: datetime) -> Call:
    """The council begins: what the rules say is looked at anew, and each nominee who was not left out is scored, one appraisal each.

    `closes_on` is the last day for the members' cards. There is no self-scoring: the dossier is the proposing office's word.
    """
    call, today = held(call), timezone.localdate(now)
    require(by, "awards.close_call", call)
    sheet = queries.sheet_of(call, on=today)
    rows = Nominee.objects.select_for_update(of=("self",)).select_related("nomination__unit", "nomination__office", "nomination__made_in")
    admitted = list(
        rows.filter(nomination__call=call, nomination__state=NominationState.SUBMITTED, state=NomineeState.PROPOSED).order_by("pk")
    )
    refuse_if(policies.call.close(call, council=council, admitted=len(admitted), sheet=sheet, closes_on=closes_on, today=today))
    was = to_state(call, CallDeed.CLOSE)
    call.council, call.intake_ended_on = council, call.intake_ended_on or today
    _keep(call, "state", "council", "intake_ended_on", now=now)
    for nominee in admitted:
        nominee.nomination.call = call
        look(nominee, on=today)
        appraise(nominee, closes_on=closes_on, by=by, now=now)
    facts: dict[str, Fact] = {"council": council.pk, "nominees": len(admitted), "closes_on": closes_on}
    events.record("awards.call_closed", call, by=by, at=now, unit=call.unit_id, was=was, now=call.state, facts=facts)
    return call


def appraise(nominee: Nominee, *, closes_on: date, by: Actor, now: datetime) -> Appraisal:
    """Part of a deed: one nominee before the council of the call, scored from the first day on."""
    nomination = nominee.nomination
    sheet = queries.sheet_of(nomination.call, on=timezone.localdate(now))
    if nomination.call.council is None or sheet is None:
        raise ValueError("who calls this has asked for a council and a sheet")
    made = appraisals.open_appraisal(
        subject_type="awards.nominee",
        subject_id=str(nominee.pk),
        unit=nomination.unit,
        owner_office=nomination.office,
        council=nomination.call.council,
        sheet=sheet,
        closes_on=closes_on,
        by=by,
        now=now,
    )
    nominee.appraisal = made
    nominee.save(update_fields=["appraisal"])
    appraisals.begin(made, by=by, now=now)
    return made


@transaction.atomic
def cancel_call(call: Call, *, reason: str, by: Actor, now: datetime) -> Call:
    """It ends without a result; a posted list is taken down, what is being scored is set aside. Dossiers go by the retention rule."""
    call = held(call)
    require(by, "awards.cancel_call", call)
    refuse_if(policies.call.deed(call, CallDeed.CANCEL) or policies.words.reason(reason))
    refuse_if(policies.words.public(reason))
    if call.state == CallState.POSTED and call.posting is not None and call.posting.taken_down_on is None:
        appraisals.take_down(call.posting, reason=reason, by=by, now=now)
    for appraisal in Appraisal.objects.filter(pk__in=Nominee.objects.filter(nomination__call=call).values("appraisal"), state__in=LIVING):
        appraisals.set_aside(appraisal, reason=reason, by=by, now=now)
    was = to_state(call, CallDeed.CANCEL)
    call.ended_on, call.cancelled_why = timezone.localdate(now), cleaned(reason)
    _keep(call, "state", "ended_on", "cancelled_why", now=now)
    events.record("awards.call_cancelled", call, by=by, at=now, unit=call.unit_id, was=was, now=call.state, binds=[call])
    return call


def to_state(call: Call, deed: CallDeed) -> str:
    """Part of a deed: move along the table of states; returns the state before."""
    was = CallState(call.state)
    call.state = CALL_NEXT[was][deed]
    return was


def _keep(call: Call, *fields: str, now: datetime) -> None:
    call.changed_at = now
    call.save(update_fields=[*fields, "changed_at"])


def _quotas(call: Call, given: Sequence[QuotaGiven]) -> None:
    Quota.objects.bulk_create(Quota(call=call, unit_id=q.unit, whom=q.whom, most=q.most) for q in given)
