"""Opinions in the search: answers for everyone once they are public, cases for who may read them, nobody by name, nothing after erasure."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from procrastinate.contrib.django.models import ProcrastinateJob

from gandan.core import codes as core_codes
from gandan.core import search
from gandan.core.access import Anyone, SystemActor
from gandan.core.search.models import SearchDocument
from gandan.opinions import actions, queries
from gandan.opinions.models import Case, Opinion
from gandan.opinions.search import INTERNAL, PUBLIC
from tests.opinions.people import case_of, index_waiting, published, sender, speak
from tests.people import CAST, NOW

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("ground")]


def ids(actor, text: str, kind: str) -> list[str]:
    index_waiting()
    return [hit.id for hit in search.find(text, actor=actor, kind=kind)]


@pytest.mark.parametrize("who", CAST)
def test_a_case_is_found_by_exactly_those_who_read_it(world, cast, who):
    said = speak(world)
    found = bool(ids(cast[who], "den duong hem 132", INTERNAL))
    assert found == queries.visible_to(cast[who]).filter(opinions=said.opinion).exists()


def test_who_speaks_waits_for_no_index_and_gives_the_job_no_word(world):
    said = speak(world)
    assert not SearchDocument.objects.exists()
    args = ProcrastinateJob.objects.filter(task_name="opinions.index_said").values_list("args", flat=True)
    assert list(args) == [{"case_id": str(case_of(said).pk)}]
    assert index_waiting() == SearchDocument.objects.count() == 1


def test_a_job_that_comes_after_the_erasure_brings_nothing_back(world, committee_officer):
    said = speak(world)
    actions.withdraw(said.opinion, by=sender(said), now=NOW)
    actions.erase(case_of(said), by=SystemActor("retention"), now=NOW + timedelta(days=4000))
    assert index_waiting() == 1
    assert not SearchDocument.objects.exists()


def test_the_office_finds_it_and_nobody_else(world, cast):
    speak(world)
    assert [who for who in CAST if ids(cast[who], "den hem nguyen trai", INTERNAL)] == ["committee_officer", "leader"]
    assert ids(Anyone(), "den duong", PUBLIC) == []


def test_what_is_public_is_found_by_everyone_by_words_number_topic_and_place(world, committee_officer):
    case = published(speak(world), committee_officer)
    key = [str(case.pk)]
    for typed in ("đèn hẻm 132 Nguyễn Trãi", "den hem nguyen trai", "thay bon bongg den", case.number, "den duong ninh kieu"):
        assert ids(Anyone(), typed, PUBLIC) == key, typed
    hit = search.find("bong den", actor=Anyone(), kind=PUBLIC).hits[0]
    assert (hit.title, case.number in hit.url) == ("Đèn đường hẻm 132 Nguyễn Trãi", True)


def test_taken_off_it_is_found_no_more(world, committee_officer, cast):
    case = published(speak(world), committee_officer)
    actions.unpublish(case, reason="Còn số nhà của một người dân", by=committee_officer, now=NOW)
    assert ids(Anyone(), "bong den", PUBLIC) == []
    assert ids(committee_officer, "bong den", INTERNAL) == [str(case.pk)]


def test_no_search_goes_by_who_somebody_is(world, committee_officer):
    speak(world, "Bà Nguyễn Thị Hoa ở số nhà 45 đường Mậu Thân, điện thoại 0912345678, báo cống nghẹt.")
    for typed in ("nguyen thi hoa", "0912345678", "hoa cong nghet"):
        assert ids(committee_officer, typed, INTERNAL) == [], typed
    assert len(ids(committee_officer, "cong nghet", INTERNAL)) == 1
    assert not SearchDocument.objects.filter(title__icontains="hoa").exists()


def test_the_index_follows_joining_and_splitting(world, committee_officer):
    one, two = speak(world), speak(world, "Bóng cao áp ở ngã ba Xuân Khánh cháy từ tuần trước.")
    first, second = case_of(one), case_of(two)
    actions.join(second, into=first, by=committee_officer, now=NOW)
    assert ids(committee_officer, "cao ap xuan khanh", INTERNAL) == [str(first.pk)]
    new = actions.split([Opinion.objects.get(pk=two.opinion.pk)], by=committee_officer, now=NOW)
    assert ids(committee_officer, "cao ap xuan khanh", INTERNAL) == [str(new.pk)]


def test_a_click_without_words_touches_no_index_one_with_a_place_does(world, cast):
    case = case_of(speak(world))
    index_waiting()
    for place, touches in (("", False), ("chợ Xuân Khánh", True)):
        with CaptureQueriesContext(connection) as seen:
            actions.join_in(case, place=place, by=Anyone(), now=NOW)
        assert any(SearchDocument._meta.db_table in query["sql"] for query in seen) == touches
    assert ids(cast["committee_officer"], "cho xuan khanh", INTERNAL) == [str(case.pk)]


def test_what_is_erased_is_found_no_more(world, committee_officer):
    said = speak(world)
    actions.withdraw(said.opinion, by=sender(said), now=NOW)
    assert len(ids(committee_officer, "nguyen trai", INTERNAL)) == 1
    actions.erase(case_of(said), by=SystemActor("retention"), now=NOW + timedelta(days=4000))
    assert ids(committee_officer, "nguyen trai", INTERNAL) == []
    assert not SearchDocument.objects.filter(object_id=str(case_of(said).pk)).exists()


def test_a_denunciation_is_in_no_index(world, cast):
    said = speak(world, "Tôi tố cáo chủ tịch nhận tiền của nhà thầu Xuân Khánh.", marked=True)
    assert (said.is_set_aside, index_waiting()) == (True, 0)
    assert not SearchDocument.objects.filter(kind__in=[PUBLIC, INTERNAL]).exists()
    for who in CAST:
        assert search.find("nha thau xuan khanh", actor=cast[who]).hits == (), who


def test_built_anew_it_is_the_same(world, committee_officer):
    published(speak(world), committee_officer)
    speak(world, "Rác tồn đọng sau chợ Tân An đã mười ngày.")
    index_waiting()
    before = list(SearchDocument.objects.order_by("kind", "object_id").values_list("kind", "object_id", "title", "vector", "exact"))
    assert (search.reindex(PUBLIC), search.reindex(INTERNAL)) == (1, 2)
    assert list(SearchDocument.objects.order_by("kind", "object_id").values_list("kind", "object_id", "title", "vector", "exact")) == before


def test_building_asks_as_often_for_many_as_for_one(world):
    def asked() -> int:
        with CaptureQueriesContext(connection) as seen:
            list(search.source.sources()[INTERNAL].documents())
        return len(seen)

    speak(world)
    asked()  # the first to look reads the tree of units
    few = asked()
    for n in range(12):
        speak(world, f"Đèn số {n} ở hẻm nhỏ tắt đã lâu.")
    assert (asked(), Case.objects.count()) == (few, 13)


@pytest.mark.parametrize("shape", [str, str.lower, core_codes.shown])
def test_a_private_code_typed_into_the_search_leads_to_its_page(world, client, shape):
    answer = client.get("/tim/", {"q": shape(speak(world).code)})
    assert (answer.status_code, answer["Location"]) == (302, "/y-kien/tra-cuu/")
    assert client.get("/tim/", {"q": "den duong"}).status_code == 200
