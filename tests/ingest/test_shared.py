"""The aims of the reading, on the texts beside the checkout."""

import importlib.util
import json
from collections import Counter

import pytest

from gandan.ingest.extract import propose

pytestmark = pytest.mark.shared

SEEDS = {
    "seed-000": ([], ["meeting"]),
    "seed-001": (["2024-06-18"], ["inspection", "survey"]),
    "seed-002": ([], ["survey"]),
    "seed-003": (["2020-10-12"], ["meeting", "meeting"]),
    "seed-004": (["2020-12-31"], ["conference"]),
}


@pytest.fixture(scope="module")
def scorer(shared):
    spec = importlib.util.spec_from_file_location("score_ingest", shared / "tools" / "score_ingest.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def read(shared):
    names = sorted(path.stem for path in (shared / "articles" / "gold").glob("*.json"))
    return {
        name: (
            json.loads((shared / "articles" / "gold" / f"{name}.json").read_text(encoding="utf-8")),
            propose((shared / "articles" / f"{name}.txt").read_text(encoding="utf-8")).model_dump(mode="json"),
        )
        for name in names
    }


def tally(scorer, read, key):
    right = said = gold = 0
    for expected, got in read.values():
        a, b = scorer.KEYS[key](expected), scorer.KEYS[key](got)
        right, said, gold = right + sum((a & b).values()), said + sum(b.values()), gold + sum(a.values())
    return right, said, gold


def f1(right, said, gold):
    return 2 * right / (said + gold) if said + gold else 1.0


def test_micro_f1(scorer, read):
    tallies = [tally(scorer, read, key) for key in scorer.KEYS]
    assert f1(*(sum(column) for column in zip(*tallies, strict=True))) >= 0.93


@pytest.mark.parametrize("key", ["people", "positions", "documents", "figures", "awards", "units"])
def test_each_key_with_twenty_records(scorer, read, key):
    counts = tally(scorer, read, key)
    assert counts[2] < 20 or f1(*counts) >= 0.88


def test_no_quote_is_invented(scorer, read, shared):
    for name, (_, got) in read.items():
        text = scorer.clean((shared / "articles" / f"{name}.txt").read_text(encoding="utf-8"))
        for key in ("people", "documents", "figures", "awards", "models", "requests", "activities"):
            assert [record["quote"] for record in got[key] if scorer.clean(record["quote"]) not in text] == []


@pytest.mark.parametrize("name", list(SEEDS))
def test_dates_and_kinds_of_activity_of_the_seeds(read, name):
    expected, got = read[name]
    happened, kinds = SEEDS[name]
    assert got["happened"] == happened == expected["happened"]
    assert got["published"] == expected["published"]
    assert Counter(activity["kind"] for activity in got["activities"]) == Counter(kinds)
