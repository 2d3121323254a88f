"""One deed on many cases: each with its own event and its own refusal. What one refuses stops none of the others."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from gandan.accounts.models import User
from gandan.core.access import Actor, Refusal
from gandan.opinions.actions import course, sort, together
from gandan.opinions.models import Case
from gandan.opinions.queries.visible import visible_to
from gandan.units.models import Office


@dataclass(frozen=True)
class Outcome:
    """What was done, and for the rest why not, in the order asked."""

    done: tuple[UUID, ...]
    refused: dict[UUID, str]


def forward(ids: Iterable[UUID], *, to: Office, reason: str, by: Actor, now: datetime) -> Outcome:
    """Many to the same office."""
    return _each(ids, lambda c: sort.forward(c, to=to, reason=reason, by=by, now=now), by=by)


def accept(ids: Iterable[UUID], *, by: Actor, now: datetime) -> Outcome:
    """Take many up."""
    return _each(ids, lambda c: course.accept(c, by=by, now=now), by=by)


def name_person(ids: Iterable[UUID], *, person: User | None, by: Actor, now: datetime) -> Outcome:
    """Many into the same hands; None: into nobody's."""
    return _each(ids, lambda c: sort.name_person(c, person=person, by=by, now=now), by=by)


def tag(ids: Iterable[UUID], *, label: str, by: Actor, now: datetime) -> Outcome:
    """Keep many together under a word."""
    return _each(ids, lambda c: sort.tag(c, label=label, by=by, now=now), by=by)


def join(ids: Iterable[UUID], *, into: Case, by: Actor, now: datetime) -> Outcome:
    """Many into one; the one itself, if it is among them, is passed over."""
    return _each([key for key in ids if key != into.pk], lambda c: together.join(c, into=into, by=by, now=now), by=by)


def _each(ids: Iterable[UUID], deed: Callable[[Case], object], *, by: Actor) -> Outcome:
    """Each by itself; what the actor does not see is not there for them."""
    wanted = list(dict.fromkeys(ids))
    seen = {c.pk: c for c in visible_to(by).filter(pk__in=wanted)}
    done: list[UUID] = []
    refused: dict[UUID, str] = {}
    for key in wanted:
        if key not in seen:
            refused[key] = _("Không thấy việc này.")
            continue
        try:
            with transaction.atomic():
                deed(seen[key])
            done.append(key)
        except Refusal as refusal:
            refused[key] = refusal.sentence
    return Outcome(tuple(done), refused)
