"""Persons, places and requests of the texts in samples/ingest, against records made by hand before the rules saw them."""

import json
from pathlib import Path

import pytest

from gandan.ingest.extract import propose
from gandan.ingest.score import KEYS

SAMPLES = sorted((Path(__file__).parents[2] / "samples" / "ingest").glob("*.json"))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_people_and_places(path):
    gold = json.loads(path.read_text(encoding="utf-8"))
    said = propose(path.with_suffix(".txt").read_text(encoding="utf-8")).model_dump(mode="json")
    for key in ("people", "positions", "units"):
        assert KEYS[key](said) == KEYS[key](gold), key
    codes = {place["name"]: place["code"] for place in said["units"]}
    assert {u["name"]: codes[u["name"]] for u in gold["units"] if "code" in u} == {
        u["name"]: u["code"] for u in gold["units"] if "code" in u
    }
    if "requests" in gold:
        assert [(r["by"], r["to"]) for r in said["requests"]] == [(r["by"], r["to"]) for r in gold["requests"]]
