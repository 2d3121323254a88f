"""Phrases of a list found in what people write: with accents as they stand, without accents where the text has none. Pure."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gandan.core.text import fold, tone_key

_WORD = re.compile(r"[^\W_]+")
_PLAIN = re.compile(r"[a-z0-9]+")
_ENOUGH = 0.15  # of the words: Vietnamese typed with accents has them on more than half


@dataclass(frozen=True)
class Found:
    """One phrase where the text has it: `said` as it was written, `at` the place of its first word, `size` how many words it has."""

    tag: str
    said: str
    at: int
    size: int


@dataclass(frozen=True)
class Word:
    """One word of a text with its keys and its place in it."""

    keyed: str
    folded: str
    begins: int
    ends: int


class Phrases:
    """Lists of phrases under tags. A phrase `accented` counts only where the text writes accents: without them it says something else."""

    def __init__(self, said: Iterable[tuple[str, str]], accented: Iterable[tuple[str, str]] = ()) -> None:
        self._keyed: dict[tuple[str, ...], str] = {}
        self._folded: dict[tuple[str, ...], str] = {}
        for tag, phrase in said:
            self._folded.setdefault(tuple(fold(phrase).split()), tag)
            self._keyed.setdefault(tuple(tone_key(phrase).split()), tag)
        for tag, phrase in accented:
            self._keyed.setdefault(tuple(tone_key(phrase).split()), tag)
        self._longest = max((len(words) for words in self._keyed), default=0)

    def find(self, text: str) -> list[Found]:
        """From left to right, the longest phrase at each word; none overlaps another."""
        words = words_of(text)
        known = self._keyed if is_accented(words) else self._folded
        return list(self._walk(text, words, known))

    def _walk(self, text: str, words: list[Word], known: dict[tuple[str, ...], str]) -> Iterator[Found]:
        keys = [word.keyed if known is self._keyed else word.folded for word in words]
        at = 0
        while at < len(keys):
            for size in range(min(self._longest, len(keys) - at), 0, -1):
                tag = known.get(tuple(keys[at : at + size]))
                if tag is not None:
                    yield Found(tag, text[words[at].begins : words[at + size - 1].ends], at, size)
                    at += size
                    break
            else:
                at += 1


def words_of(text: str) -> list[Word]:
    """Words with their keys. A text is to be NFC, as everything is that this house keeps."""
    return [Word(tone_key(found[0]), fold(found[0]), found.start(), found.end()) for found in _WORD.finditer(text)]


def is_accented(words: list[Word]) -> bool:
    """Whether its writer types accents at all."""
    marked = sum(_PLAIN.fullmatch(word.keyed) is None for word in words)
    return bool(words) and marked >= _ENOUGH * len(words)
