"""WRITE events: `record` inside the deed's transaction."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from django.db import connection
from django.db.models import Model

from gandan.core.access import Actor
from gandan.core.events import followers
from gandan.core.events.facts import Fact, code
from gandan.core.events.facts import facts as plain
from gandan.core.events.models.bound import BoundContent
from gandan.core.events.models.event import Event

VERB = re.compile(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+")
ACTOR = re.compile(r"user:[0-9a-f-]{36}|system:[a-z0-9_.-]+|anyone|[a-z_]+:[0-9a-f-]{36}")


def record(
    verb: str,
    thing: Model,
    *,
    by: Actor,
    at: datetime,
    unit: UUID | None = None,
    was: str = "",
    now: str = "",
    facts: Mapping[str, Fact] | None = None,
    binds: Sequence[BoundContent] = (),
    office: UUID | None = None,
) -> Event:
    """Write the one event of a deed, in the deed's transaction.

    `was`, `now` and `facts` take ids, states, dates and numbers only (FreeText otherwise); rows with a person's words are named in `binds`
    after they were saved. `office` is the one the actor acted from; it is found from the roles held in `unit` when there is exactly one.
    Raises RuntimeError outside a transaction, because an event without its deed, or the reverse, must be impossible.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("an event is written in the transaction of its deed")
    if not VERB.fullmatch(verb):
        raise ValueError(f"verb {verb!r}: room.verb")
    if not ACTOR.fullmatch(by.key):
        raise ValueError("an actor's key is user:<uuid>, system:<name> or anyone")
    event = Event(
        verb=verb,
        at=at,
        actor=by.key,
        office=office or _office(by, unit),
        unit=unit,
        thing_type=thing._meta.label_lower,
        thing_id=str(thing.pk),
        was=code(was, what="was") if was else "",
        now=code(now, what="now") if now else "",
        facts=plain(facts or {}),
        bindings=[_binding(row) for row in binds],
    )
    event.digest = event.computed_digest()
    event.save(force_insert=True)
    followers.tell(event)
    return event


def _office(by: Actor, unit: UUID | None) -> UUID | None:
    offices = {h.office for h in by.holdings if h.office is not None and unit in (None, h.unit)}
    return offices.pop() if len(offices) == 1 else None


def _binding(row: BoundContent) -> list[str | None]:
    """Kind, id and HMAC of a row with content; the HMAC is null when the deed erased it."""
    if not row.is_erased and not row.is_bound:
        raise ValueError(f"{row._meta.label_lower} is not saved with its content yet")
    return [row._meta.label_lower, str(row.pk), None if row.is_erased else bytes(row.content_mac or b"").hex()]
