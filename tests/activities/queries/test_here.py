"""Through mergers: an activity stays where it happened, and is found from what that place became and from the district around it."""

from datetime import date
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gandan.activities import actions, queries
from gandan.activities.models import Activity
from gandan.core.access import Actor, Anyone, Refusal, Role, SystemActor
from gandan.units import queries as units
from gandan.units.models import Unit
from tests.people import NOW
from tests.units.conftest import person, unit

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_country")]
DEMO = SystemActor("demo")
THEN = date(2024, 6, 18)
LAST = date(2025, 6, 30)


def then(name: str) -> Unit:
    """A unit of 2024 by its name."""
    return Unit.objects.get(pk=units.find(name, on=LAST)[0].place.id)


@pytest.fixture
def district() -> Unit:
    return unit("916", LAST)


@pytest.fixture
def old_ward() -> Unit:
    return then("phường Xuân Khánh, quận Ninh Kiều")


@pytest.fixture
def inspection(district, old_ward) -> Activity:
    """What the newspaper told of 18/6/2024: an inspection in quận Ninh Kiều, with a look at an alley in phường Xuân Khánh."""
    said = {
        "kind": "inspection",
        "title": "Kiểm tra công tác dân vận quận Ninh Kiều",
        "unit": district,
        "starts_on": THEN,
        "is_public": True,
    }
    made = actions.record_activity(**said, by=DEMO, now=NOW)
    actions.add_place(made, unit=old_ward, mention="phường Xuân Khánh", by=DEMO, now=NOW)
    return made


def here(unit: UUID, actor: Actor, *, limit: int = 10) -> list[queries.Here]:
    """The newest things done in a unit as its page tells them."""
    return queries.told(list(queries.done_in(unit, actor)[:limit]), unit)


def seen_from(place: Unit) -> list[tuple[str, str, bool]]:
    return [(h.activity.title, h.place.full_name, h.wider) for h in here(place.pk, Anyone())]


def test_it_is_found_from_the_old_ward_the_old_district_and_the_new_ward(inspection, district, old_ward):
    title = inspection.title
    assert seen_from(old_ward) == [(title, "Phường Xuân Khánh", False)]
    assert seen_from(district) == [(title, "Quận Ninh Kiều", False)]
    assert seen_from(unit("31135")) == [(title, "Phường Xuân Khánh", False)]  # today's phường Ninh Kiều took Xuân Khánh in


def test_other_wards_of_the_old_district_see_it_as_the_districts(inspection):
    today = unit("31120")  # phường Cái Khế, once in the same district
    assert seen_from(today) == [(inspection.title, "Quận Ninh Kiều", True)]


def test_strangers_do_not_see_it(inspection):
    assert seen_from(then("huyện Củ Chi, Thành phố Hồ Chí Minh")) == []


def test_a_province_sees_all_below_it_through_time(inspection):
    assert seen_from(unit("92")) == [(inspection.title, "Quận Ninh Kiều", False)]


def test_what_a_new_ward_does_is_not_the_old_ones(district, old_ward):
    said = {"kind": "meeting", "title": "Họp tổ", "unit": unit("31135"), "starts_on": date(2026, 1, 5), "is_public": True}
    actions.record_activity(**said, by=DEMO, now=NOW)
    assert seen_from(old_ward) == []
    assert seen_from(unit("31135")) == [("Họp tổ", "Phường Ninh Kiều", False)]


def test_withdrawn_and_internal_ones_are_not_shown_to_everyone(inspection, old_ward):
    actions.withdraw_activity(inspection, reason="Ghi nhầm", by=DEMO, now=NOW)
    said = {"kind": "meeting", "title": "Họp kín", "unit": old_ward, "starts_on": THEN}
    actions.record_activity(**said, by=DEMO, now=NOW)
    assert seen_from(old_ward) == []
    officer = person(Role.OFFICER, unit("31135").pk)
    assert [h.activity.title for h in here(old_ward.pk, officer)] == ["Họp kín"]


def test_the_number_of_questions_does_not_grow(district, old_ward):
    def questions() -> int:
        here(unit("31135").pk, Anyone(), limit=30)  # the picture of the tree is read
        place = unit("31135").pk
        with CaptureQueriesContext(connection) as asked:
            here(place, Anyone(), limit=30)
        return len(asked)

    def record() -> None:
        said = {"kind": "meeting", "title": "Họp", "unit": district, "starts_on": THEN, "is_public": True}
        actions.add_place(actions.record_activity(**said, by=DEMO, now=NOW), unit=old_ward, by=DEMO, now=NOW)

    record()
    one = questions()
    for _ in range(29):
        record()
    assert questions() == one <= 6


def test_the_name_of_the_time_is_asked_for(district):
    """18/6/2024 there was no phường Ninh Kiều of today: the sentence says what was there; the old district then is no more today."""

    def record(**more):
        return actions.record_activity(kind="survey", title="Khảo sát hẻm 3T2", is_public=True, **more, by=DEMO, now=NOW)

    with pytest.raises(Refusal, match=r"Ngày 18/6/2024 chưa có Phường Ninh Kiều; khi đó là: .*Xuân Khánh"):
        record(unit=unit("31135"), starts_on=THEN)
    with pytest.raises(Refusal, match=r"Quận Ninh Kiều đã kết thúc ngày 30/6/2025, nay là: .*Phường Ninh Kiều"):
        record(unit=district, starts_on=date(2025, 7, 2))
    assert record(unit=district, starts_on=THEN).unit.ended == LAST


ROLES = (Role.OFFICER, Role.LEADER, Role.SPECIALIST, Role.ANALYST, Role.HAMLET_HEAD, Role.SUPERVISOR)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("home", ["31135", "31120", "92", "79"])
def test_the_two_ways_to_ask_whether_somebody_works_for_a_unit_agree(role, home, district, old_ward):
    """A list asks for all units at once, a deed for one: both must say the same."""
    actor = person(role, unit(home).pk)
    mine = queries.reach(actor)
    sample = [district.pk, old_ward.pk, unit("31135").pk, unit("92").pk, unit("79").pk, then("huyện Củ Chi, Thành phố Hồ Chí Minh").pk]
    sample += [p.id for p in units.tree(LAST)[::400]] + [p.id for p in units.tree(date(2026, 1, 1))[::150]]
    for other in sample:
        assert (other in mine) == queries.works_for(actor, other), units.one(other)
