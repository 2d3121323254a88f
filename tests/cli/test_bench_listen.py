"""`gandan bench listen`: the same road at a tiny size."""

import pytest

from gandan.cli.bench import listen
from gandan.cli.bench.registry import load, names


def test_it_is_a_bench_and_says_what_it_measures():
    assert "listen" in names()
    assert "100.000" in load("listen")[1]


@pytest.mark.bench
def test_a_tiny_run_measures_every_page_beside_a_bare_one():
    found = {r.name: r for r in listen.run(cases=(100, 200), documents=(500,), seconds=0.3)}
    for page in ("opinion_submit", "track_page", "home_page"):
        assert found[f"{page}_failed"].value == 0
        for bare in (page, f"{page}_bare", f"{page}_bare_sql"):
            assert found[bare].value > 0
    for page in ("inbox", "dashboard", "ward_page"):
        for size in (100, 200):
            assert 0 < found[f"{page}_p50_{size}"].value <= found[f"{page}_p95_{size}"].value
    assert any(name.startswith("search_commune") for name in found)
