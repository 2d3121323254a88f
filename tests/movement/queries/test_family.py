"""Who learnt from whom: whole, in a constant number of queries, across units and mergers; drafts are left out."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gandan.appraisals.enums import Level
from gandan.core.access import Anyone
from gandan.movement import actions
from gandan.movement.enums import State, Worked
from gandan.movement.models import Practice
from gandan.movement.queries.family import copies, drive_for, tree
from tests.movement.ground import at, brought, form
from tests.people import NOW, TODAY

TEXT = "Đổi giờ thu gom sang buổi chiều cho hợp chợ."


@pytest.fixture
def first(in_state):
    return in_state()


@pytest.fixture
def learn(ground, cast):
    """Another office learns and registers; each call says from whom and by which office."""
    made = []

    def one(original, office, owner, registrar) -> Practice:
        made.append(1)
        draft = actions.adopt(original, office=office, by=cast[owner], now=NOW)
        actions.write(draft, written=form(draft.field, 20 + len(made), changed="Gom buổi chiều"), by=cast[owner], now=NOW)
        return brought(draft, State.REGISTERED, owner=cast[owner], registrar=cast[registrar])

    return one


def test_a_family_over_three_generations_with_what_came_of_each(first, learn, ground, cast):
    child = learn(first, ground.other_front, "outsider", "provincial_specialist")
    grandchild = learn(child, ground.front, "front_officer", "provincial_specialist")
    sibling = learn(first, ground.front, "front_officer", "provincial_specialist")
    actions.adopt(child, office=ground.committee, by=cast["committee_officer"], now=NOW)  # a draft
    actions.judge_adoption(child, worked=Worked.PARTLY, text=TEXT, by=cast["outsider"], now=NOW)
    actions.judge_adoption(child, worked=Worked.WORKED, text=TEXT, by=cast["outsider"], now=at(1))
    actions.read_measure(child.aims.get(), value=Decimal(2), read_on=TODAY, by=cast["outsider"], now=NOW)
    for member in (first, child, grandchild):
        family = tree(member)
        assert (family.size, family.units, family.provinces, family.generations) == (4, 2, 1, 3)
        assert family.first is not None
        assert family.first.practice == first
    told = family.members
    assert [m.practice for m in family.first.children] == [child, sibling]
    assert [m.depth for m in (told[first.pk], told[child.pk], told[grandchild.pk])] == [0, 1, 2]
    one = told[child.pk]
    assert (one.place, one.made_in, one.judged.worked) == ("Phường Cái Răng", "", Worked.WORKED)
    assert one.came[0].last.statement.value == 2
    assert told[first.pk].came[0].last is None
    assert copies(Practice.objects.all()) == {first.pk: 2, child.pk: 1}
    assert Level.BASE not in one.levels


def test_parents_are_made_before_children_and_a_long_chain_stands(first):
    """As long as no recursion of the language allows: rows are made in bulk."""
    chain, parent = [], first
    for n in range(1200):
        row = Practice(pk=None, **_copied(first), title=f"Đời {n}", adopted_from=parent, root=first)
        row.pk = Practice._meta.pk.get_default()
        chain.append(row)
        parent = row
    Practice.objects.bulk_create(chain)
    family = tree(first)
    assert (family.size, family.generations) == (1201, 1201)
    assert [m.depth for m in family.first.everyone()] == list(range(1201))


def _copied(practice: Practice) -> dict[str, object]:
    names = "drive_id field_id state unit_id made_in_id office_id written_by written_at registered_on alive_until changed_at".split()
    return {name: getattr(practice, name) for name in names}


def test_as_many_questions_for_many_as_for_one(first, learn, ground):
    def asked() -> int:
        with CaptureQueriesContext(connection) as told:
            tree(first)
        return len(told)

    learn(first, ground.other_front, "outsider", "provincial_specialist")
    asked()
    two = asked()
    Practice.objects.bulk_create([Practice(**_copied(first), title=f"Bản {n}", adopted_from=first, root=first) for n in range(30)])
    assert asked() == two


def test_a_model_that_went_to_another_unit_says_where_it_was_made(first, learn, ground):
    child = learn(first, ground.other_front, "outsider", "provincial_specialist")
    Practice.objects.filter(pk=child.pk).update(unit=ground.commune)
    member = tree(first).members[child.pk]
    assert (member.place, member.made_in) == ("Phường Ninh Kiều", "Phường Cái Răng")


def test_what_may_not_be_seen_has_no_family(begun):
    draft = begun(1)
    assert tree(draft, actor=Anyone()).first is None


def test_the_drive_of_the_original_where_it_is_open_else_the_newest(first, ground, drive, cast):
    assert drive_for(first, ground.other.pk, TODAY) == drive
    assert drive_for(first, ground.other.pk, drive.ends_on + timedelta(days=1)) is None
    assert drive_for(first, ground.province.pk, TODAY) == drive
