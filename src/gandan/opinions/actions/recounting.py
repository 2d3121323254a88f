"""WRITE: what becomes of dates when law or calendar changes. Killed at any moment and run again, nothing is doubled."""

import logging
from collections.abc import Iterator
from datetime import date, datetime
from functools import partial
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from gandan.core.access import Actor, require
from gandan.core.jobs.trying import tried
from gandan.core.legal.queries import UnknownRule
from gandan.opinions.actions.clock import again
from gandan.opinions.actions.held import held, tell
from gandan.opinions.enums import OWED, Cause
from gandan.opinions.models import Case
from gandan.opinions.queries.ground import ground
from gandan.opinions.queries.terms import dated, spans_of

BATCH = 500
log = logging.getLogger("gandan.opinions")


def recompute(*, by: Actor, now: datetime) -> int:
    """Every living case whose date is another by the rules and the calendar as they stand; returns how many were set anew.

    Cases are compared in batches, four queries each; only those that come out otherwise are held and written, one by one.
    """
    require(by, "opinions.run_clock")
    today = timezone.localdate(now)
    return sum(tried(partial(recount, key, by=by, now=now), key) for batch in _batches() for key in _stale(batch, today))


@transaction.atomic
def recount(key: UUID, *, by: Actor, now: datetime) -> None:
    """One case, counted by the law as it stands; its old date stays on record."""
    case = held(key)
    require(by, "opinions.run_clock", case)
    was = case.due
    facts = again(case, cause=Cause.LAW, now=now)
    if facts and case.due != was:
        tell("recounted", case, by=by, now=now, facts=facts)


def _batches() -> Iterator[list[Case]]:
    last: UUID | None = None
    rows: QuerySet[Case] = Case.objects.filter(state__in=sorted(OWED)).prefetch_related("due_dates", "pauses").order_by("pk")
    while batch := list((rows if last is None else rows.filter(pk__gt=last))[:BATCH]):
        last = batch[-1].pk
        yield batch


def _stale(batch: list[Case], today: date) -> Iterator[UUID]:
    units = {unit for case in batch for unit in (case.made_in_id, case.unit_id)}
    found = ground(units=units, first=min(case.received_on for case in batch))
    for case in batch:
        try:
            owed = dated(case, found, list(case.due_dates.all()), spans_of(case), today=today)
        except UnknownRule:
            log.exception("no date for %s", case.pk)
            continue
        if any(one.is_other for one in owed):
            yield case.pk
