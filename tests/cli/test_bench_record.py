"""`gandan bench record`: the same road at a tiny size, and the arithmetic of its numbers."""

import pytest

from gandan.cli.bench import batch, record
from gandan.cli.bench.registry import load, names

PAGES = ("my_work_officer", "my_work_province", "promises_of_ward", "unit_page", "board_province")


def test_it_is_a_bench_and_says_what_it_measures():
    assert "record" in names()
    assert "100.000" in load("record")[1]
    assert not {"batch", "ground", "pages"} & set(names())


@pytest.mark.parametrize(("slow", "exponent"), [(10.0, 0.0), (100.0, 1.0), (31.6227766, 0.5)])
def test_growth_is_the_exponent(slow, exponent):
    assert record.growth("x", 10_000, 10.0, 100_000, slow).value == exponent


def test_no_two_articles_are_the_same():
    assert len({batch.article(n) for n in range(200)}) == 200


@pytest.mark.bench
def test_a_tiny_run_measures_every_page_twice_and_a_batch():
    found = {r.name: r for r in record.run(sizes=(100, 200), files=3, times=2)}
    for page in PAGES:
        for size in (100, 200):
            assert 0 < found[f"record_{page}_p50_{size}"].value <= found[f"record_{page}_p95_{size}"].value
        assert f"record_{page}_growth" in found
    assert found["record_batch_read"].value > 0
    assert found["record_batch_accepted"].value > 0
    assert found["record_batch_accepted"].compared_with.endswith("của 3 tệp")
