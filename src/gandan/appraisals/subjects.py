"""What is appraised, in words: the room that owns a kind of subject says at start how it is described and whose it is.

    subjects.register("movement.practice", describe, owners=owners, hands=hands)

This room keeps ids only, so a subject's words stay where they are erased and where its readers are decided.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from gandan.core.access import Actor
from gandan.units.models import Office


@dataclass(frozen=True)
class Described:
    """A subject as a member of a council reads it: its title, its page, where it is, and lines of (what, said)."""

    title: str
    url: str = ""
    place: str = ""
    lines: tuple[tuple[str, str], ...] = ()


Describe = Callable[[Collection[str], Actor], Mapping[str, Described]]
Owners = Callable[[Collection[str]], Mapping[str, Office]]
Hands = Callable[[Collection[str]], Mapping[str, Collection[str]]]
Pair = tuple[str, str]


@dataclass(frozen=True)
class _Subject:
    describe: Describe
    owners: Owners
    hands: Hands


_subjects: dict[str, _Subject] = {}


def register(subject_type: str, describe: Describe, *, owners: Owners, hands: Hands) -> None:
    """Called from `apps.ready`. Each is asked for many at once, and asks a constant number of questions.

    `describe(ids, actor)`: what the actor may not read is left out. `owners(ids)`: the office that scores itself and never sits, hears or
    decides; left out where no office owns it. `hands(ids)`: keys of actors who wrote or submitted it, whatever office they belong to now:
    they do not score it.
    """
    if _subjects.setdefault(subject_type, _Subject(describe, owners, hands)).describe is not describe:
        raise ValueError(f"subject {subject_type} is registered twice")


def known(subject_type: str) -> bool:
    """Whether a room has registered this kind."""
    return subject_type in _subjects


def kinds() -> tuple[str, ...]:
    """Every registered kind."""
    return tuple(sorted(_subjects))


def owner(subject_type: str, subject_id: str) -> Office | None:
    """Whose it is today."""
    return owners([(subject_type, subject_id)]).get((subject_type, subject_id))


def owners(pairs: Iterable[Pair]) -> dict[Pair, Office]:
    """Whose they are today, of (type, id) pairs; what no office owns is left out."""
    by_type = _by_type(pairs).items()
    return {(kind, one): office for kind, ids in by_type if kind in _subjects for one, office in _subjects[kind].owners(ids).items()}


def hands(pairs: Iterable[Pair]) -> dict[Pair, frozenset[str]]:
    """Who wrote or submitted each."""
    by_type = _by_type(pairs)
    found = {kind: _subjects[kind].hands(ids) if kind in _subjects else {} for kind, ids in by_type.items()}
    return {(kind, one): frozenset(found[kind].get(one, ())) for kind, ids in by_type.items() for one in ids}


def describe(pairs: Iterable[Pair], actor: Actor) -> dict[Pair, Described]:
    """Every subject of (type, id) pairs, one question set for each type. What nobody describes, or the actor may not read, has a bare
    title."""
    out: dict[Pair, Described] = {}
    for subject_type, ids in _by_type(pairs).items():
        found = _subjects[subject_type].describe(ids, actor) if subject_type in _subjects else {}
        out |= {(subject_type, one): found.get(one) or Described(_("Hồ sơ chưa xem được")) for one in ids}
    return out


def _by_type(pairs: Iterable[Pair]) -> dict[str, list[str]]:
    wanted: dict[str, set[str]] = {}
    for subject_type, subject_id in pairs:
        wanted.setdefault(subject_type, set()).add(subject_id)
    return {kind: sorted(ids) for kind, ids in wanted.items()}
