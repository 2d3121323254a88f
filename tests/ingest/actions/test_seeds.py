"""The texts beside the checkout go in whole and come out whole."""

import pytest

from gandan.activities.models import Activity
from gandan.activities.queries import done_in
from gandan.directives.queries import find_number
from gandan.indicators.models import Statement
from gandan.ingest import actions
from gandan.ingest.enums import RecordState
from tests.ingest.desk import NOW, take, unit

pytestmark = pytest.mark.shared
SEEDS = ["seed-000", "seed-001", "seed-002", "seed-003", "seed-004"]


@pytest.fixture
def told(shared, ward, officer):
    sources = {}
    for name in SEEDS:
        source = take((shared / "articles" / f"{name}.txt").read_text(encoding="utf-8"), ward, officer, publisher="")
        sources[name] = (source, actions.accept_all(source, by=officer, now=NOW))
    return sources


def test_every_text_is_accepted_and_undone(told, officer):
    for name, (_source, done) in told.items():
        assert done.accepted, name
        assert all(left.sentence for left in done.left)
        unclear = [left for left in done.left if left.record.kind != "unit"]
        assert unclear == [], name
    assert Activity.objects.exists()
    for source, done in told.values():
        for row in reversed(done.accepted):
            row.refresh_from_db()
            actions.undo(row, by=officer, now=NOW)
        assert set(source.records.values_list("state", flat=True)) == {RecordState.WAITING}
    assert not Activity.objects.filter(state="recorded").exists()


def test_they_are_found_again(told, officer):
    assert done_in(unit("31135").pk, officer).exists()
    assert find_number("290 qđ tw", actor=officer)
    assert Statement.objects.filter(value="74.77", measure="percent", retraction=None).exists()
