"""Every count that the source has, and what was decided where it is in doubt."""

from collections import Counter
from datetime import date
from fractions import Fraction

import pytest

from gandan.units.gazetteer import ATTESTED, Gazetteer, Level

NEW = date(2025, 7, 1)


@pytest.fixture(scope="module")
def places() -> Gazetteer:
    return Gazetteer.load()


@pytest.mark.parametrize(
    ("day", "level", "count"),
    [
        (ATTESTED, Level.PROVINCE, 63), (ATTESTED, Level.DISTRICT, 696), (ATTESTED, Level.COMMUNE, 10035),
        (NEW, Level.PROVINCE, 34), (NEW, Level.DISTRICT, 0), (NEW, Level.COMMUNE, 3321),
    ],
)  # fmt: skip
def test_how_many(places, day, level, count):
    assert len(places.tree(day, level)) == count


def test_kinds_of_today(places):
    assert Counter(p.kind for p in places.tree(NEW, Level.COMMUNE)) == {"Xã": 2621, "Phường": 687, "Đặc khu": 13}


def test_every_old_commune_is_whole_or_divided(places):
    """9,569 rows went whole (9,564 communes and 5 island districts), 471 were divided."""
    old = places.tree(ATTESTED, Level.COMMUNE)
    islands = [d for d in places.tree(ATTESTED, Level.DISTRICT) if not places.children(d)]
    divided = [p for p in old if any(x.kind == "split" for x in places.after.get(p.key, []))]
    assert (len(divided), len(old) - len(divided), len(islands)) == (471, 9564, 5)
    assert {d.name for d in islands} == {"Bạch Long Vĩ", "Cồn Cỏ", "Hoàng Sa", "Lý Sơn", "Côn Đảo"}


def test_each_divided_one_has_one_main_part_and_shares_that_make_one(places):
    for links in places.after.values():
        if links and links[0].kind == "split":
            assert sum(x.share for x in links) == 1
            assert sum(x.main for x in links) == 1
            assert all(x.share > 0 for x in links if x.basis != "doubt")


def test_everything_became_something_and_came_from_something(places):
    for place in places.tree(ATTESTED):
        assert places.became(place), place
    for place in places.tree(NEW):
        assert places.came_from(place) or places.at(place.key, ATTESTED), place


def test_shares_of_what_an_old_commune_became_make_one(places):
    for place in places.tree(ATTESTED, Level.COMMUNE):
        assert sum(b.share for b in places.became(place)) == 1


def test_codes_that_kept_their_name_and_codes_given_to_another(places):
    """1,513 codes kept their name, 1,803 were given to another, 5 are new: those of the island districts.

    The source's own short names give 1,501 and 1,815: twelve of them carry a kind in brackets ("Mường Tè (Xã)").
    """
    old = {p.code: p.name for p in places.tree(ATTESTED, Level.COMMUNE)}
    today = places.tree(NEW, Level.COMMUNE)
    assert sum(p.code in old and old[p.code] == p.name for p in today) == 1513
    assert sum(p.code in old and old[p.code] != p.name for p in today) == 1803
    assert sorted(p.name for p in today if p.code not in old) == ["Bạch Long Vĩ", "Côn Đảo", "Cồn Cỏ", "Hoàng Sa", "Lý Sơn"]


def test_those_left_alone_go_on(places):
    """11 provinces and 127 communes were not touched: they are the same unit before and after, and when they began is unknown."""
    same = [p for p in places.tree(NEW) if places.at(p.key, ATTESTED)]
    assert Counter(p.level for p in same) == {Level.PROVINCE: 11, Level.COMMUNE: 127}
    assert all(places.times[p.key][0].valid_from is None for p in same)


def test_unknown_beginnings_are_not_invented(places):
    assert all(p.valid_from is None for p in places.tree(ATTESTED))
    assert not any(p.certain(date(2020, 1, 1)) for p in places.tree(date(2020, 1, 1)))


def test_parents_exist_and_stand_higher(places):
    order = [Level.PROVINCE, Level.DISTRICT, Level.COMMUNE]
    for day in (ATTESTED, NEW):
        for place in places.tree(day):
            up = places.at(place.parent, day) if place.parent else None
            assert (up is None) == (place.level == Level.PROVINCE)
            assert up is None or order.index(up.level) < order.index(place.level)


def test_a_namesake_80_km_away_takes_no_share(places):
    """The source gives phường 4 of Mỹ Tho a part in phường Cao Lãnh, 82 km away, where another phường 4 lies."""
    my_tho = places.find("phường 4, Mỹ Tho", on=ATTESTED)[0].place
    doubt = [x for x in places.after[my_tho.key] if x.basis == "doubt"]
    assert [places.times[x.new][-1].name for x in doubt] == ["Cao Lãnh"]
    assert doubt[0].share == 0
    assert "Cao Lãnh" not in {b.place.name for b in places.became(my_tho)}


def test_ids_are_stable_and_shaped_as_uuid7(places):
    place = places.by_code("31135", NEW)
    assert str(place.id) == "0197c348-8800-781a-89fe-3916604ae33a"
    assert {p.id.version for p in places.tree(NEW)} == {7}
    assert len({p.id for p in [*places.tree(ATTESTED), *places.tree(NEW)]}) == len(places.times)


def test_shares_are_fractions(places):
    assert {type(x.share) for links in places.after.values() for x in links} == {Fraction}
