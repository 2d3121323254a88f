"""The end is in the hands of others: people confirm or object, who assigned a task accepts it or sends it back."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from gandan.commitments import permissions, policies
from gandan.commitments.actions.held import cleaned, held, last_report, posted_report, this_report, to_state
from gandan.commitments.actor import CodeHolder
from gandan.commitments.enums import CodeKind, How, Issuer, State
from gandan.commitments.models import Commitment, Confirmation, ConfirmingCode, Objection, SendBack
from gandan.commitments.queries.single import PURPOSE, reported_done
from gandan.core import codes, events
from gandan.core.access import Actor, Anyone, refuse_if, require
from gandan.core.events.facts import Fact
from gandan.core.ids import uuid7

HOUSEHOLDS_NEEDED = 2  # product rule: two households that were there, no single one (docs: what it never does)


@transaction.atomic
def issue_code(commitment: Commitment, *, kind: str, by: Actor, now: datetime) -> str:
    """A code for the hand of those it was promised to, returned this once. A holder's new code puts an end to the one before.

    The record keeps who issued it, the office that owes or the supervision board: an end by a code says so.
    """
    commitment = held(commitment)
    require(by, "commitments.issue_code", commitment)
    today = timezone.localdate(now)
    issuer = Issuer.BOARD if permissions.supervises(by, commitment) else Issuer.OFFICE
    refuse_if(policies.issue_code(commitment, kind=kind, today=today))
    if kind == CodeKind.HOLDER:
        commitment.codes.filter(kind=kind, replaced_on=None).update(replaced_on=today)
    code = codes.new()
    digest = codes.digest(code, purpose=PURPOSE)
    row = ConfirmingCode.objects.create(commitment=commitment, kind=kind, digest=digest, issuer=issuer, issued_on=today)
    facts: dict[str, Fact] = {"code_id": row.pk, "kind": kind, "issuer": issuer}
    events.record("commitments.code_issued", commitment, by=by, at=now, unit=commitment.unit_id, facts=facts)
    return code


@transaction.atomic
def lend_code(commitment: Commitment, *, by: Actor, now: datetime) -> ConfirmingCode:
    """A promise that answers what somebody said is for that person: whoever holds the private code of the opinion confirms with it.

    Nothing is printed and nothing can be typed here: the room that keeps the opinion acts as `CodeHolder(row.pk, commitment.pk, behind=…)`
    for who showed it the code and the PIN. From now on no holder's code of this promise is handed out, so the sender's voice stays theirs.
    """
    commitment = held(commitment)
    require(by, "commitments.lend_code", commitment)
    refuse_if(policies.lend_code(commitment))
    key = uuid7()
    row = ConfirmingCode.objects.create(
        id=key,
        commitment=commitment,
        kind=CodeKind.HOLDER,
        digest=f"{Issuer.SENDER}:{key}",  # no HMAC looks like this
        issuer=Issuer.SENDER,
        issued_on=timezone.localdate(now),
    )
    facts: dict[str, Fact] = {"code_id": row.pk, "kind": row.kind, "issuer": row.issuer}
    events.record("commitments.code_lent", commitment, by=by, at=now, unit=commitment.unit_id, facts=facts)
    return row


@transaction.atomic
def confirm(commitment: Commitment, *, by: Actor, now: datetime) -> Confirmation:
    """Those to whom it was owed say that it was done. One household alone leaves it waiting for another; every other yes is an end.

    The event says how, and of a code who issued it and until when the supervision board may still object.
    """
    commitment = held(commitment)
    refuse_if(policies.clean_hands(commitment, by=by))
    require(by, "commitments.confirm", commitment)
    refuse_if(policies.confirm(commitment, report=last_report(commitment), by=by))
    report, (how, code) = this_report(commitment), _how(commitment, by)
    row = Confirmation.objects.create(report=report, commitment=commitment, how=how, code=code, given_on=timezone.localdate(now))
    facts: dict[str, Fact] = {"how": how, "confirmation_id": row.pk}
    if code is not None:
        facts |= {"issuer": code.issuer, "posted_until": report.posted_until}
    unit = commitment.unit_id
    if how == How.HOUSEHOLDS and row.report.confirmations.filter(how=how).count() < HOUSEHOLDS_NEEDED:
        events.record("commitments.household_confirmed", commitment, by=by, at=now, unit=unit, facts=facts)
        return row
    was = to_state(commitment, State.CONFIRMED, now=now)
    events.record("commitments.confirmed", commitment, by=by, at=now, unit=unit, was=was, now=State.CONFIRMED, facts=facts)
    return row


def _how(commitment: Commitment, by: Actor) -> tuple[How, ConfirmingCode | None]:
    """In which capacity the actor confirms."""
    if isinstance(by, CodeHolder):
        code = ConfirmingCode.objects.get(pk=by.code, commitment=commitment)
        alone = How.SENDER if code.issuer == Issuer.SENDER else How.CODE
        return (alone if code.kind == CodeKind.HOLDER else How.HOUSEHOLDS), code
    return (How.BOARD if permissions.supervises(by, commitment) else How.ASKER), None


@transaction.atomic
def object_to(commitment: Commitment, *, text: str, by: Actor, now: datetime) -> Objection:
    """Somebody says that it is not done: the work is open again, with the date it had, so it may well be late now.

    Who says so of a work that somebody else's objection has just opened is heard as well: the words are kept with the same report.
    The supervision board may say so even of an end by codes, as long as it would be posted.

    The event names nobody (the office knows to whom it gave a code) but a member of the supervision board, who speaks as such.
    """
    commitment = held(commitment)
    require(by, "commitments.object", commitment)
    today, board = timezone.localdate(now), permissions.supervises(by, commitment)
    report = posted_report(commitment)
    refuse_if(policies.object_to(commitment, report=report, text=cleaned(text), board=board, today=today))
    row = Objection(report=report, commitment=commitment, text=cleaned(text), objected_on=today)
    row.save(force_insert=True)
    was = State(commitment.state) if commitment.state == State.OPEN else to_state(commitment, State.OPEN, now=now)
    facts: dict[str, Fact] = {"objection_id": row.pk, "due": commitment.due, "board": board}
    unit, who = commitment.unit_id, by if board else Anyone()
    events.record("commitments.objected", commitment, by=who, at=now, unit=unit, was=was, now=State.OPEN, facts=facts, binds=[row])
    return row


@transaction.atomic
def accept(commitment: Commitment, *, by: Actor, now: datetime) -> Commitment:
    """Who assigned the task takes the result."""
    commitment = held(commitment)
    require(by, "commitments.accept", commitment)
    refuse_if(policies.accept(commitment, by=by, reported=reported_done(commitment)))
    was = to_state(commitment, State.ACCEPTED, now=now)
    events.record("commitments.accepted", commitment, by=by, at=now, unit=commitment.unit_id, was=was, now=State.ACCEPTED)
    return commitment


@transaction.atomic
def send_back(commitment: Commitment, *, reason: str, by: Actor, now: datetime) -> SendBack:
    """Who assigned the task finds it not done: it is open again, with the date it had."""
    commitment = held(commitment)
    require(by, "commitments.send_back", commitment)
    refuse_if(policies.send_back(commitment, reason=cleaned(reason)))
    today = timezone.localdate(now)
    row = SendBack.objects.create(report=this_report(commitment), commitment=commitment, reason=cleaned(reason), given_on=today)
    was = to_state(commitment, State.OPEN, now=now)
    facts: dict[str, Fact] = {"send_back_id": row.pk, "due": commitment.due}
    unit = commitment.unit_id
    events.record("commitments.sent_back", commitment, by=by, at=now, unit=unit, was=was, now=State.OPEN, facts=facts, binds=[row])
    return row


@transaction.atomic
def end_posting(commitment: Commitment, *, by: Actor, now: datetime) -> Commitment:
    """The days of posting are over and nobody objected. That is all it says: nobody confirmed it either."""
    commitment = held(commitment)
    require(by, "commitments.run_clock", commitment)
    refuse_if(policies.end_posting(commitment, report=last_report(commitment), today=timezone.localdate(now)))
    was = to_state(commitment, State.UNOPPOSED, now=now)
    events.record("commitments.unopposed", commitment, by=by, at=now, unit=commitment.unit_id, was=was, now=State.UNOPPOSED)
    return commitment
