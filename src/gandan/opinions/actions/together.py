"""Cases about the same thing are joined and split, and a sender withdraws. Every code goes on opening the case of its opinion."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from gandan.core.access import Actor, refuse_if, require
from gandan.core.events.facts import Fact
from gandan.core.ids import uuid7
from gandan.opinions import policies
from gandan.opinions.actions import clock
from gandan.opinions.actions.held import held, held_with, keep, step, step_to, tell
from gandan.opinions.actions.telling import forget_telling
from gandan.opinions.enums import Deed
from gandan.opinions.models import Case, Contact, DueDate, Joining, Letter, Opinion, Pause, Step


@transaction.atomic
def join(case: Case, *, into: Case, by: Actor, now: datetime) -> Case:
    """All opinions of a case go into another; returns that other one."""
    first, second = (held(key) for key in sorted((case.pk, into.pk)))  # in one order everywhere, so that two deeds never wait in a circle
    case, into = (first, second) if first.pk == case.pk else (second, first)
    require(by, "opinions.join", case)
    require(by, "opinions.join", into)
    refuse_if(policies.join(case, into=into))
    moved = _move(case.opinions.all(), to=into, now=now)
    was = step_to(case, Deed.JOIN, now=now)
    case.joined_into, case.senders = into, 0
    keep(case, now=now)
    clock.rest(case, day=timezone.localdate(now))
    step(case, Deed.JOIN, now=now)
    into.senders += moved
    keep(into, now=now)
    tell("joined", case, by=by, now=now, was=was, facts={"into": into.pk, "moved": moved})
    return into


@transaction.atomic
def split(opinions: Sequence[Opinion], *, by: Actor, now: datetime) -> Case:
    """Some opinions go into a case of their own, which stands where the old one stands: nobody loses a day. Returns the new one."""
    refuse_if(policies.chosen(opinions))
    case = held(opinions[0].case_id)
    rows = list(Opinion.objects.select_for_update(of=("self",)).filter(pk__in=[o.pk for o in opinions]).order_by("said_at", "pk"))
    require(by, "opinions.split", case)
    refuse_if(policies.split(case, rows))
    new = _apart(case, rows, now=now)
    was = step_to(case, Deed.SPLIT, now=now)
    keep(case, now=now)
    tell("split", case, by=by, now=now, was=was, facts={"new_case": new.pk, "moved": len(rows)})
    return new


@transaction.atomic
def withdraw(opinion: Opinion, *, by: Actor, now: datetime) -> Case:
    """The sender takes it back; the way to reach them goes at once. One of several goes alone, the others' case goes on. Returns the
    withdrawn case."""
    opinion, case = held_with(opinion)
    require(by, "opinions.withdraw", opinion)
    refuse_if(policies.withdraw(case, by=by))
    facts: dict[str, Fact] = {"opinion_id": opinion.pk}
    alone = case if case.senders == 1 else _apart(case, [opinion], now=now)
    alone.withdrawn_late = alone.is_late(timezone.localdate(now))
    was = step_to(alone, Deed.WITHDRAW, now=now)
    keep(alone, now=now)
    clock.rest(alone, day=timezone.localdate(now))
    Contact.objects.filter(opinion=opinion).delete()
    forget_telling([opinion.pk], by=by, now=now)
    step(alone, Deed.WITHDRAW, now=now, opinion=opinion)
    if alone is not case:
        keep(case, now=now)
        facts |= {"from_case": case.pk, "left": case.senders}
    tell("withdrawn", alone, by=by, now=now, was=was, facts=facts)
    return alone


def _move(opinions: Iterable[Opinion], *, to: Case, now: datetime) -> int:
    """Opinions with what each sender wrote, was written and did in words: nobody reads a sender who left, and no erasing parts them."""
    rows = list(opinions)
    for model in (Letter, Step):
        model._default_manager.filter(opinion__in=[o.pk for o in rows]).update(case=to)
    Joining.objects.bulk_create(Joining(opinion=o, was_id=o.case_id, to=to, given_at=now) for o in rows)
    Opinion.objects.filter(pk__in=[o.pk for o in rows]).update(case=to)
    return len(rows)


def _apart(case: Case, opinions: Sequence[Opinion], *, now: datetime) -> Case:
    """A case that stands where another stands, with its dates and pauses, and these opinions in it. The public number stays behind."""
    new = Case.objects.get(pk=case.pk)
    new.pk, new._state.adding = uuid7(), True
    new.number, new.senders, new.hamlet_id = "", len(opinions), opinions[0].hamlet_id or case.hamlet_id
    new.changed_at = now
    new.save(force_insert=True)
    for model in (DueDate, Pause):
        for row in model._default_manager.filter(case=case).order_by("pk"):
            row.pk, row.case, row._state.adding = uuid7(), new, True
            row.save(force_insert=True)
    _move(opinions, to=new, now=now)
    case.senders -= len(opinions)
    return new
