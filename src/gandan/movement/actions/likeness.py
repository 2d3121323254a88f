"""What a new model looks like: looked up when it is submitted, explained by who wrote it, judged by who registers it."""

from datetime import datetime
from decimal import Decimal

from django.db import transaction

from gandan.core import events
from gandan.core.access import Actor, refuse_if, require
from gandan.core.events.facts import Fact
from gandan.core.text import nfc, private
from gandan.movement.models import Likeness, Practice
from gandan.movement.policies import likeness as policies
from gandan.movement.queries import alike
from gandan.movement.queries.alike import Like

SMALL = Decimal("0.001")


def look(practice: Practice, *, now: datetime) -> list[Likeness]:
    """What it resembles now: part of the deed that submits it, which asked who may and records. Rows of an earlier look that nobody
    answered or judged go; those that were answered stay, with the score of today where it is still found."""
    Likeness.objects.filter(practice=practice, answer="", is_same=None).delete()
    kept = {(row.other_id, row.movement): row for row in Likeness.objects.filter(practice=practice)}
    found = []
    for like in alike.look(practice):
        key = (like.other.pk if like.other else None, like.movement.code if like.movement else "")
        row = kept.get(key) or Likeness(practice=practice, other=like.other, movement=key[1])
        _describe(row, like, now)
        row.save()
        found.append(row)
    return found


def _describe(row: Likeness, like: Like, now: datetime) -> None:
    row.kind, row.found_at = like.kind, now
    row.score = Decimal(str(like.alike.score)).quantize(SMALL)
    row.parts = list(like.alike.named)


@transaction.atomic
def answer_likeness(likeness: Likeness, *, answer: str, by: Actor, now: datetime) -> Likeness:
    """Who registers a model says what is other here; the registering office and the council read it."""
    likeness = _held(likeness)
    require(by, "movement.answer_likeness", likeness.practice)
    answer = nfc(answer).strip()
    refuse_if(policies.answer_likeness(likeness, answer=answer))
    refuse_if(private.refusal(answer))
    likeness.answer = answer
    likeness.save()
    _record("movement.likeness_answered", likeness, by=by, now=now, binds=[likeness])
    return likeness


@transaction.atomic
def judge_likeness(likeness: Likeness, *, is_same: bool, by: Actor, now: datetime) -> Likeness:
    """The registering office says whether it is the same. While one is judged the same, the model is not registered."""
    likeness = _held(likeness)
    require(by, "movement.judge_likeness", likeness.practice)
    refuse_if(policies.judge_likeness(likeness, by_key=by.key))
    likeness.is_same = is_same
    likeness.save()
    _record("movement.likeness_judged", likeness, by=by, now=now, binds=[])
    return likeness


def _held(likeness: Likeness) -> Likeness:
    """The model first, then the row: every deed on a model takes its lock first."""
    practice = Practice.objects.select_for_update().get(pk=likeness.practice_id)
    row = Likeness.objects.select_for_update().get(pk=likeness.pk)
    row.practice = practice
    return row


def _record(verb: str, row: Likeness, *, by: Actor, now: datetime, binds: list[Likeness]) -> None:
    facts: dict[str, Fact] = {"likeness_id": row.pk, "score": row.score, "is_same": row.is_same}
    events.record(verb, row.practice, by=by, at=now, unit=row.practice.unit_id, facts=facts, binds=binds)
