"""Pairs that people labelled: read, counted, and how well the development set is answered."""

from pathlib import Path

import pytest

from gandan.movement.calc.movements import by_code
from gandan.movement.score import BadPairs, files, load, tallies

SAMPLES = Path(__file__).resolve().parents[2] / "samples" / "movement"


def test_the_development_pairs_are_answered_as_people_answered_them():
    told = tallies(load(SAMPLES / "pairs-dev.jsonl"))
    for kind, least in (("neighbour", 0.93), ("movement", 0.95)):
        assert told[kind].precision >= least, [(p.one.title, p.score) for p in told[kind].errors]
        assert told[kind].recall >= least, [(p.one.title, p.score) for p in told[kind].errors]
    assert told["all"].all == told["neighbour"].all + told["movement"].all >= 90


def test_pairs_that_nobody_tuned_on_are_answered_well_enough():
    unseen = [path for path in files(SAMPLES) if path.stem != "pairs-dev"]
    assert len(unseen) >= 2
    for path in unseen:
        told = tallies(load(path))["all"]
        assert told.precision >= 0.8, (path.name, [(p.one.title, p.score) for p in told.errors])
        assert told.recall >= 0.8, (path.name, [(p.one.title, p.score) for p in told.errors])


def test_the_development_file_is_read_first(tmp_path):
    for name in ("pairs-a.jsonl", "pairs-dev.jsonl", "other.jsonl"):
        (tmp_path / name).touch()
    assert [p.name for p in files(tmp_path)] == ["pairs-dev.jsonl", "pairs-a.jsonl"]


def test_forms_stand_in_the_line_or_by_their_id_and_movements_by_name_or_code(tmp_path):
    name = by_code()["chu-nhat-xanh"].name
    path = tmp_path / "pairs-x.jsonl"
    path.write_text(
        '{"id": "a", "title": "Chủ nhật xanh", "way": "ra quân tổng vệ sinh sáng chủ nhật, dọn rác, trồng cây xanh"}\n\n'
        '{"a": "a", "b": {"title": "Khác"}, "same": false}\n'
        f'{{"a": "a", "b": {{"movement": "{name}"}}, "same": true}}\n'
        '{"a": "a", "b": {"movement": ""}, "same": true}\n'
        '{"a": "a", "b": {"movement": "không có phong trào này đâu"}, "same": true}\n',
        encoding="utf-8",
    )
    told = tallies(load(path))
    assert (told["movement"].hits, told["movement"].missed, told["neighbour"].passed) == (2, 1, 1)
    assert told["movement"].recall == pytest.approx(2 / 3)
    assert told["movement"].precision == 1


@pytest.mark.parametrize("line", ['{"a": "x", "b": "y", "same": true}', "{", '{"title": "không có id"}'])
def test_a_bad_line_is_named(tmp_path, line):
    path = tmp_path / "pairs-x.jsonl"
    path.write_text(f'{{"id": "a"}}\n{line}\n', encoding="utf-8")
    with pytest.raises(BadPairs, match=r"pairs-x\.jsonl:2"):
        load(path)
