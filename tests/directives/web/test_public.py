"""Documents for everyone."""

from datetime import date
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from gandan.directives import mentions
from gandan.directives.mentions import Mention
from tests.directives.making import document, replaces
from tests.people import NOW  # noqa: F401


@pytest.fixture
def both(db):
    old = document("290-QĐ/TW", issuer="Bộ Chính trị", issued_on=date(2010, 2, 25), abstract="Quy chế công tác dân vận")
    new = document("23-QĐ/TW", issuer="Bộ Chính trị", issued_on=date(2021, 7, 30), abstract="Quy chế mới")
    replaces(new, old, since=date(2021, 7, 30))
    return old, new


def test_found_by_any_spelling_with_what_holds_now(both):
    page = Client().get("/van-ban/", {"tim": "quyet dinh 290 tw"}).content.decode()
    assert f"/van-ban/{both[0].pk}/" in page
    assert f"/van-ban/{both[1].pk}/" not in page.replace("Nay theo", "")
    for said in ("290-QĐ/TW", "Thấy 1 văn bản", "Đã được thay thế", "Nay theo Quyết định 23-QĐ/TW"):
        assert said in page, said


def test_its_page_says_what_replaced_it_and_from_when(both):
    page = Client().get(f"/van-ban/{both[0].pk}/").content.decode()
    for said in (
        "Quyết định 290-QĐ/TW",
        "25/2/2010",
        "Bộ Chính trị",
        "Được thay thế bởi",
        "30/7/2021",
        f"/van-ban/{both[1].pk}/",
        "Chưa đối chiếu",
    ):
        assert said in page, said


def test_internal_and_withdrawn_ones_are_not_found(world, front_officer):
    row = document("12/KH-UBND", by=front_officer)
    client = Client()
    assert client.get(f"/van-ban/{row.pk}/").status_code == 404
    assert "12/KH-UBND" not in client.get("/van-ban/").content.decode()
    assert "12/KH-UBND" not in client.get("/van-ban/moi.atom").content.decode()


def test_who_carried_it_out(both, monkeypatch):
    def source(row, actor, limit):
        assert actor.key == "anyone"
        return [Mention("Đối thoại", "/hoat-dong/1/", date(2024, 6, 18), "theo Quyết định 290-QĐ/TW")] if row == both[0] else []

    monkeypatch.setattr(mentions, "_sources", {"test": source})
    page = Client().get(f"/van-ban/{both[0].pk}/").content.decode()
    for said in ("/hoat-dong/1/", "Đối thoại", "18/6/2024", "theo Quyết định 290-QĐ/TW"):
        assert said in page, said
    assert "Chưa có hoạt động nào" in Client().get(f"/van-ban/{both[1].pk}/").content.decode()


def test_a_name_of_mentions_is_taken_once(monkeypatch):
    monkeypatch.setattr(mentions, "_sources", {})
    mentions.register("a", list)
    with pytest.raises(ValueError, match="twice"):
        mentions.register("a", dict)


def test_the_feed(both):
    answer = Client().get("/van-ban/moi.atom")
    assert answer["Content-Type"].startswith("application/atom+xml")
    tree = ElementTree.fromstring(answer.content)  # noqa: S314
    atom = "{http://www.w3.org/2005/Atom}"
    assert [e.findtext(f"{atom}title") for e in tree.findall(f"{atom}entry")] == ["Quyết định 23-QĐ/TW", "Quyết định 290-QĐ/TW"]
    assert tree.find(f"{atom}entry").findtext(f"{atom}id") == f"urn:uuid:{both[1].pk}"


def test_an_empty_register_says_what_will_stand_there(db):
    assert "Sổ chưa có văn bản công khai" in Client().get("/van-ban/").content.decode()
    assert "Chưa thấy văn bản nào" in Client().get("/van-ban/?tim=xyz").content.decode()


def test_damaged_queries_do_no_harm(both):
    for query in ("trang=abc", "trang=999", "loai=%00", "tim=%00", "tim=" + "a" * 999, "da-rut=1"):
        assert Client().get(f"/van-ban/?{query}").status_code == 200, query


def test_one_row_or_thirty(both):
    def asked() -> int:
        with CaptureQueriesContext(connection) as seen:
            assert Client().get("/van-ban/").status_code == 200
        return len(seen)

    asked()
    few = asked()
    for n in range(1, 29):
        replaces(both[1], document(f"{n}/KH-UBND", issued_on=date(2020, 1, 1)))
    assert asked() == few
