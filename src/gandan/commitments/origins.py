"""Where a commitment comes from, in words: rooms above say so for their things, this room knows none of them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from gandan.commitments.models import Commitment
from gandan.core.access import Actor


@dataclass(frozen=True)
class Origin:
    """A thing of another room as a page names it: its title, and where it stands."""

    title: str
    url: str


Describe = Callable[[Sequence[str], Actor], Mapping[str, Origin]]
Asked = Callable[[str, UUID], bool]
_rooms: dict[str, Describe] = {}
_asked: dict[str, Asked] = {}


def register(origin_type: str, describe: Describe, *, asked: Asked | None = None) -> None:
    """`describe(ids, actor)` answers for rows of a model ("activities.activity"), all at once; what the actor may not see is absent.

    `asked(id, office)` says whether that office asked for something there; without it no office is known to have asked.
    """
    if _rooms.setdefault(origin_type, describe) is not describe:
        raise ValueError(f"origins of {origin_type} are declared twice")
    if asked is not None:
        _asked[origin_type] = asked


def asked_there(commitment: Commitment) -> bool:
    """Whether the record shows that the office named as asking did ask, where the commitment comes from."""
    asked = _asked.get(commitment.origin_type)
    return asked is not None and commitment.asked_by_id is not None and asked(commitment.origin_id, commitment.asked_by_id)


def of(commitments: Iterable[Commitment], *, actor: Actor) -> dict[str, Origin]:
    """The origin of each commitment by its id, as far as the actor may see it; one question for each kind of origin, however many rows."""
    wanted: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for c in commitments:
        if c.origin_type in _rooms:
            wanted[c.origin_type][c.origin_id].append(str(c.pk))
    out: dict[str, Origin] = {}
    for kind, ids in wanted.items():
        for origin_id, origin in _rooms[kind](sorted(ids), actor).items():
            out |= dict.fromkeys(ids.get(origin_id, ()), origin)
    return out
