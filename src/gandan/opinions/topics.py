"""The closed list of service topics: what people of a commune speak of. Plain data, read once; the code is the Open311 service_code."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.utils.translation import get_language

FILE = Path(__file__).parent / "data" / "topics.toml"

OTHER = "other"  # what nobody could place; never suggested by words
ADMINISTRATIVE_RULES = "administrative-rules"  # the one topic that a decree names: what is said of rules goes to whoever can change them


@dataclass(frozen=True)
class Said:
    """Words of the list in Vietnamese and English; a reader of any other language gets the Vietnamese."""

    vi: str
    en: str

    def __str__(self) -> str:
        return self.en if (get_language() or "vi").startswith("en") else self.vi


@dataclass(frozen=True)
class Group:
    """A heading under which topics stand in forms and lists."""

    code: str
    said: Said

    @property
    def name(self) -> str:
        """In the reader's language."""
        return str(self.said)


@dataclass(frozen=True)
class Topic:
    """One topic. `keywords` recognise a text with or without its accents, `accented` only with them (cống is a drain, công is work); `weak`
    ones only where nothing better speaks for another topic."""

    code: str
    group: Group
    said: Said
    described: Said
    keywords: tuple[str, ...] = ()
    accented: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    retired: bool = False

    @property
    def name(self) -> str:
        """In the reader's language."""
        return str(self.said)

    @property
    def description(self) -> str:
        """What belongs to it, in one sentence in the reader's language."""
        return str(self.described)


def _said(block: dict[str, Any], key: str) -> Said:
    return Said(block[key], block[f"{key}_en"])


def _read(file: Path = FILE) -> tuple[Topic, ...]:
    read = tomllib.loads(file.read_text(encoding="utf-8"))
    groups = {block["code"]: Group(block["code"], _said(block, "name")) for block in read["group"]}
    return tuple(
        Topic(
            code=block["code"],
            group=groups[block["group"]],
            said=_said(block, "name"),
            described=_said(block, "description"),
            keywords=tuple(block["keywords"]),
            accented=tuple(block.get("accented", ())),
            weak=tuple(block.get("weak", ())),
            retired=block.get("retired", False),
        )
        for block in read["topic"]
    )


ALL: tuple[Topic, ...] = _read()
_BY_CODE = {topic.code: topic for topic in ALL}


def get(code: str) -> Topic | None:
    """The topic of a code, a retired one too: cases keep it. None for a code that never stood in the list."""
    return _BY_CODE.get(code)


def name_of(code: str) -> str:
    """What a page calls a topic; the code itself where the list does not know it."""
    topic = _BY_CODE.get(code)
    return topic.name if topic else code


def offered() -> tuple[Topic, ...]:
    """What a form offers today, in its order."""
    return tuple(topic for topic in ALL if not topic.retired)


@lru_cache(maxsize=1)
def groups() -> tuple[tuple[Group, tuple[Topic, ...]], ...]:
    """Every group with the topics that a form offers, in the order of forms."""
    named = dict.fromkeys(topic.group for topic in offered())
    return tuple((group, tuple(t for t in offered() if t.group == group)) for group in named)
