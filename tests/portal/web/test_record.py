"""What is on record of a place: promised, done, stated; through mergers, and from the search."""

import re
from dataclasses import fields
from datetime import date

import pytest
from django.db import connection
from django.db.models import Count
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from gandan.activities import queries as activities
from gandan.activities.models import Activity
from gandan.commitments import queries as commitments
from gandan.commitments.models import Commitment
from gandan.commitments.queries import PromiseCounts
from gandan.commitments.web.words import ENDS
from gandan.core.access import Anyone
from gandan.portal.queries.record import SIDES, owed, record
from gandan.units import queries as units
from tests.portal.conftest import OLD


@pytest.fixture
def ward(country):
    """The ward of the demo that promised most."""
    rows = commitments.visible_to(Anyone()).filter(kind="promise").values("unit").annotate(n=Count("pk")).order_by("-n")
    return units.one(rows[0]["unit"])


def test_the_first_page_says_what_my_ward_promised(reader, ward):
    assert "đã hứa gì" not in reader.get("/").content.decode()
    reader.post("/noi-o/chon/", {"don-vi": str(ward.id)})
    html = reader.get("/").content.decode()
    assert f"{ward.full_name} đã hứa gì" in html
    assert f"/loi-hua/don-vi/{ward.id}/" in html


def test_numbers_stand_side_by_side_and_lead_to_their_lists(reader, ward):
    found = owed(ward, today=timezone.localdate())
    html = reader.get(f"/don-vi/{ward.id}/").content.decode()
    shown = re.findall(r'class="sides">(.*?)</ul>', html, re.DOTALL)[0]
    numbers = [int(n) for n in re.findall(r'class="big">(\d+)<', shown)]
    assert numbers == [side.n for side in found.promises]
    assert len(numbers) > 1
    assert str(sum(numbers)) not in re.findall(r">(\d+)<", shown)  # never added together
    ends = [f"{e.label} {e.n}" for e in found.ends]
    assert ends
    assert all(end in html for end in ends)
    for side in found.promises:
        address = f"/loi-hua/don-vi/{ward.id}/?loai=promise&trang-thai={side.asked}"
        assert address.replace("&", "&amp;") in shown
        page = reader.get(address)
        assert len(re.findall(r'href="/loi-hua/[0-9a-f-]{36}/"', page.content.decode())) >= min(side.n, 1)


def test_every_state_of_a_promise_has_its_side():
    """Who confirmed stands below the number; that something came late is a part of a number that is shown, and its list says it of each."""
    told = {name for name, *_rest in SIDES} | {name for name, _label in ENDS} | {"done_late", "withdrawn_late"}
    assert told == {f.name for f in fields(PromiseCounts)}


def test_a_ward_that_promised_nothing_shows_no_empty_boxes(reader, address):
    html = reader.get(address("phường Cao Lãnh")).content.decode()
    assert 'class="sides"' not in html
    assert "Chưa có hoạt động công khai nào" in html


def test_what_was_done_is_found_from_today_from_before_and_from_the_district_around(reader, country):
    """An activity of an old ward stands on the pages of the old and of today's; one of the abolished district on both, marked."""
    old = units.find("phường Xuân Khánh", on=OLD)[0].place
    new = units.find("phường Ninh Kiều")[0].place
    district = units.find("quận Ninh Kiều", on=OLD)[0].place
    for place, title in ((old, "Việc của phường cũ"), (district, "Việc của quận cũ")):
        given = {"kind": "meeting", "starts_on": date(2025, 6, 20), "is_public": True}
        Activity.objects.create(title=title, unit_id=place.id, recorded_at=timezone.now(), changed_at=timezone.now(), **given)
    try:
        done = activities.done_in(new.id, Anyone()).values_list("title", flat=True)
        assert {"Việc của phường cũ", "Việc của quận cũ"} <= set(done)
        for place in (old, district):
            html = reader.get(f"/don-vi/{place.id}/").content.decode()
            assert "Việc của phường cũ" in html
            assert "Việc của quận cũ" in html
        assert "Việc chung của cả quận, huyện cũ" in reader.get(f"/don-vi/{old.id}/").content.decode()
    finally:
        Activity.objects.filter(title__in=["Việc của phường cũ", "Việc của quận cũ"]).delete()


def test_internal_things_stay_inside(reader, ward):
    hidden = Commitment.objects.filter(unit=ward.id, is_public=False).first()
    html = reader.get(f"/don-vi/{ward.id}/").content.decode()
    assert hidden is None or hidden.title not in html
    for title in Activity.objects.filter(is_public=False).values_list("title", flat=True):
        assert title not in html


def test_figures_stand_with_their_sentences(reader, ward):
    found = record(ward, today=timezone.localdate())
    html = reader.get(f"/don-vi/{ward.id}/").content.decode()
    for figure, _where in found.figures:
        assert f"/so-lieu/{figure.pk}/" in html
        assert figure.is_public


class TestSearch:
    @pytest.mark.parametrize("typed", ["290-QĐ/TW", "290 qd tw", "quyết định số 290-QĐ/TW"])
    def test_a_document_by_its_number_however_typed(self, reader, country, typed):
        html = reader.get("/tim/", {"q": typed}).content.decode()
        assert "Quyết định 290-QĐ/TW" in html
        assert re.search(r"/van-ban/[0-9a-f-]{36}/", html)

    def test_one_kind_alone(self, reader, country):
        everything = reader.get("/tim/", {"q": "ninh kieu"}).content.decode()
        assert "Đơn vị tìm thấy" in everything
        only = reader.get("/tim/", {"q": "ninh kieu", "loai": "activity"}).content.decode()
        assert "Đơn vị tìm thấy" not in only
        assert 'aria-current="page"' in only
        assert reader.get("/tim/", {"q": "ninh kieu", "loai": "không có"}).status_code == 200

    def test_kinds_do_not_hide_each_other_and_questions_stay_few(self, reader, country):
        reader.get("/tim/", {"q": "phường"})
        with CaptureQueriesContext(connection) as seen:
            reader.get("/tim/", {"q": "phường"})
        assert len(seen) <= 40
