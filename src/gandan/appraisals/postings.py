"""What follows for a posted thing when an objection to it is upheld, and what may be objected to: the room that owns it says so at start.

postings.register("movement.practice", on_upheld=upheld)
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from gandan.appraisals.models import Objection, Posting
from gandan.core.access import Actor

OnUpheld = Callable[..., None]
About = Callable[[Posting, Actor, date], Iterable[tuple[str, str]]]


@dataclass(frozen=True)
class _Kind:
    on_upheld: OnUpheld
    about: About


_kinds: dict[str, _Kind] = {}


def _whole(posting: Posting, actor: Actor, on: date) -> Iterable[tuple[str, str]]:
    return ()


def register(subject_type: str, *, on_upheld: OnUpheld, about: About = _whole) -> None:
    """Called from `apps.ready`. `on_upheld(objection, by=…, now=…)` runs in the transaction of the answer. `about(posting, actor, on)`: the
    several subjects of one posting as (key, name as posted), of which an objection may name one by its key; only those that the actor may
    read, which after the days of posting need not be everybody."""
    if _kinds.setdefault(subject_type, _Kind(on_upheld, about)).on_upheld is not on_upheld:
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
