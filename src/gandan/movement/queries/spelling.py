"""READ a question with its typing errors mended: only what is no word, and only where one word is clearly meant.

A word is well spelled, whether anybody wrote it or not, when Vietnamese spelling allows it: "xịt" is not "xin". What is not taken for
another word is simply not found, which misleads nobody.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise

from gandan.core.search import words as all_words
from gandan.core.text import fold
from gandan.core.text.syllables import toneless
from gandan.movement.calc.terms import listed
from gandan.movement.models import FinderTerm

CLEARLY = 3  # so many times as common as the next one; closer ones are a guess
MOST_NEAR = 2000


def corrected(typed: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The question with each word that is none replaced by the one word, one error away, that is clearly meant; and which was taken for
    which."""
    spoken = [(m[0], all_words.folded(m[0])) for m in all_words.WORD.finditer(typed)]
    plain = [folded[0] if folded else "" for _, folded in spoken]
    strange = [n for n, word in enumerate(plain) if word and all_words.correctable(word) and word not in _well_spelled()]
    known = set(FinderTerm.objects.filter(term__in=[plain[n] for n in strange]).values_list("term", flat=True)) if strange else set()
    unknown = [n for n in strange if plain[n] not in known]
    if not unknown:
        return typed, ()
    choices = _neighbours({plain[n] for n in unknown})
    pairs = _pairs(plain, unknown, choices)
    taken = {n: word for n in unknown if (word := _meant(plain, n, choices[plain[n]], pairs))}
    read = iter(range(len(spoken)))
    mended = all_words.WORD.sub(lambda m: taken.get(next(read), m[0]), typed)
    return mended, tuple((spoken[n][0], word) for n, word in taken.items())


def _neighbours(asked: set[str]) -> dict[str, dict[str, int]]:
    """Word → words of the index and the list one error away, with how many models have them."""
    keys = sorted({variant for word in asked for variant in all_words.variants(word)})
    near = dict.fromkeys(_listed_words(), 0)
    near |= dict(FinderTerm.objects.filter(variants__overlap=keys).values_list("term", "practices")[:MOST_NEAR])
    return {word: {other: n for other, n in near.items() if all_words.near(word, other)} for word in asked}


def _pairs(plain: Sequence[str], unknown: Sequence[int], choices: Mapping[str, Mapping[str, int]]) -> set[str]:
    """Of the pairs that neighbours would make with the words beside them, those that occur."""
    keys = {f"{a}_{b}" for n in unknown for other in choices[plain[n]] for a, b in _beside(plain, n, other)}
    listed_pairs = {f"{a}_{b}" for ways in listed().starts.values() for way, _ in ways for a, b in pairwise(way)}
    return (keys & listed_pairs) | set(FinderTerm.objects.filter(term__in=sorted(keys)).values_list("term", flat=True))


def _meant(plain: Sequence[str], n: int, choices: Mapping[str, int], pairs: set[str]) -> str:
    """The one that makes a known pair with a word beside it, else the only one or one far commoner than all others; else none."""
    fits = {other: sum(f"{a}_{b}" in pairs for a, b in _beside(plain, n, other)) for other in choices}
    most = max(fits.values(), default=0)
    best = sorted((other for other in choices if fits[other] == most), key=lambda other: (-choices[other], other))
    if len(best) > 1 and choices[best[0]] < CLEARLY * max(1, choices[best[1]]):
        return ""
    return best[0] if best else ""


def _beside(plain: Sequence[str], n: int, word: str) -> list[tuple[str, str]]:
    before = [(plain[n - 1], word)] if n else []
    return before + ([(word, plain[n + 1])] if n + 1 < len(plain) else [])


@cache
def _well_spelled() -> frozenset[str]:
    """Without accents: every syllable that spelling allows, and the words of the list, "livestream" among them."""
    return frozenset(map(fold, toneless())) | _listed_words()


@cache
def _listed_words() -> frozenset[str]:
    """Words of the list of synonyms: nobody need have written them."""
    listing = listed()
    said = frozenset(w for ways in listing.starts.values() for way, _ in ways for w in way)
    return said | listing.silent.folded | listing.common.folded
