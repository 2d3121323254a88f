"""What one document does to another."""

from datetime import date

import pytest

from gandan.core import events
from gandan.core.access import Refusal
from gandan.directives import actions
from gandan.directives.models import Relation
from tests.directives.making import document, replaces
from tests.people import NOW


def test_it_is_written_with_one_event(world, front_officer):
    old, new = document("1/KH-UBND", by=front_officer), document("2/KH-UBND", by=front_officer)
    made = actions.relate(new, other=old, kind="replaces", from_day=date(2026, 9, 1), by=front_officer, now=NOW)
    event = events.of(new).last()
    assert (event.verb, event.now, event.unit) == ("directives.related", "replaces", world.commune.pk)
    assert event.facts == {"relation": str(made.pk), "other": str(old.pk), "other_number": "01/KH-UBND", "from_day": "2026-09-01"}


def test_a_ward_ends_no_document_of_the_centre_but_may_carry_it_out(world, front_officer, provincial_leader, administrator):
    law, plan = document("23-QĐ/TW"), document("2/KH-UBND", by=front_officer, is_public=True)
    for kind in ("replaces", "amends", "repeals"):
        with pytest.raises(Refusal, match="chưa được giao quyền"):
            actions.relate(plan, other=law, kind=kind, by=front_officer, now=NOW)
        with pytest.raises(Refusal, match="chưa được giao quyền"):
            actions.relate(law, other=plan, kind=kind, by=front_officer, now=NOW)
    assert actions.relate(plan, other=law, kind="guides", by=front_officer, now=NOW)
    assert actions.relate(document("99-QĐ/TW"), other=law, kind="replaces", by=administrator, now=NOW)


def test_nobody_relates_the_records_of_another_unit(world, front_officer, outsider):
    mine, theirs = document("1/KH-UBND", by=front_officer, is_public=True), document("2/KH-UBND", by=outsider, is_public=True)
    for first, second in ((mine, theirs), (theirs, mine)):
        with pytest.raises(Refusal):
            actions.relate(first, other=second, kind="replaces", by=outsider, now=NOW)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"kind": "loves"}, "Hãy chọn quan hệ"),
        ({"same": True}, "chính nó"),
        ({"from_day": date(2021, 7, 29)}, "trước ngày ban hành"),
        ({"from_day": date(2040, 1, 1)}, "quá xa"),
        ({"swap": True}, "ra trước không thể"),
        ({"twice": True}, "đã được ghi"),
    ],
)
def test_refusals(db, change, sentence):
    old, new = document("290-QĐ/TW", issued_on=date(2010, 2, 25)), document("23-QĐ/TW", issued_on=date(2021, 7, 30))
    if change.pop("twice", False):
        replaces(new, old)
    if change.pop("swap", False):
        old, new = new, old
    with pytest.raises(Refusal, match=sentence):
        replaces(new, new if change.pop("same", False) else old, since=change.get("from_day"), kind=change.get("kind", "replaces"))


def test_no_circle(db):
    rows = [document(f"{n}-QĐ/TW") for n in (1, 2, 3)]
    replaces(rows[1], rows[0])
    replaces(rows[2], rows[1])
    with pytest.raises(Refusal, match="vòng tròn"):
        replaces(rows[0], rows[2])
    replaces(rows[0], rows[2], kind="guides")  # of another kind it is no circle


def test_no_circle_of_replacing_and_repealing_together(db):
    rows = [document(f"{n}-QĐ/TW") for n in (1, 2, 3)]
    replaces(rows[1], rows[0])
    replaces(rows[2], rows[1], kind="repeals")
    for first, second, kind in ((0, 1, "repeals"), (0, 2, "replaces"), (0, 2, "repeals"), (1, 2, "replaces")):
        with pytest.raises(Refusal, match="vòng tròn"):
            replaces(rows[first], rows[second], kind=kind)
    replaces(rows[0], rows[2], kind="amends")


def test_a_withdrawn_document_takes_part_in_nothing(world, front_officer):
    old, new = document("1/KH-UBND", by=front_officer), document("2/KH-UBND", by=front_officer)
    actions.withdraw_document(old, reason="Ghi nhầm", by=front_officer, now=NOW)
    with pytest.raises(Refusal, match="rút khỏi sổ"):
        actions.relate(new, other=old, kind="replaces", by=front_officer, now=NOW)


def test_a_mistake_is_taken_back_by_who_keeps_it(world, front_officer, outsider):
    old, new = document("1/KH-UBND", by=front_officer, is_public=True), document("2/KH-UBND", by=front_officer, is_public=True)
    made = actions.relate(new, other=old, kind="replaces", by=front_officer, now=NOW)
    with pytest.raises(Refusal):
        actions.take_back_relation(made, by=outsider, now=NOW)
    assert actions.take_back_relation(made, by=front_officer, now=NOW) == new
    assert not Relation.objects.exists()
    event = events.of(new).last()
    assert (event.verb, event.was, event.facts["other"]) == ("directives.relation_taken_back", "replaces", str(old.pk))
