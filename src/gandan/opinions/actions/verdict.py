"""Those who spoke say whether it was done. A yes ends the case once most of its senders say so; a no opens it again, once; a second no goes
to those above and is never counted as confirmed."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from gandan.commitments import actions as commitments
from gandan.commitments.actor import CodeHolder
from gandan.commitments.enums import Issuer
from gandan.commitments.enums import State as Promised
from gandan.commitments.models import Commitment
from gandan.core.access import Actor, Anyone, refuse_if, require
from gandan.core.events import BoundContent
from gandan.core.events.facts import Fact
from gandan.denunciations.actions import SetAside
from gandan.opinions import policies
from gandan.opinions.actions import clock
from gandan.opinions.actions.accused import accuses, put_aside
from gandan.opinions.actions.held import held_with, keep, lines, stand_still, step, step_to, tell
from gandan.opinions.actions.reorganise import follow
from gandan.opinions.actor import Sender
from gandan.opinions.enums import Cause, Deed, State
from gandan.opinions.models import Case, Opinion, Verdict
from gandan.opinions.queries.single import promises_of, senders_say

POSTED = (Promised.REPORTED, Promised.UNOPPOSED)


@transaction.atomic
def give_verdict(
    opinion: Opinion, *, is_done: bool | None, by: Actor, now: datetime, rating: int | None = None, text: str = ""
) -> Verdict | SetAside:
    """Done or not (None: only how content, 1 to 5), by who holds code and PIN. Words that accuse somebody are set aside, and then
    nothing is judged: who says in other words what is not done is heard."""
    stand_still(Case.objects.select_related("unit").get(opinions=opinion.pk).unit)  # promises and the case are held as a merger holds them
    opinion, case = held_with(opinion)
    require(by, "opinions.give_verdict", opinion)
    text = lines(text)
    refuse_if(policies.give_verdict(case, opinion, is_done=is_done, rating=rating, text=text, by=by))
    if text and accuses(text):
        return put_aside(opinion, text=text, now=now)
    row = _verdict(case, opinion, is_done=is_done, rating=rating, now=now)
    facts: dict[str, Fact] = {"verdict_id": row.pk, "opinion_id": opinion.pk, "is_done": is_done, "rating": rating, "round": row.round}
    if is_done is None:
        tell("rated", case, by=by, now=now, facts=facts)
    elif is_done:
        _yes(case, facts, by=by, now=now)
    else:
        _no(case, opinion, text, facts, by=by, now=now)
    return row


def _verdict(case: Case, opinion: Opinion, *, is_done: bool | None, rating: int | None, now: datetime) -> Verdict:
    """One for each sender and round; who rated first may still say whether it was done."""
    row = opinion.verdicts.filter(round=case.round).first() or Verdict(case=case, opinion=opinion, round=case.round)
    row.is_done, row.given_on = is_done, timezone.localdate(now)
    row.rating = rating if rating is not None else row.rating
    row.save()
    return row


def _yes(case: Case, facts: dict[str, Fact], *, by: Actor, now: datetime) -> None:
    """The end, once more than half of the senders say so: one of many does not speak for the others."""
    say = senders_say(case)
    facts |= {"yes": say.yes, "senders": say.senders, "yes_by_office": say.yes_by_office}
    if not say.is_confirmed:
        keep(case, now=now)
        tell("found_done", case, by=by, now=now, facts=facts)
        return
    was = step_to(case, Deed.CONFIRM, now=now)
    keep(case, now=now)
    for promise in promises_of(case).filter(state__in=POSTED):
        _confirm(promise, by=by, now=now)
    tell("confirmed", case, by=by, now=now, was=was, facts=facts)


def _confirm(promise: Commitment, *, by: Actor, now: datetime) -> None:
    code = promise.codes.filter(issuer=Issuer.SENDER, replaced_on=None).first()
    if code is not None:
        commitments.confirm(promise, by=CodeHolder(code.pk, promise.pk, behind=_behind(by)), now=now)


def _no(case: Case, opinion: Opinion, text: str, facts: dict[str, Fact], *, by: Actor, now: datetime) -> None:
    told: list[BoundContent] = [step(case, Deed.REOPEN, now=now, reason=text, opinion=opinion)]
    for promise in promises_of(case).filter(state__in=POSTED):
        commitments.object_to(promise, text=text, by=Anyone(), now=now)
    first = case.reopened_by_sender and case.escalated_on is None
    if case.reopened_by_sender:  # the second no: those above read it
        case.escalated_on = case.escalated_on or timezone.localdate(now)
    if case.reopened_by_sender and case.state != State.CONFIRMED:  # it stays with the office; what others had confirmed is work again
        keep(case, now=now)
        tell("found_not_done", case, by=by, now=now, facts={**facts, "escalated": first}, binds=told)
        return
    case.reopened_by_sender = True
    was, more = reopened(case, Deed.REOPEN, now=now)
    tell("reopened", case, by=by, now=now, was=was, facts={**facts, **more, "escalated": first}, binds=told)


def reopened(case: Case, deed: Deed, *, now: datetime) -> tuple[str, dict[str, Fact]]:
    """It is work again, in a new round with a date counted from today; where its office ended, with who followed. A part of deeds."""
    follow(case, now=now)
    was = step_to(case, deed, now=now)
    case.round += 1
    case.answered_on = None
    facts = clock.again(case, cause=Cause.REOPENED, now=now)
    keep(case, now=now)
    return was, {**facts, "round": case.round}


def _behind(by: Actor) -> Actor:
    return by.behind if isinstance(by, Sender) else by
