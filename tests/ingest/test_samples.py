"""Texts written for this project, of styles other than those the rules were written from, and what a person reads in them."""

import json
from collections import Counter
from pathlib import Path

import pytest

from gandan.ingest.extract import propose

SAMPLES = Path(__file__).parents[2] / "samples" / "ingest"
NAMES = sorted(path.stem for path in SAMPLES.glob("*.json"))
COUNTED = {
    "documents": lambda item: item["number"],
    "figures": lambda item: (item["value"], item["measure"]),
    "awards": lambda item: (item["name"], item["persons"], item["collectives"]),
    "people": lambda item: (item["name"], tuple(item["positions"])),
    "units": lambda item: (item["name"], item["province"]),
    "activities": lambda item: (item["kind"], item["date"]),
}


@pytest.fixture(scope="module")
def read():
    return {name: propose((SAMPLES / f"{name}.txt").read_text(encoding="utf-8")).model_dump(mode="json") for name in NAMES}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("key", ["title", "published", "happened"])
def test_single_values(read, name, key):
    expected = json.loads((SAMPLES / f"{name}.json").read_text(encoding="utf-8"))
    assert read[name][key] == expected[key]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("key", list(COUNTED))
def test_records(read, name, key):
    expected = json.loads((SAMPLES / f"{name}.json").read_text(encoding="utf-8"))
    if key in expected:
        assert Counter(map(COUNTED[key], read[name][key])) == Counter(map(COUNTED[key], expected[key]))


@pytest.mark.parametrize("name", NAMES)
def test_quotes_are_verbatim(read, name):
    text = " ".join((SAMPLES / f"{name}.txt").read_text(encoding="utf-8").split())
    for key in ("people", "documents", "figures", "awards", "models", "requests", "activities"):
        for record in read[name][key]:
            assert " ".join(record["quote"].split()) in text
