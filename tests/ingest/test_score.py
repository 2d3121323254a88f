"""The score: what counts as the same, and that it agrees with the tool handed to us."""

import importlib.util
import json
from pathlib import Path

import pytest

from gandan.cli.bench import ingest_score
from gandan.ingest.queries import propose_text
from gandan.ingest.score import KEYS, Tally, same

SHARED = Path(__file__).parents[3] / "shared"


def test_names_are_the_same_whatever_their_spelling():
    assert same("Ủy ban MTTQ  “Hòa Bình”") == same("uỷ ban mttq hoà bình")


def test_counts_and_invented_quotes():
    tally = Tally()
    gold = {"people": [{"name": "An Văn Bình", "positions": ["Bí thư"]}], "figures": [{"value": 2, "measure": "count"}]}
    said = {
        "people": [{"name": "an văn bình", "positions": ["bí thư", "trưởng đoàn"], "quote": "ông An Văn Bình"}],
        "figures": [{"value": 2.0, "measure": "count", "quote": "không có trong bài"}, {"value": 3, "measure": "m", "quote": "3 m"}],
    }
    tally.add(gold, said, "Hôm qua\nông An Văn  Bình đo 3 m.")
    assert (tally.counts["people"].f1, tally.counts["positions"].f1, tally.counts["figures"].f1) == (
        1,
        pytest.approx(2 / 3),
        pytest.approx(2 / 3),
    )
    assert tally.invented == 1
    assert tally.total.said == 5
    assert tally.counts["awards"].f1 == 0


def test_the_samples_are_read_well():
    results = {r.name: r.value for r in ingest_score.run() if "samples" in r.compared_with}
    assert results["ingest_score_invented_quotes"] == 0
    assert results["ingest_score_micro"] >= 0.88
    assert set(results) == {f"ingest_score_{key}" for key in (*KEYS, "micro", "invented_quotes")}


@pytest.mark.shared
def test_agrees_with_the_tool_of_the_design_folder():
    if not (SHARED / "tools" / "score_ingest.py").is_file():
        pytest.skip("no ../shared beside the checkout")
    spec = importlib.util.spec_from_file_location("score_ingest", SHARED / "tools" / "score_ingest.py")
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    for path in sorted((SHARED / "articles" / "gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        reading = propose_text((SHARED / "articles" / f"{path.stem}.txt").read_text(encoding="utf-8"))
        said = reading.proposal.model_dump(mode="json")
        for key, of in KEYS.items():
            theirs = tool.KEYS[key]
            assert (of(gold) & of(said)).total() == (theirs(gold) & theirs(said)).total(), (path.stem, key)
            assert of(gold).total() == theirs(gold).total()
