"""Members hand in their cards apart; then all are shown at once, scored again where they lie too far apart, and closed."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gandan.appraisals import hands
from gandan.appraisals.actions.held import cleaned, held, members, owing, own_seat, to_state
from gandan.appraisals.calc import points
from gandan.appraisals.enums import Deed
from gandan.appraisals.models import Appraisal, Mark, Scorecard
from gandan.appraisals.policies import opening
from gandan.appraisals.policies import scoring as policies
from gandan.appraisals.queries.results import of_cards
from gandan.core import events
from gandan.core.access import Actor, refuse_if, require
from gandan.core.events.facts import Fact


@transaction.atomic
def hand_in(appraisal: Appraisal, *, marks: Mapping[UUID, Decimal], reason: str, by: Actor, now: datetime) -> Scorecard:
    """One member's whole card, final. The event says who and when, and no number: marks stay unread until all are shown."""
    appraisal = held(appraisal)
    require(by, "appraisals.hand_in", appraisal)
    seat, reason, today = own_seat(appraisal, by), cleaned(reason), timezone.localdate(now)
    criteria = list(appraisal.sheet.criteria.all())
    tie = hands.ties([appraisal], [seat], today=today).get((appraisal.pk, seat.pk))
    refuse_if(policies.hand_in(appraisal, seat, tie=tie, marks=marks, reason=reason, criteria=criteria))
    card = Scorecard(appraisal=appraisal, seat=seat, round=appraisal.round, reason=reason, handed_in_at=now)
    card.total = points.total(marks.values())
    card.save(force_insert=True)
    Mark.objects.bulk_create(Mark(card=card, criterion=c, points=marks[c.pk]) for c in criteria)
    facts: dict[str, Fact] = {"card_id": card.pk, "seat_id": seat.pk, "round": card.round, "late": today > appraisal.closes_on}
    events.record("appraisals.handed_in", appraisal, by=by, at=now, unit=appraisal.unit_id, facts=facts, binds=[card])
    return card


@transaction.atomic
def show(appraisal: Appraisal, *, by: Actor, now: datetime) -> Appraisal:
    """All cards of this round are opened at once."""
    appraisal = held(appraisal)
    require(by, "appraisals.show", appraisal)
    today = timezone.localdate(now)
    refuse_if(opening.unconcerned(appraisal, by=by, today=today))
    missing, cards = owing(appraisal).count(), appraisal.cards.filter(round=appraisal.round).count()
    refuse_if(policies.show(appraisal, cards=cards, owing=missing, today=today))
    appraisal.shown_on = today
    was = to_state(appraisal, Deed.SHOW, now=now, also=["shown_on"])
    facts: dict[str, Fact] = {"round": appraisal.round, "cards": cards, "missing": missing}
    unit, state = appraisal.unit_id, appraisal.state
    events.record("appraisals.shown", appraisal, by=by, at=now, unit=unit, was=was, now=state, facts=facts)
    return appraisal


@transaction.atomic
def score_again(appraisal: Appraisal, *, closes_on: date, by: Actor, now: datetime) -> Appraisal:
    """Members were too far apart: they talked, and each hands in a second card by `closes_on`. The first ones stay readable."""
    appraisal = held(appraisal)
    require(by, "appraisals.score_again", appraisal)
    today = timezone.localdate(now)
    refuse_if(opening.unconcerned(appraisal, by=by, today=today))
    found, left = of_cards(appraisal), members(appraisal).count()
    refuse_if(policies.score_again(appraisal, found=found, members=left, closes_on=closes_on, today=today))
    appraisal.round, appraisal.closes_on = policies.LAST_ROUND, closes_on
    was = to_state(appraisal, Deed.SCORE_AGAIN, now=now, also=["round", "closes_on"])
    facts: dict[str, Fact] = {"round": appraisal.round, "closes_on": closes_on, "spread": found.spread if found else None}
    unit, state = appraisal.unit_id, appraisal.state
    events.record("appraisals.scored_again", appraisal, by=by, at=now, unit=unit, was=was, now=state, facts=facts)
    return appraisal


@transaction.atomic
def close(appraisal: Appraisal, *, by: Actor, now: datetime) -> Appraisal:
    """Freeze the result of the last round: points, spread, grade, and whether it passed by the sheet it was opened with."""
    appraisal = held(appraisal)
    require(by, "appraisals.close", appraisal)
    refuse_if(opening.unconcerned(appraisal, by=by, today=timezone.localdate(now)))
    found = of_cards(appraisal)
    refuse_if(policies.close(appraisal, found=found))
    assert found is not None  # noqa: S101  the policy asked
    appraisal.points, appraisal.spread = found.points, found.spread
    appraisal.passed = found.points >= appraisal.sheet.pass_points
    appraisal.grade = points.grade(found.points, {g: g.from_points for g in appraisal.sheet.grades.all()})
    was = to_state(appraisal, Deed.CLOSE, now=now, also=["points", "spread", "passed", "grade"])
    facts: dict[str, Fact] = {"points": found.points, "spread": found.spread, "cards": found.members, "passed": appraisal.passed}
    unit, state = appraisal.unit_id, appraisal.state
    events.record("appraisals.closed", appraisal, by=by, at=now, unit=unit, was=was, now=state, facts=facts)
    return appraisal
