"""Reads the shipped definitions and the list of what is never counted; the readable files are the source, this is only their grammar."""

import re
import tomllib
from functools import lru_cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from gandan.core.text import fold
from gandan.indicators.enums import Measure, Nature, Refused, Topic

DATA = Path(__file__).parent / "data"


class Shipped(BaseModel):
    """One block of `indicators.toml`."""

    model_config = ConfigDict(extra="forbid")

    code: str = Field(pattern=r"^[a-z][a-z0-9_]*(\.[a-z0-9_]+)*$")
    topic: Topic
    name: str
    measure: Measure
    nature: Nature
    noun: str
    name_en: str
    noun_en: str
    words: list[str]
    explained: str = ""
    numerator: str = ""
    denominator: str = ""


class RefusedKind(BaseModel):
    """A kind of indicator that nobody can define; the label of `kind` is the reason in a sentence."""

    model_config = ConfigDict(extra="forbid")

    kind: Refused
    patterns: list[str]

    def fits(self, folded: str) -> bool:
        """Whether a text without accents speaks of it, in whole words."""
        return any(re.search(rf"(?<!\w)(?:{pattern})(?!\w)", folded) for pattern in self.patterns)


@lru_cache(maxsize=1)
def shipped() -> tuple[str, tuple[Shipped, ...]]:
    """What the definitions rest on, and the definitions in the order of the file."""
    read = tomllib.loads((DATA / "indicators.toml").read_text(encoding="utf-8"))
    return read["source"], tuple(Shipped.model_validate(block) for block in read["indicator"])


@lru_cache(maxsize=1)
def english() -> dict[tuple[str, str], str]:
    """Names and nouns of the shipped definitions in English, by code and Vietnamese words: what an office renamed is not among them."""
    return {(one.code, words): said for one in shipped()[1] for words, said in ((one.noun, one.noun_en), (one.name, one.name_en))}


@lru_cache(maxsize=1)
def refused_kinds() -> tuple[RefusedKind, ...]:
    """Every kind that is refused."""
    read = tomllib.loads((DATA / "refused.toml").read_text(encoding="utf-8"))
    return tuple(RefusedKind.model_validate(block) for block in read["refused"])


def refused_kind(*texts: str) -> RefusedKind | None:
    """The kind that a name, noun, code or explanation falls under; None where it may be counted."""
    folded = fold(" | ".join(texts)).replace("_", " ").replace(".", " ")
    return next((kind for kind in refused_kinds() if kind.fits(folded)), None)
