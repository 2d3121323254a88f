"""Usual reasons for not taking up a case, each with its article: plain data that an officer begins from."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from django.utils.translation import get_language

FILE = Path(__file__).parent / "data" / "grounds.toml"


@dataclass(frozen=True)
class Ground:
    """A reason. `words` go to the sender and are Vietnamese; `label` is what the officer's page calls it."""

    code: str
    contents: tuple[str, ...]
    words: str
    words_en: str
    law: str
    since: date
    until: date | None = None
    checked: bool = False

    @property
    def label(self) -> str:
        """The reason in the reader's language, with its article."""
        said = self.words_en if (get_language() or "vi").startswith("en") else self.words
        return f"{said.rstrip(': ')} ({self.law})"


@lru_cache(maxsize=1)
def every() -> tuple[Ground, ...]:
    """All of the list."""
    rows = tomllib.loads(FILE.read_text(encoding="utf-8"))["ground"]
    return tuple(
        Ground(r["code"], tuple(r["contents"]), r["words"], r["words_en"], r["law"], r["from"], r.get("until"), r["checked"]) for r in rows
    )


def usual(content: str, *, on: date) -> list[Ground]:
    """Reasons for a content whose article holds on a day."""
    return [g for g in every() if (not g.contents or content in g.contents) and g.since <= on and (g.until is None or on < g.until)]


def one(code: str) -> Ground | None:
    """By its code."""
    return next((g for g in every() if g.code == code), None)
