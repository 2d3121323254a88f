"""Whether two matters may be one: topic and place have to speak for it, or the words very much. Plain arithmetic.

A street says where, never what: letters of one street are about lamps, rubbish and a wedding. And what is the same in two streets is two
matters. So neither is enough alone, and what contradicts has to be outweighed.
"""

from dataclasses import dataclass

from gandan.core.search import words
from gandan.opinions.calc.alike import ENOUGH, THING, Concept, concepts

SURE = 0.6  # so much of what is said is shared that a different topic is a slip of whoever chose it
ALLEY = ("hem",)  # by its usual name; a thing that says where, not what
SAME_PLACE = 0.5  # of the words of a place; less of them is a guess, none another place


@dataclass(frozen=True)
class Asked:
    """A text as things to compare: what it is about, and where it is."""

    about: tuple[Concept, ...]
    where: tuple[Concept, ...]


def asked(text: str, place: str) -> Asked:
    """The words of the place are taken out of the text: they say nothing of what it is about."""
    there = frozenset(words.folded(place))
    return Asked(tuple(c for c in concepts(text) if not _of(c, there)), tuple(concepts(place)))


def same_place(*, same_hamlet: bool | None, shared: float, told: bool) -> bool | None:
    """By the words of the place, else by the hamlet; `told` is whether the other one says where it is."""
    if shared >= SAME_PLACE or same_hamlet:
        return True
    return False if same_hamlet is False or (told and not shared) else None


def fits(*, same_topic: bool | None, same_place: bool | None, about: float) -> bool:
    """Same, different, or (None) not known; `about` is how much of what is said is shared, 0 to 1."""
    if same_place is False:
        return False
    if same_topic is False:
        return about >= SURE
    if same_topic and same_place:
        return about > 0
    return about >= ENOUGH


def _of(concept: Concept, there: frozenset[str]) -> bool:
    """Whether it says where: words of the place, or an alley; other things stay, for a place may bear the name of what it is about."""
    usual = concept.ways[0]
    return any(word in there for word in usual) if concept.weight < THING else usual == ALLEY and usual[0] in there
