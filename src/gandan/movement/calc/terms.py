"""What a text is about, as terms that can be compared: things of the list of synonyms, pairs of neighbouring words, single words.

Names of places are taken out first: a neighbour's text with another hamlet in it is the same text. Accents count for nothing, nor does the
order of sentences. Plain functions over `data/synonyms.toml`; no database.
"""

import hashlib
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from itertools import pairwise
from typing import NamedTuple

from gandan.core.text import fold, nfc, tone_key

THING, PAIR, WORD = 3.0, 1.5, 0.4
COMMON, HALF_COMMON = 0.15, 0.6  # what is left of the weight of a term made of words that every form has, and of a pair with one of them
MOST = 900  # words of one text that are read
LONGEST_NUMBER = 2  # "5 không 3 sạch" has its numbers; 120 hộ is another place's 85 hộ
WORDS = re.compile(r"[^\W_]+")
BREAK = re.compile(r"[.!?;:,\n()\[\]“”\"•–-]")
NUMBERED = frozenset(
    """phuong xa thon ap khom to lang ban buon xom khu_pho to_dan_pho khu_vuc khu_dan_cu hem ngo ngach kiet so quan duong""".split()
)
"""What is named by a name or a number."""
PLACES = NUMBERED | frozenset(
    """thi tran dac khu huyen tinh pho thanh_pho dac_khu thi_tran thi_xa doan_duong tuyen_duong cau cho truong""".split()
)


BEGIN_PLACES = frozenset(key.split("_")[0] for key in PLACES)
ORGANS = frozenset("hoi doan ban uy dang chi mat lien hop to cong".split())  # "Hội Nông dân" is no place


class Token(NamedTuple):
    """A word as it stands in the text, `accented` with one placement of tone marks. `first`: the first of a sentence; `apart`: something
    stands between it and the word before."""

    word: str
    accented: str
    start: int
    end: int
    capital: bool
    first: bool
    apart: bool


class Term(NamedTuple):
    """One thing to compare, how much it weighs, and the words in which the text says it."""

    key: str
    weight: float
    start: int
    end: int


@dataclass(frozen=True)
class Words:
    """The list, folded: first word of a way → ways that begin with it, longest first, each with the key of its thing. `alone`: ways of one
    word with their accents, for "bão" is a storm and "bao" a sack."""

    starts: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    silent: "Said"
    common: "Said"
    common_things: frozenset[str]
    usual: Mapping[str, str]
    alone: frozenset[str]


@dataclass(frozen=True)
class Said:
    """Words with their accents, because "đây" says nothing and "đẩy", "dạy", "dây" do; what is typed without accents may mean any."""

    accented: frozenset[str]
    folded: frozenset[str]

    def __contains__(self, token: object) -> bool:
        if not isinstance(token, Token):
            return False
        return token.accented in self.accented or (token.accented == token.word and token.word in self.folded)

    @classmethod
    def of(cls, text: str) -> "Said":
        """From a row of words."""
        return cls(frozenset(WORDS.findall(tone_key(text))), frozenset(folded(text)))


@cache
def listed() -> Words:
    """The words of `data/synonyms.toml`."""
    data = tomllib.loads(_file().decode())
    found: dict[str, dict[tuple[str, ...], str]] = {}
    usual, alone = {}, set[str]()
    for thing in data["things"]:
        key = thing_key(thing[0])
        usual[key] = thing[0]
        for way in thing:
            words = tuple(folded(way))
            found.setdefault(words[0], {}).setdefault(words, key)
            if len(words) == 1:
                alone.add(tone_key(way))
    starts = {first: tuple(sorted(ways.items(), key=lambda w: -len(w[0]))) for first, ways in found.items()}
    return Words(
        starts, Said.of(data["silent"]), Said.of(data["common"]), frozenset(map(thing_key, data["common_things"])), usual, frozenset(alone)
    )


@cache
def list_digest() -> str:
    """Which list it is: an index that was built by another one is built anew."""
    return hashlib.sha256(_file()).hexdigest()


def _file() -> bytes:
    return (resources.files("gandan.movement") / "data" / "synonyms.toml").read_bytes()


def thing_key(usual: str) -> str:
    """The key of a thing: an equals sign, then its first way."""
    return "=" + "_".join(folded(usual))[:79]


def folded(text: str) -> list[str]:
    """Words without accents."""
    return WORDS.findall(fold(text))


def tokens(text: str) -> list[Token]:
    """The words of a text (in NFC) with where they stand."""
    found: list[Token] = []
    end = 0
    for match in WORDS.finditer(text):
        between = text[end : match.start()]
        apart = not found or bool(BREAK.search(between))
        first = not found or any(c in between for c in ".!?\n:•")
        found.append(Token(*_spelled(match[0]), match.start(), match.end(), match[0][0].isupper(), first, apart))
        end = match.end()
        if len(found) == MOST:
            break
    return found


@lru_cache(maxsize=20_000)
def _spelled(word: str) -> tuple[str, str]:
    """A word without accents, and with one placement of tone marks: syllables are few and come again."""
    return fold(word), tone_key(word)


def without_places(said: Sequence[Token]) -> list[Token | None]:
    """The words with None where a place is named: what stands after "phường", "ấp", "tổ" … with a capital or a number, and rows of two
    or more words with capitals. A text in capitals throughout keeps them: nothing can be told there."""
    kept: list[Token | None] = list(said)
    shouted = sum(t.capital for t in said) > 0.6 * len(said)
    place = 0
    while place < len(said):
        length, kind = _designates(said, place)
        end = place + length
        if length:
            end = _named(said, end, shouted=shouted, number=kind in NUMBERED)
            if end > place + length:
                kept[place:end] = [None] * (end - place)
        elif not shouted and said[place].capital and said[place].word not in ORGANS:
            end = _run(said, place)
            if end - place >= 2:
                kept[place:end] = [None] * (end - place)
        place = max(end, place + 1)
    return kept


def _designates(said: Sequence[Token], place: int) -> tuple[int, str]:
    if said[place].word not in BEGIN_PLACES:
        return 0, ""
    for length in (3, 2, 1):
        key = "_".join(t.word for t in said[place : place + length])
        if key in PLACES and len(said) >= place + length:
            return length, key
    return 0, ""


def _named(said: Sequence[Token], place: int, *, shouted: bool, number: bool) -> int:
    """Where a place's name ends that begins here."""
    if place < len(said) and number and not said[place].apart and said[place].word[:1].isdigit():
        return place + 1
    return place if shouted else _run(said, place, begin=False)


def _run(said: Sequence[Token], place: int, *, begin: bool = True) -> int:
    end = place
    while end < len(said) and said[end].capital and ((end == place and begin) or not said[end].apart):
        end += 1
    return end


def terms(text: str, *, typed: bool = False) -> dict[str, Term]:
    """What the text is about, each term once, where it is said first. `typed`: as a question; a word without accents may mean any, so none
    of them is silent."""
    text = nfc(text)
    words, said = listed(), tokens(text)
    kept, found = without_places(said), dict[str, Term]()
    rest: list[Token | None] = []
    place, written = 0, any(t.accented != t.word for t in said)
    while place < len(said):
        way = _way(said, kept, place, words, written=written) if said[place].word in words.starts else None
        if way is None:
            token = kept[place]
            rest.append(None if token is None or _silent(token, words, typed=typed) else token)
            place += 1
            continue
        length, key = way
        weight = THING * (COMMON if key in words.common_things else 1)
        found.setdefault(key, Term(key, weight, said[place].start, said[place + length - 1].end))
        rest += [t if t is not None and not _silent(t, words, typed=typed) else None for t in kept[place : place + length]]
        place += length
    for term in (*_pairs(rest, words), *_singles(rest, words)):
        found.setdefault(term.key, term)
    return found


def _silent(token: Token, words: Words, *, typed: bool) -> bool:
    return token in words.silent and not (typed and token.accented == token.word)


def _way(said: Sequence[Token], kept: Sequence[Token | None], place: int, words: Words, *, written: bool) -> tuple[int, str] | None:
    """The thing that is named here, by the longest way. In a text `written` with accents a single word means what it is written as."""
    for way, key in words.starts.get(said[place].word, ()):
        if len(way) == 1 and written and said[place].accented not in words.alone:
            continue
        here = kept[place : place + len(way)]
        if len(here) == len(way) and all(t is not None and t.word == w for t, w in zip(here, way, strict=True)):
            return len(way), key
    return None


def _pairs(rest: Sequence[Token | None], words: Words) -> Iterator[Term]:
    for before, after in pairwise(rest):
        if before is None or after is None or after.apart or _long_number(before) or _long_number(after):
            continue
        common = (before in words.common) + (after in words.common)
        yield Term(f"{before.word}_{after.word}"[:80], PAIR * (1, HALF_COMMON, COMMON)[common], before.start, after.end)


def _singles(rest: Sequence[Token | None], words: Words) -> Iterator[Term]:
    for token in rest:
        if token is not None and not token.word[0].isdigit() and len(token.word) > 1:
            yield Term(token.word[:80], WORD * (COMMON if token in words.common else 1), token.start, token.end)


def _long_number(token: Token) -> bool:
    return token.word[0].isdigit() and len(token.word) > LONGEST_NUMBER
