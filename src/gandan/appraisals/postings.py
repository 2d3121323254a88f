"""What follows for a posted thing when an objection to it is upheld, what may be objected to, and which decision was taken on it: the room
that owns it says so at start.

postings.register("movement.practice", on_upheld=upheld, decided=decided_on)
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from gandan.appraisals.models import Decision, Objection, Posting
from gandan.core.access import Actor

OnUpheld = Callable[..., None]
Decided = Callable[[Posting], QuerySet[Decision]]
About = Callable[[Posting, Actor, date], Iterable[tuple[str, str]]]


@dataclass(frozen=True)
class _Kind:
    on_upheld: OnUpheld
    about: About
    decided: Decided


_kinds: dict[str, _Kind] = {}


def _whole(posting: Posting, actor: Actor, on: date) -> Iterable[tuple[str, str]]:
    return ()


def _none(posting: Posting) -> QuerySet[Decision]:
    return Decision.objects.none()


def register(subject_type: str, *, on_upheld: OnUpheld, about: About = _whole, decided: Decided = _none) -> None:
    """Called from `apps.ready`. `on_upheld(objection, by=…, now=…)` runs in the transaction of the answer. `about(posting, actor, on)`: the
    several subjects of one posting as (key, name as posted), of which an objection may name one by its key; only those that the actor may
    read, which after the days of posting need not be everybody. `decided(posting)`: the decisions that rest on it."""
    if _kinds.setdefault(subject_type, _Kind(on_upheld, about, decided)).on_upheld is not on_upheld:
        raise ValueError(f"postings of {subject_type} are registered twice")


def consequences(objection: Objection, *, by: Actor, now: datetime) -> bool:
    """Let the owning room draw its consequence; False where none is registered, and then the posting itself has to go."""
    kind = _kinds.get(objection.posting.subject_type)
    if kind is None:
        return False
    kind.on_upheld(objection, by=by, now=now)
    return True


def about(posting: Posting, actor: Actor, *, on: date) -> dict[str, str]:
    """What an objection to this posting may be about, besides the whole, as far as the actor may read it on that day."""
    kind = _kinds.get(posting.subject_type)
    return dict(kind.about(posting, actor, on)) if kind is not None else {}


def decided(posting: Posting) -> list[Decision]:
    """What was decided on this posting, the first first."""
    kind = _kinds.get(posting.subject_type)
    rows = kind.decided(posting) if kind is not None else Decision.objects.none()
    return list(rows.select_related("office").prefetch_related("office__names").order_by("decided_on", "pk"))
