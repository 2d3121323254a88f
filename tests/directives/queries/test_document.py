"""Who sees what, and how documents are found."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gandan.accounts.queries import actor_for
from gandan.core import search
from gandan.core.access import Anyone, Role
from gandan.directives import actions, queries
from tests.directives.making import document, replaces
from tests.people import CAST, NOW, TODAY, hold

SEES = {"front_officer", "committee_officer", "leader", "provincial_specialist", "provincial_leader"}


@pytest.mark.parametrize("who", CAST)
def test_internal_documents_by_role(world, cast, front_officer, who):
    public, internal = document("1/KH-UBND", by=front_officer, is_public=True), document("2/KH-UBND", by=front_officer)
    found = set(queries.visible_to(cast[who]))
    assert found == ({public, internal} if who in SEES else {public})
    assert (queries.whole(internal.pk, actor=cast[who]) is not None) == (who in SEES)
    assert bool(queries.find_number("2 kh ubnd", actor=cast[who])) == (who in SEES)


def test_by_default_only_public_ones_are_found(world, front_officer):
    document("2/KH-UBND", by=front_officer)
    assert queries.find_number("2/KH-UBND") == []


@pytest.mark.parametrize("typed", ["290-QĐ/TW", "290 qd tw", "qd 290 tw", "quyet dinh so 290 - qd/tw", "290/QĐ-TW"])
def test_a_number_is_found_however_typed(db, typed):
    row = document("290-QĐ/TW", issuer="Bộ Chính trị", issued_on=date(2010, 2, 25), abstract="Quy chế công tác dân vận")
    document("291-QĐ/TW")
    assert queries.find_number(typed) == [row]
    assert list(queries.listed(Anyone(), typed=typed)) == [row]
    assert [hit.id for hit in search.find(typed, actor=Anyone(), kind="document")] == [str(row.pk)]


def test_the_same_accents_stand_first(db):
    project, scheme = document("07-DA/TU", kind="Dự án"), document("07-ĐA/TU", kind="Đề án")
    assert queries.find_number("07-ĐA/TU") == [scheme, project]
    assert queries.find_number("07-DA/TU") == [project, scheme]


def test_bare_digits_find_every_kind_and_a_named_kind_only_its_own(db):
    plan, guide = document("02/KH-UBND"), document("02-HD/VPTW")
    assert set(queries.find_number("02")) == {plan, guide}
    assert queries.find_number("Hướng dẫn số 2") == [guide]


def test_words_without_accents(db):
    row = document("290-QĐ/TW", issuer="Bộ Chính trị", abstract="Quy chế công tác dân vận của hệ thống chính trị")
    document("5/KH-UBND", abstract="Kế hoạch khác")
    for typed in ("dan van", "bo chinh tri", "quy che chinh tri", "Quyết định"):
        assert list(queries.listed(Anyone(), typed=typed)) == [row], typed
    assert list(queries.listed(Anyone(), kind="Quyết định")) == [row]
    assert not queries.listed(Anyone(), typed="không có").exists()


def test_kinds_of_the_filter_are_those_that_occur(world, front_officer):
    document("290-QĐ/TW")
    document("2/KH-UBND", by=front_officer)
    assert queries.kinds(Anyone()) == ["Quyết định"]
    assert set(queries.kinds(front_officer)) == {"Quyết định", "Kế hoạch"}


@pytest.mark.parametrize("who", CAST)
def test_an_internal_document_is_found_by_exactly_those_who_see_it(world, cast, front_officer, who):
    document("2/KH-UBND", by=front_officer, abstract="Riêng")
    assert (len(search.find("2 kh ubnd", actor=cast[who], kind="document")) == 1) == (who in SEES)


def test_an_internal_document_is_searched_by_its_unit_alone(world, people, front_officer):
    document("2/KH-UBND", by=front_officer, abstract="Riêng")
    hold(people["outsider"], Role.SUPERVISOR, unit=world.commune)
    outsider = actor_for(people["outsider"], today=TODAY)
    assert len(search.find("2 kh ubnd", actor=front_officer, kind="document")) == 1
    for actor in (outsider, Anyone()):
        assert len(search.find("2 kh ubnd", actor=actor, kind="document")) == 0


def test_relations_only_to_what_one_may_see(world, front_officer):
    law = document("10/2022/QH15", kind="Luật")
    plan = document("2/KH-UBND", by=front_officer)
    replaces(plan, law, kind="guides", by=front_officer)
    assert queries.related(law, actor=Anyone()) == ([], [])
    assert [r.document for r in queries.related(law, actor=front_officer)[1]] == [plan]


def test_a_list_asks_as_often_for_one_row_as_for_thirty(db):
    def asked() -> int:
        with CaptureQueriesContext(connection) as seen:
            queries.named(queries.listed(Anyone()), on=TODAY, actor=Anyone())
        return len(seen)

    rows = [document("1-QĐ/TW")]
    one = asked()
    rows += [document(f"{n}-QĐ/TW") for n in range(2, 31)]
    for new, old in zip(rows[1:], rows, strict=False):
        replaces(new, old)
    assert asked() <= one + 1  # what replaced them is asked once there is any


class TestTimeline:
    def test_what_happened_in_words(self, world, front_officer):
        row, law = document("2/KH-UBND", by=front_officer), document("10/2022/QH15", kind="Luật")
        actions.correct_document(row, number="3/KH-UBND", by=front_officer, now=NOW)
        replaces(row, law, kind="guides", since=date(2026, 1, 5), by=front_officer)
        steps = queries.timeline(row)
        assert [s.title for s in steps] == ["Đã ghi vào sổ", "Đã sửa thông tin", "Đã ghi quan hệ"]
        assert steps[1].detail == "03/KH-UBND"
        assert steps[2].detail == "Hướng dẫn, thực hiện: 10/2022/QH15 từ 5/1/2026"
        assert {s.office for s in steps} == {"Ủy ban MTTQ Việt Nam phường Ninh Kiều"}
