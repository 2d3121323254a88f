"""Who advised a document, and what became of it."""

from datetime import date, timedelta

import pytest

from gandan.core import events
from gandan.core.access import Refusal
from gandan.directives import actions
from gandan.directives.enums import Adopted
from tests.directives.making import document
from tests.people import NOW, TODAY


@pytest.fixture
def plan(world, front_officer):
    return document("12/KH-UBND", by=front_officer)


def advise(world, plan, by, **more):
    return actions.note_advice(plan, **{"office": world.front, "given_on": date(2026, 3, 1), **more}, by=by, now=NOW)


def test_advice_and_what_became_of_it(world, plan, front_officer, leader):
    made = advise(world, plan, front_officer, asked_on=date(2026, 2, 20), note="Bổ sung phần đối thoại")
    assert made.adopted == Adopted.UNKNOWN
    done = actions.settle_advice(made, adopted="partly", decided_on=date(2026, 3, 10), by=leader, now=NOW)
    assert (done.adopted, done.note) == ("partly", "Bổ sung phần đối thoại")
    noted, settled = list(events.of(plan))[-2:]
    assert (noted.verb, noted.now, noted.facts["by_office"]) == ("directives.advice_noted", "unknown", str(world.front.pk))
    assert (settled.verb, settled.was, settled.now) == ("directives.advice_settled", "unknown", "partly")
    assert "đối thoại" not in f"{noted.facts}{settled.facts}"
    assert [b[1] for e in (noted, settled) for b in e.bindings] == [str(made.pk)] * 2


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"adopted": "maybe"}, "Hãy chọn kết quả"),
        ({"decided_on": date(2026, 3, 2)}, "chọn kết quả"),
        ({"given_on": TODAY + timedelta(days=1)}, "sau hôm nay"),
        ({"asked_on": date(2026, 3, 2)}, "trước ngày được giao"),
        ({"adopted": "yes", "decided_on": date(2026, 2, 1)}, "trước ngày tham mưu"),
        ({"note": "a" * 1001}, "dài quá 1000"),
    ],
)
def test_refusals(world, plan, front_officer, more, sentence):
    with pytest.raises(Refusal, match=sentence):
        advise(world, plan, front_officer, **more)


def test_once_an_office_and_day(world, plan, front_officer):
    advise(world, plan, front_officer)
    with pytest.raises(Refusal, match="đã được ghi"):
        advise(world, plan, front_officer)
    assert advise(world, plan, front_officer, given_on=date(2026, 4, 1))


def test_who_keeps_the_record_alone(world, plan, front_officer, outsider):
    with pytest.raises(Refusal):
        advise(world, plan, outsider)
    made = advise(world, plan, front_officer)
    with pytest.raises(Refusal):
        actions.settle_advice(made, adopted="yes", by=outsider, now=NOW)


def test_not_on_a_withdrawn_one(world, plan, front_officer):
    made = advise(world, plan, front_officer)
    actions.withdraw_document(plan, reason="Ghi nhầm", by=front_officer, now=NOW)
    for deed in (
        lambda: advise(world, plan, front_officer, given_on=date(2026, 4, 1)),
        lambda: actions.settle_advice(made, adopted="yes", by=front_officer, now=NOW),
    ):
        with pytest.raises(Refusal, match="rút khỏi sổ"):
            deed()
