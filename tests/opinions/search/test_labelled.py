"""Questions with known answers (`samples/search/cases.toml`): as written, without accents, with one slip of the finger."""

import tomllib
from pathlib import Path

import pytest

from gandan.core import search
from gandan.core.access import Anyone

CASES = Path(__file__).resolve().parents[3] / "samples" / "search" / "cases.toml"
FIRST = 3
RIGHT = 0.95  # the aim of `gandan bench listen`, there among a million others


@pytest.mark.django_db
def test_the_right_answer_stands_among_the_first_three():
    cases = tomllib.loads(CASES.read_text(encoding="utf-8"))["case"]
    told = [(str(n), case["title"], case["question"]) for n, case in enumerate(cases)]
    search.put(*(search.Document(kind="opinion", id=n, title=title, url=f"/{n}/", body=body) for n, title, body in told))
    asked = [(str(n), case[way]) for n, case in enumerate(cases) for way in ("plain", "bare", "typo")]
    missed = [text for n, text in asked if n not in [hit.id for hit in search.find(text, actor=Anyone(), kind="opinion").hits[:FIRST]]]
    assert len(asked) >= 150
    assert len(missed) <= (1 - RIGHT) * len(asked), missed
