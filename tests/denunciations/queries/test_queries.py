"""Who sees which letters, at a constant price; the clock of the law; who handles what."""

from datetime import date, timedelta

import pytest

from gandan.core import events
from gandan.core.access import Role
from gandan.denunciations import queries
from gandan.denunciations.enums import State
from gandan.denunciations.messages import handlers
from gandan.denunciations.models import Denunciation
from gandan.denunciations.sealing import Noted
from gandan.denunciations.work import owed
from tests.people import CAST, TODAY, hold

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("who", CAST)
def test_only_the_handler_sees_letters(letter, cast, who):
    assert queries.visible_to(cast[who]).exists() == (who == "denunciation_handler")


@pytest.mark.parametrize("who", CAST)
def test_only_the_handler_has_work_of_it(letter, cast, who):
    pile = owed(cast[who], TODAY)
    assert bool(pile.items) == bool(pile.counts) == (who == "denunciation_handler")


def test_a_list_costs_the_same_for_one_and_thirty(set_aside, denunciation_handler, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def cost():
        with CaptureQueriesContext(connection) as asked:
            rows = list(queries.visible_to(denunciation_handler))
            queries.first_due(d.set_aside_on for d in rows)
            owed(denunciation_handler, TODAY)
        return len(asked)

    set_aside()
    first = cost()
    for _n in range(29):
        set_aside()
    assert cost() == first


def test_the_clock_while_it_waits(letter):
    found = {d.due.rule.code: d for d in queries.clock(letter)}
    assert found["denunciation.first_handling"].due.date == date(2026, 12, 3)  # seven working days; 24 November is a day off
    assert found["denunciation.first_handling_extended"].due.date == date(2026, 12, 8)
    assert found["denunciation.passing_on"].due.date == date(2026, 12, 1)
    assert "Điều 24" in found["denunciation.passing_on"].due.explain()
    assert queries.first_due([TODAY]) == {TODAY: date(2026, 12, 3)}
    assert found["denunciation.passing_on"].is_late(date(2026, 12, 2))
    assert not found["denunciation.passing_on"].is_late(date(2026, 12, 1))


def test_the_clock_once_it_was_taken():
    letter = Denunciation(state=State.TAKEN, set_aside_on=TODAY)
    taken = Noted(outcome=State.TAKEN, day=(TODAY + timedelta(days=2)).isoformat())
    found = {d.due.rule.code: d.due.date for d in queries.clock(letter, notes=[Noted(text="x"), taken])}
    assert found == {"denunciation.telling": date(2026, 12, 2), "denunciation.settling": date(2026, 12, 25)}
    assert queries.clock(letter) == []


@pytest.fixture(autouse=True)
def _ground(ground):
    """Tree and law."""


def test_who_handles_what(ground):
    assert queries.handling_unit(ground.commune, on=TODAY) == ground.province.pk
    assert queries.handling_unit(ground.commune, on=TODAY, accused="handler") is None
    assert queries.handling_unit(ground.province, on=TODAY) is None


def test_where_one_goes(ground):
    from gandan.units import queries as units

    found = queries.above(units.one(ground.commune), on=TODAY)
    assert found.place.full_name == "Thành phố Cần Thơ"
    assert found.has_handler
    assert found.office == "", "the province of the cast has no people's committee"
    assert queries.above(units.one(ground.province), on=TODAY).place is None
    assert queries.level_name(ground.province.pk) == "Thành phố Cần Thơ"
    assert queries.level_name(None) == "cấp trung ương"


@pytest.mark.parametrize(("beside", "opens"), [(None, True), ("province_board", True), ("committee", False)])
def test_a_desk_is_manned_by_who_may_open_what_lies_there(ground, people, set_aside, beside, opens):
    """Whoever also works below opens nothing, so its sender is told that nobody does, and nobody is told of a letter."""
    if beside is not None:
        hold(people["denunciation_handler"], Role.OFFICER, office=getattr(ground, beside))
    there = set_aside()
    told = events.of(there).get(verb="denunciations.set_aside")
    assert queries.is_manned(ground.province.pk, on=TODAY) is opens
    assert list(handlers(told, TODAY)) == ([people["denunciation_handler"].pk] if opens else [])
    assert not queries.is_manned(ground.commune.pk, on=TODAY)
