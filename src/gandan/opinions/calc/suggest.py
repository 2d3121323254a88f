"""What a text seems to be, with the words it rests on. Suggestions: an officer decides, and sees why something was suggested. Pure.

The word alone decides nothing. In speech everybody "kiến nghị" and many "khiếu nại" when a lamp is out; in law a complaint turns against
a decision or an act of an authority, a proposal wants something to be otherwise, a remark tells how things are.
"""

import re
import tomllib
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from pathlib import Path

from gandan.core.text import fold, nfc
from gandan.opinions import topics
from gandan.opinions.calc.conditions import Gap, Missing, missing
from gandan.opinions.calc.phrases import Found, Phrases, words_of
from gandan.opinions.enums import Content

__all__ = ["ContentHint", "Gap", "Missing", "TopicHint", "content_of", "missing", "topic_of"]

FILE = Path(__file__).parent.parent / "data" / "contents.toml"
SENTENCE = re.compile(r"[^.!?;\n]+(?:[.!?;]+(?=\s|$)|\n|$)|[.!?;]")
NEAR = frozenset("trước gần cạnh sau đầu cuối đối diện tại ở ngay khu vực từ đến tới bên phía qua ngang".split())
PLACE_WORDS = 2  # how far before a phrase such a word stands: "trước cổng trường", "ngay đầu chợ"
ASIDE = 0.4  # what a phrase weighs that only says where
WEAK = 0.2  # and one that says who is concerned, or how it came about
BARE = frozenset({"cho"})  # chợ, cho, chó: a word that means nothing where no accents were typed
LENGTH = 240  # of a quoted sentence
MOST = 8000  # letters that are looked at: what an opinion may have; whoever pastes a book gets no better guess, and waits no longer
SENTENCES = 400  # and so many of them; more stand in no text that means something


@dataclass(frozen=True)
class TopicHint:
    """A topic, and the words of the text that speak for it, as they were written."""

    code: str
    words: tuple[str, ...]

    @property
    def topic(self) -> topics.Topic:
        """The topic of the list."""
        return topics.get(self.code) or topics.ALL[-1]


@dataclass(frozen=True)
class ContentHint:
    """A content in the words of the law, and the sentence of the text it rests on; of a mixed text a sentence of each part."""

    content: Content
    sentences: tuple[str, ...]
    words: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """The first of them."""
        return self.sentences[0]


def topic_of(text: str) -> TopicHint | None:
    """The topic that most words speak for; None where none does. Longer phrases weigh more; what only says where weighs little."""
    text = nfc(text[:MOST])
    scores: dict[str, float] = defaultdict(float)
    said: dict[str, dict[str, str]] = defaultdict(dict)
    first: dict[str, int] = {}
    words = words_of(text)
    keys = [word.keyed for word in words]
    for found in _topics().find(text, words):
        code, low = found.tag.lstrip("?"), found.said.lower()
        if low not in said[code]:
            scores[code] += _weight(found, keys)
            said[code][low] = found.said
            first.setdefault(code, found.at)
    if not scores:
        return None
    best = max(scores, key=lambda code: (scores[code], -first[code]))
    return TopicHint(best, tuple(said[best].values()))


def content_of(text: str) -> ContentHint | None:
    """What the text is in the words of the law; None where nothing speaks for anything."""
    text = nfc(text[:MOST])
    parts = [part for part in (found[0].strip() for found in islice(SENTENCE.finditer(text), SENTENCES)) if part]
    found = [_contents().find(part) for part in parts]  # each sentence is read once
    against = _complaint(found)
    others = [n for n in range(len(parts)) if n not in against and _of(found[n], "fault", "wish")]
    if against:
        apart = _other_matters(parts, others, against)
        quoted = tuple(_short(parts[n]) for n in [*sorted(against)[:1], *apart[:1]])
        words = _words(found, sorted(against), "against", "turned")
        return ContentHint(Content.MIXED if apart else Content.COMPLAINT, quoted, words)
    for tag, content in (("fault", Content.REMARK), ("wish", Content.PROPOSAL)):
        here = [n for n in range(len(parts)) if _of(found[n], tag)]
        if here:
            return ContentHint(content, (_short(parts[here[0]]),), _words(found, here, tag))
    return _told(parts)


def _told(parts: list[str]) -> ContentHint | None:
    """Who only says what there is ("trước chợ có ổ gà") tells of a state of things."""
    for part in parts:
        hint = topic_of(part)
        if hint is not None:
            return ContentHint(Content.REMARK, (_short(part),), hint.words)
    return None


def _complaint(found: list[list[Found]]) -> frozenset[int]:
    """Sentences of a complaint: one that names the decision, and turns against it there or in a sentence beside it."""
    named = {n for n, here in enumerate(found) if _of(here, "against")}
    turned = {n for n, here in enumerate(found) if _of(here, "turned")}
    return frozenset(n for a in named for b in (a - 1, a, a + 1) if b in turned for n in (a, b))


def _other_matters(parts: list[str], others: list[int], against: frozenset[int]) -> list[int]:
    """Sentences that speak of another topic than the complaint does."""
    about = topic_of(" ".join(parts[m] for m in sorted(against))) if others else None
    if about is None:
        return []
    told = ((n, topic_of(parts[n])) for n in others)
    return [n for n, here in told if here is not None and here.code != about.code]


def _of(found: list[Found], *tags: str) -> list[Found]:
    return [one for one in found if one.tag in tags]


def _words(found: list[list[Found]], here: list[int], *tags: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.said for n in here for one in _of(found[n], *tags)))


def _short(part: str) -> str:
    """As much of a sentence as a page quotes."""
    return part if len(part) <= LENGTH else part[:LENGTH].rsplit(" ", 1)[0] + "…"


def _weight(found: Found, keys: list[str]) -> float:
    before = keys[max(0, found.at - PLACE_WORDS) : found.at]
    return found.size * (ASIDE if NEAR.intersection(before) else 1) * (WEAK if found.tag.startswith("?") else 1)


@lru_cache(maxsize=1)
def _topics() -> Phrases:
    """Phrases under the code of their topic; weak ones under the code with a question mark before it."""
    strong = [(topic.code, phrase) for topic in topics.offered() for phrase in topic.keywords]
    weak = [(f"?{topic.code}", phrase) for topic in topics.offered() for phrase in topic.weak]
    accented = [(topic.code, phrase) for topic in topics.offered() for phrase in topic.accented]
    other = [one for one in weak if fold(one[1]) in BARE]
    return Phrases([*strong, *(one for one in weak if one not in other)], [*accented, *other])


@lru_cache(maxsize=1)
def _contents() -> Phrases:
    lists: dict[str, list[str]] = tomllib.loads(FILE.read_text(encoding="utf-8"))
    order = ("not_turned", "against", "turned", "fault", "wish")
    return Phrases((tag, phrase) for tag in order for phrase in lists[tag])
