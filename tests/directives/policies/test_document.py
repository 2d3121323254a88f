"""Both states of a record against every deed on it."""

from datetime import date

import pytest

from gandan.core.access import Refusal, SystemActor
from gandan.directives import actions
from gandan.directives.enums import Adopted, RelationKind, State
from gandan.directives.models import Advice, Document, Relation
from gandan.directives.policies import advice, relation
from gandan.directives.policies import document as policies
from gandan.units.models import Office
from tests.directives.making import document
from tests.people import CAST, NOW, TODAY


def deeds(row: Document, db: None) -> dict[str, Refusal | None]:
    """What each policy answers for a document in its state; the other of a relation always stands."""
    told = {"asked_on": None, "given_on": TODAY, "adopted": Adopted.UNKNOWN, "decided_on": None, "note": "", "today": TODAY}
    outcome = {"adopted": Adopted.YES, "decided_on": TODAY, "note": "", "today": TODAY}
    other = Document(number="2-QĐ/TW", key="2", state=State.RECORDED)
    return {
        "correct": policies.change(row),
        "withdraw": policies.withdraw(row, reason="Ghi nhầm số"),
        "note advice": advice.note_advice(row, Office(), **told),
        "settle advice": advice.settle_advice(Advice(document=row), **outcome),
        **{f"{kind} it": relation.relate(other, row, kind=kind, from_day=None, today=TODAY) for kind in RelationKind},
        **{f"it {kind}": relation.relate(row, other, kind=kind, from_day=None, today=TODAY) for kind in RelationKind},
    }


@pytest.mark.parametrize("state", State)
def test_each_deed_in_each_state(db, state):
    answers = deeds(Document(number="1-QĐ/TW", key="1", state=state), db)
    assert len(answers) == 12
    if state == State.RECORDED:
        assert not any(answers.values())
    else:
        assert all(refusal and "rút khỏi sổ" in refusal.sentence for refusal in answers.values())


@pytest.mark.parametrize("who", CAST)
def test_who_says_that_it_was_compared_with_the_original(cast, who):
    refusal = policies.check(True, by=cast[who])
    assert (refusal is None) == (who == "administrator")
    assert refusal is None or "Chỉ người quản trị" in refusal.sentence
    assert policies.check(False, by=cast[who]) is None


def test_no_door_lets_an_office_say_so(world, front_officer):
    mine = document("1/KH-UBND", by=front_officer)
    other = document("2/KH-UBND", by=front_officer)
    for deed in (
        lambda: document("3/KH-UBND", by=front_officer, checked=True),
        lambda: actions.correct_document(mine, checked=True, by=front_officer, now=NOW),
        lambda: actions.relate(mine, other=other, kind="guides", checked=True, by=front_officer, now=NOW),
    ):
        with pytest.raises(Refusal, match="Chỉ người quản trị"):
            deed()
    assert not Relation.objects.exists()


def test_other_words_are_no_longer_compared(world, front_officer):
    mine = document("1/KH-UBND", by=SystemActor("demo"), unit=world.commune, checked=True, is_public=True)
    assert actions.correct_document(mine, source="Cổng thông tin", by=front_officer, now=NOW).checked
    assert not actions.correct_document(mine, issued_on=date(2026, 3, 1), by=front_officer, now=NOW).checked
