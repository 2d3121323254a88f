"""Loads the word lists in `ingest/data`: one entry a line, `#` starts a comment, entries are NFC."""

import re
from functools import cache
from pathlib import Path

from gandan.core.text import nfc

_FOLDER = Path(__file__).parent / "data"


@cache
def words(name: str) -> tuple[str, ...]:
    """The entries of one list in the order of the file."""
    lines = nfc((_FOLDER / f"{name}.txt").read_text(encoding="utf-8")).splitlines()
    return tuple(entry for line in lines if (entry := line.split("#")[0].strip()))


@cache
def pairs(name: str) -> tuple[tuple[str, str], ...]:
    """Entries of the form `left = right`."""
    return tuple((left.strip(), right.strip()) for left, _, right in (entry.partition("=") for entry in words(name)))


def either(name: str) -> str:
    """The list as one alternative of a regular expression, longest entry first; a space matches any run of spaces."""
    return "|".join(_spaced(entry) for entry in sorted(words(name), key=len, reverse=True))


def _spaced(entry: str) -> str:
    return r"\s+".join(re.escape(part) for part in entry.split())
