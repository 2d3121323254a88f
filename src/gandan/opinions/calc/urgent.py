"""Words by which somebody may be in danger now: whom to call before any office reads it. Pure; kept nowhere, decides nothing."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from gandan.core.text import fold, tone_key

FILE = Path(__file__).parent.parent / "data" / "urgent.toml"
MOST = 8000  # letters that are looked at, as many as an opinion may have


@dataclass(frozen=True)
class Number:
    """One to call, free of charge, day and night."""

    number: str
    who: str | Promise


CHILDREN = Number("111", _("Tổng đài bảo vệ trẻ em"))
POLICE = Number("113", _("Công an"))
FIRE = Number("114", _("Chữa cháy, cứu nạn"))
DOCTOR = Number("115", _("Cấp cứu y tế"))


@lru_cache(maxsize=1)
def _words() -> tuple[dict[str, re.Pattern[str]], dict[str, re.Pattern[str]]]:
    """Each list as one pattern: for words with their accents, and for a text that has none."""
    lists = tomllib.loads(FILE.read_text(encoding="utf-8"))
    other = set(lists.pop("accents"))
    plain = {name: [fold(word) for word in words if " " in word and word not in other] for name, words in lists.items()}
    return {name: _any(map(tone_key, words)) for name, words in lists.items()}, {name: _any(words) for name, words in plain.items()}


def _any(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(re.escape(word) for word in words) + r")\b")


def numbers(text: str) -> tuple[Number, ...]:
    """Whom to call about this; nothing for what can wait. A child in danger is told of at 111 first."""
    typed, folded = tone_key(text[:MOST]), fold(text[:MOST])
    said = {name: bool(pattern.search(typed)) for name, pattern in _words()[typed == folded].items()}
    found = [(CHILDREN, said["child"] and said["harm"]), (POLICE, said["crime"] or (said["child"] and said["harm"]))]
    found += [(FIRE, said["fire"]), (DOCTOR, said["ill"])]
    return tuple(number for number, meant in found if meant)
