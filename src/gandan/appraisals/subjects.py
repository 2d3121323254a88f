"""What is appraised, in words: the room that owns a kind of subject says at start how it is described and whose it is.

    subjects.register("movement.practice", describe, owner=owner, hands=hands)

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
Owner = Callable[[str], Office | None]
Hands = Callable[[str], Iterable[str]]


@dataclass(frozen=True)
class _Subject:
    describe: Describe
    owner: Owner
    hands: Hands


_subjects: dict[str, _Subject] = {}


def _nobody(subject_id: str) -> Iterable[str]:
    return ()


def register(subject_type: str, describe: Describe, *, owner: Owner, hands: Hands = _nobody) -> None:
    """Called from `apps.ready`.

    `describe(ids, actor)`: in a constant number of questions; what the actor may not read is left out. `owner(id)`: the office that scores
    itself and never sits, hears or decides; None where no office owns it. `hands(id)`: keys of actors who wrote or submitted it, whatever
    office they belong to now: they do not score it.
    """
    if _subjects.setdefault(subject_type, _Subject(describe, owner, hands)).describe is not describe:
        raise ValueError(f"subject {subject_type} is registered twice")


def known(subject_type: str) -> bool:
    """Whether a room has registered this kind."""
    return subject_type in _subjects


def kinds() -> tuple[str, ...]:
    """Every registered kind."""
    return tuple(sorted(_subjects))


def owner(subject_type: str, subject_id: str) -> Office | None:
    """Whose it is today."""
    return _subjects[subject_type].owner(subject_id) if subject_type in _subjects else None


def hands(subject_type: str, subject_id: str) -> frozenset[str]:
    """Who wrote or submitted it."""
    return frozenset(_subjects[subject_type].hands(subject_id)) if subject_type in _subjects else frozenset()


def describe(pairs: Iterable[tuple[str, str]], actor: Actor) -> dict[tuple[str, str], Described]:
    """Every subject of (type, id) pairs, one question set for each type. What nobody describes, or the actor may not read, has a bare
    title."""
    wanted: dict[str, set[str]] = {}
    for subject_type, subject_id in pairs:
        wanted.setdefault(subject_type, set()).add(subject_id)
    out: dict[tuple[str, str], Described] = {}
    for subject_type, ids in wanted.items():
        found = _subjects[subject_type].describe(sorted(ids), actor) if subject_type in _subjects else {}
        out |= {(subject_type, one): found.get(one) or Described(_("Hồ sơ chưa xem được")) for one in ids}
    return out
