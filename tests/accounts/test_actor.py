"""Who somebody is, by role and day."""

from datetime import timedelta

import pytest

from gandan.accounts.queries import actor_for
from gandan.core.access import Role
from tests.people import CAST, LONG_AGO, TODAY, hold, make_user

EXPECTED = {name: name for name in CAST}


@pytest.mark.parametrize(
    ("who", "role"),
    [
        ("hamlet_head", Role.HAMLET_HEAD),
        ("supervisor", Role.SUPERVISOR),
        ("front_officer", Role.OFFICER),
        ("leader", Role.LEADER),
        ("denunciation_handler", Role.DENUNCIATION_HANDLER),
        ("provincial_specialist", Role.SPECIALIST),
        ("central_analyst", Role.ANALYST),
        ("administrator", Role.ADMINISTRATOR),
    ],
)
def test_each_of_the_cast_holds_what_they_are(cast, who, role):
    assert [h.role for h in cast[who].holdings] == [role]


def test_the_citizen_is_anyone(cast):
    assert (cast["citizen"].key, cast["citizen"].holdings) == ("anyone", ())


@pytest.mark.parametrize(("day", "holds"), [(-1, False), (0, True), (9, True), (10, False)])
def test_a_role_counts_from_its_first_day_until_the_day_it_ends(world, day, holds):
    user = make_user("Nguyễn Văn Tư", "tu.nguyen")
    hold(user, Role.OFFICER, office=world.front, since=TODAY, until=TODAY + timedelta(days=10))
    actor = actor_for(user, today=TODAY + timedelta(days=day))
    assert bool(actor.holdings) is holds


def test_a_closed_account_holds_nothing(people):
    people["leader"].is_active = False
    assert actor_for(people["leader"], today=TODAY).holdings == ()


def test_with_two_offices_one_can_be_chosen(world, people):
    second = hold(people["front_officer"], Role.OFFICER, office=world.other_front, since=LONG_AGO)
    both = actor_for(people["front_officer"], today=TODAY)
    one = actor_for(people["front_officer"], today=TODAY, acting_as=second.pk)
    assert ({h.office for h in both.holdings}, [h.office for h in one.holdings]) == (
        {world.front.pk, world.other_front.pk},
        [world.other_front.pk],
    )


def test_a_foreign_role_cannot_be_chosen(people):
    foreign = people["leader"].roles.get()
    actor = actor_for(people["front_officer"], today=TODAY, acting_as=foreign.pk)
    assert actor.holdings == ()
