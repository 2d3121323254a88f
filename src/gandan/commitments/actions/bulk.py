"""One deed on many: each with its own event and its own refusal. What one refuses stops none of the others."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _

from gandan.commitments.actions import course, work
from gandan.commitments.actions import remind as reminding
from gandan.commitments.models import Commitment
from gandan.commitments.queries import visible_to
from gandan.core.access import Actor, Refusal
from gandan.units.models import Office


@dataclass(frozen=True)
class Outcome:
    """What was done, and for the rest why not, in the order asked."""

    done: tuple[UUID, ...]
    refused: dict[UUID, str]


def note(ids: Iterable[UUID], *, note: str, by: Actor, now: datetime) -> Outcome:
    """The same progress of many."""
    return _each(ids, lambda c: work.note_progress(c, note=note, by=by, now=now), by=by)


def extend(ids: Iterable[UUID], *, to: date, reason: str, by: Actor, now: datetime) -> Outcome:
    """The same later date for many."""
    return _each(ids, lambda c: course.extend(c, to=to, reason=reason, by=by, now=now), by=by)


def hand_over(ids: Iterable[UUID], *, to: Office, reason: str, by: Actor, now: datetime) -> Outcome:
    """Many to the same office."""
    return _each(ids, lambda c: course.hand_over(c, to=to, reason=reason, by=by, now=now), by=by)


def remind(ids: Iterable[UUID], *, by: Actor, now: datetime) -> Outcome:
    """Ask after many."""
    return _each(ids, lambda c: reminding.remind(c, by=by, now=now), by=by)


def _each(ids: Iterable[UUID], deed: Callable[[Commitment], object], *, by: Actor) -> Outcome:
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
            deed(seen[key])
            done.append(key)
        except Refusal as refusal:
            refused[key] = refusal.sentence
    return Outcome(tuple(done), refused)
