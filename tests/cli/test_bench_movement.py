"""`gandan bench movement`: the same road at a tiny size, and its numbers on labelled pairs."""

import random

import pytest

from gandan.cli.bench import movement, movement_words
from gandan.cli.bench.registry import load, names

TIMED = ("find", "gallery", "page", "check")


def test_it_is_a_bench_and_says_what_it_measures():
    assert "movement" in names()
    assert "50.000" in load("movement")[1]
    assert not {"movement-ground", "movement-words", "movement-council"} & set(names())


def test_each_file_of_pairs_has_its_precision_and_recall():
    found = {r.name: r for r in movement.scored()}
    for kind in ("neighbour", "movement", "all"):
        for what in ("precision", "recall"):
            number = found[f"movement_pairs_dev_{kind}_{what}"]
            assert 0.9 <= number.value <= 1
            assert "pairs-dev.jsonl" in number.compared_with


def test_texts_are_the_same_each_time_and_not_each_others():
    one, again = (movement_words.said(random.Random(3)) for _ in range(2))  # noqa: S311
    assert one == again
    chance = random.Random(4)  # noqa: S311
    assert len({movement_words.said(chance).way for _ in range(300)}) == 300


@pytest.mark.bench
def test_a_tiny_run_measures_everything():
    found = {r.name: r for r in movement.run(sizes=(60, 120), members=3, models=2, times=4)}
    for name in TIMED:
        for size in (60, 120):
            assert 0 < found[f"movement_{name}_p50_{size}"].value <= found[f"movement_{name}_p95_{size}"].value
    assert {"movement_find_growth", "movement_gallery_growth", "movement_page_growth"} <= set(found)
    assert found["movement_check_recall_120"].value > 0.8
    assert found["movement_check_precision_120"].value > 0.8
    assert found["movement_council_cards"].value == 6
    assert found["movement_council_close"].value > 0
