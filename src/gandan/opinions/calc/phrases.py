"""Phrases of a list found in what people write: with accents as they stand, without accents where the text has none. Pure."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

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


class Word(NamedTuple):
    """One word of a text with its keys and its place in it."""

    keyed: str
    folded: str
    is_plain: bool
    """Written without any accent."""
    begins: int
    ends: int
    goes_on: bool
    """Only white space or a hyphen lies between it and the word before: a phrase never reaches over a comma."""


class Phrases:
    """Lists of phrases under tags. Where a text has accents a phrase is matched with them, or written plainly as a whole (people mix);
    where it has none, without. A phrase `accented` counts only with its accents: without them it says something else."""

    def __init__(self, said: Iterable[tuple[str, str]], accented: Iterable[tuple[str, str]] = ()) -> None:
        self._keyed: dict[tuple[str, ...], str] = {}
        self._folded: dict[tuple[str, ...], str] = {}
        for tag, phrase in said:
            self._folded.setdefault(tuple(fold(phrase).split()), tag)
            self._keyed.setdefault(tuple(tone_key(phrase).split()), tag)
        for tag, phrase in accented:
            self._keyed.setdefault(tuple(tone_key(phrase).split()), tag)
        self._longest: dict[str, int] = {}  # by first word: most words of a text begin nothing, and are passed over at once
        for words in (*self._keyed, *self._folded):
            self._longest[words[0]] = max(len(words), self._longest.get(words[0], 0))

    def find(self, text: str, words: list[Word] | None = None) -> list[Found]:
        """From left to right, the longest phrase at each word; none overlaps another. `words`: its words, where they are read already."""
        words = words_of(text) if words is None else words
        return list(self._walk(text, words, accented=is_accented(words)))

    def _walk(self, text: str, words: list[Word], *, accented: bool) -> Iterator[Found]:
        at = 0
        while at < len(words):
            longest = max(self._longest.get(words[at].keyed, 0), self._longest.get(words[at].folded, 0))
            for size in range(min(longest, len(words) - at), 0, -1):
                tag = self._tag(words[at : at + size], accented=accented)
                if tag is not None:
                    yield Found(tag, text[words[at].begins : words[at + size - 1].ends], at, size)
                    at += size
                    break
            else:
                at += 1

    def _tag(self, words: list[Word], *, accented: bool) -> str | None:
        if not all(word.goes_on for word in words[1:]):
            return None
        keyed = self._keyed.get(tuple(word.keyed for word in words))
        if keyed is not None and (accented or any(not word.is_plain for word in words)):
            return keyed
        plain = all(word.is_plain for word in words) and (len(words) > 1 or not accented)
        return self._folded.get(tuple(word.folded for word in words)) if plain else None


def words_of(text: str) -> list[Word]:
    """Words with their keys. A text is to be NFC, as everything is that this house keeps."""
    out, end = [], 0
    known: dict[str, tuple[str, str, bool]] = {}  # people repeat themselves; a key is reckoned once
    for found in _WORD.finditer(text):
        between, said = text[end : found.start()], found[0]
        keys = known.get(said) or known.setdefault(said, _keys(said))
        out.append(Word(*keys, found.start(), found.end(), goes_on=not between.strip(" \t\n-–")))
        end = found.end()
    return out


def _keys(said: str) -> tuple[str, str, bool]:
    keyed = tone_key(said)
    return keyed, fold(said), _PLAIN.fullmatch(keyed) is not None


def is_accented(words: list[Word]) -> bool:
    """Whether its writer types accents at all."""
    marked = sum(not word.is_plain for word in words)
    return bool(words) and marked >= _ENOUGH * len(words)
