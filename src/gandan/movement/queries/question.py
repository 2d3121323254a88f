"""READ a question in own words: its typing errors mended, its terms, and how much each of them says."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise

from gandan.core.search import words as all_words
from gandan.core.text import nfc, tone_key
from gandan.movement.calc.terms import Term, listed, terms
from gandan.movement.queries import rarity, spelling

LONGEST = 600  # signs of a question that are read
PAIR, WORD, INSIDE = 0.5, 2.0, 0.3  # what neighbours, single words, and both inside a thing weigh beside it


@dataclass(frozen=True)
class Question:
    """What was asked, as it is read: `read` the text with typing errors mended, its terms, and what they weigh."""

    typed: str
    read: str
    corrected: tuple[tuple[str, str], ...]
    terms: Mapping[str, Term]
    weighed: rarity.Weighed

    @cached_property
    def accents(self) -> dict[str, str]:
        """Its single words that were typed with accents: "muỗi" asks for no "mươi". In pairs and things the neighbour tells them apart."""
        single = {key: self.read[t.start : t.end] for key, t in self.terms.items() if not telling(key)}
        return {key: tone_key(word) for key, word in single.items() if not all_words.is_plain(word)}

    def means(self, key: str, word: str) -> bool:
        """Whether a word of a text is the one that was asked for, and not another one without its accents."""
        return self.accents.get(key) in (None, tone_key(word))

    @property
    def things(self) -> tuple[str, ...]:
        """The usual names of the things that it names."""
        usual = listed().usual
        return tuple(usual[key] for key in self.terms if key in usual)


def read(words: str, *, as_typed: bool = False) -> Question:
    """As it is looked for; `as_typed`: no word is taken for another. A place that is named with capitals is no part of the problem;
    a thing is, however it is written: "Nhóm Zalo" is no place."""
    typed = nfc(words)[:LONGEST]
    mended, corrected = (typed, ()) if as_typed else spelling.corrected(typed)
    named, lowered = terms(mended, typed=True), terms(mended.lower(), typed=True)
    asked = {key: term for key, term in lowered.items() if key[0] == "=" or key in named} or lowered
    weights = {key: term.weight * _worth(key, term, asked) for key, term in asked.items()}
    return Question(words, mended.lower(), corrected, asked, _telling_only(rarity.weighed(weights)))


def _worth(key: str, term: Term, asked: Mapping[str, Term]) -> float:
    """What a term of a question says, beside one of a form that is compared. Two neighbours are often so by chance ("sông đã", "nhịn ăn"),
    in a problem told by somebody else still more; words that name a thing are already spoken for."""
    if key[0] == "=":
        return 1.0
    inside = any(k[0] == "=" and t.start <= term.start and term.end <= t.end for k, t in asked.items())
    return (PAIR if "_" in key else WORD) * (INSIDE if inside else 1.0)


def telling(key: str) -> bool:
    """Whether a term says something alone: a thing or a pair does, a single word does not."""
    return key[0] == "=" or "_" in key


@cache
def everyones() -> frozenset[str]:
    """Things that nearly every form names, and the pairs of words in which they are said."""
    words = listed()
    said = (way for ways in words.starts.values() for way, key in ways if key in words.common_things)
    return words.common_things | {f"{before}_{after}" for way in said for before, after in pairwise(way)}


def _telling_only(asked: rarity.Weighed) -> rarity.Weighed:
    """Without what nobody wrote of words that may be silent: typed without accents "voi" is both "với" and "vôi"."""
    silent = listed().silent.folded
    kept = [n for n, key in enumerate(asked.keys) if asked.models[n] or key[0] == "=" or silent.isdisjoint(key.split("_"))]
    keys, weights, models = asked.keys, asked.weights, asked.models
    return rarity.Weighed(tuple(keys[n] for n in kept), tuple(weights[n] for n in kept), tuple(models[n] for n in kept))
