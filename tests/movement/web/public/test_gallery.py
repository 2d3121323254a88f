"""The gallery's page, the unit's page and the menu: what a reader sees, how much a phone loads, how many questions it costs."""

import gzip
import re

import pytest
from django.contrib.staticfiles import finders
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from gandan.movement.enums import Kind, State, Subject
from gandan.movement.models import Practice
from gandan.movement.web import public
from tests.movement.ground import recognised

PAGE = "/mo-hinh/"
LIMIT, DOTS = 60_000, 120_000


def text(answer) -> str:
    return answer.content.decode()


@pytest.fixture
def reader(ground) -> Client:
    return Client()


def test_before_there_is_any_the_page_says_what_will_stand_there(reader):
    html = text(reader.get(PAGE))
    assert "Chưa có mô hình nào ở đây" in html
    assert "Ở những đâu" not in html


def test_a_card_says_problem_cost_outcome_and_who_copied(reader, in_state, ground):
    practice = in_state()
    recognised(practice, ground, level="province")
    html = text(reader.get(PAGE))
    for said in ("Hẻm 1 không rác", "chó mèo xé bao", "5 triệu đồng bà con và nơi khác góp (dự kiến)", "chưa đo; cần đạt 0 điểm"):
        assert said in html
    assert "tỉnh, thành phố công nhận" in html
    assert "Các số đứng riêng, không cộng vào nhau" in html
    assert '<td class="num">1</td>' in html, "the table beside the dots"


def test_a_problem_in_own_words_is_answered_within_the_filters_and_never_by_a_person(reader, in_state, ground):
    in_state()
    person = in_state(n=2, title="Ông Trịnh Quốc Khoáng", kind=Kind.EXEMPLAR, subject=Subject.PERSON)
    recognised(person, ground)
    html = text(reader.get(PAGE, {"tim": "cho meo xee bao rac", "loai": "model"}))
    told = re.search(r"<p>Có nhắc đến ([^<]*)</p>", html)[1]
    assert told == "“rác” trong tên; “chó mèo xé” trong thực trạng, mục tiêu.", "the model's own words"
    assert "Đã tìm theo “cho meo xe bao rac”" in html
    assert 'value="cho meo xee bao rac"' in html, "nothing typed is lost"
    again = re.search(r'href="([^"]+nguyen=1)"', html)[1].replace("&amp;", "&")
    assert "loai=model" in again
    assert "Đã tìm theo" not in text(reader.get(PAGE + again))
    for asked in ({"tim": "rác trong hẻm", "loai": "exemplar"}, {"tim": "Trịnh Quốc Khoáng"}, {"tim": "sạt lở"}):
        html = text(reader.get(PAGE, asked))
        assert "Chưa có mô hình nào gặp việc như vậy" in html, asked
        assert "Khoáng</a>" not in html


def test_a_network_that_searches_without_end_waits_and_keeps_what_it_typed(reader, in_state, monkeypatch):
    in_state()
    monkeypatch.setattr(public, "SEARCHES", 1)
    assert reader.get(PAGE, {"tim": "rác trong hẻm"}).status_code == 200
    waits = reader.get(PAGE, {"tim": "rác trong hẻm"})
    assert waits.status_code == 429
    assert "Xin tìm lại sau ít phút" in text(waits)
    assert 'value="rác trong hẻm"' in text(waits)
    assert reader.get(PAGE, {"loai": "model"}).status_code == 200, "what asks nothing in words goes on"


def test_numbers_are_of_what_is_filtered_and_things_stand_apart(reader, in_state, ground):
    in_state()
    in_state(n=2, kind=Kind.EXEMPLAR)
    in_state(n=3, kind=Kind.EXEMPLAR, subject=Subject.PERSON)
    html = text(reader.get(PAGE))
    assert "Con số của mọi nơi trong hệ thống" in html
    assert re.findall(r'class="big">(\d+)</span><span class="state past">đã đăng ký', html) == ["1"]
    assert len(re.findall(r'<span class="num">1</span> đã đăng ký', html)) == 2, "collectives and persons apart"
    assert re.findall(r'<td class="num">(\d+)</td>', html) == ["1", "1", "1", "1"], "the table of provinces keeps them apart too"
    html = text(reader.get(PAGE, {"loai": "exemplar", "don-vi": "ninh kieu"}))
    assert "Phường Ninh Kiều · Điển hình" in html
    assert 'class="big"' not in html


def test_what_is_not_public_is_on_no_page(reader, in_state):
    for n, state in enumerate((State.DRAFT, State.SUBMITTED, State.WITHDRAWN)):
        practice = in_state(state, n)
        assert reader.get(f"{PAGE}{practice.pk}/").status_code == 404
    assert "không rác" not in text(reader.get(PAGE))


def test_an_old_name_leads_to_the_unit_of_today_and_nonsense_to_a_sentence(reader, in_state, ground):
    in_state()
    assert "Mô hình ở Phường Ninh Kiều" in text(reader.get(PAGE, {"don-vi": "ninh kieu"}))
    assert "Chưa có mô hình nào ở đây" in text(reader.get(PAGE, {"don-vi": str(ground.other.pk)}))
    assert "Không có nơi nào tên “Qwertz”" in text(reader.get(PAGE, {"don-vi": "Qwertz"}))
    for odd in ({"sau": "x"}, {"truoc": "2026-01-01.1"}, {"muc": "x"}, {"con": "x"}, {"linh-vuc": "x"}, {"don-vi": "0" * 500}):
        assert reader.get(PAGE, odd).status_code == 200


def test_pages_are_walked_by_their_links_and_keep_the_filter(reader, in_state):
    for n in range(14):
        in_state(State.REGISTERED, n)
    html = text(reader.get(PAGE, {"loai": "model"}))
    assert html.count('class="sheet card"') == 12
    further = re.search(r'rel="next" href="([^"]+)"', html)[1].replace("&amp;", "&")
    assert "loai=model" in further
    second = text(reader.get(PAGE + further))
    assert second.count('class="sheet card"') == 2
    assert 'rel="next"' not in second
    back = re.search(r'rel="prev" href="([^"]+)"', second)[1].replace("&amp;", "&")
    assert text(reader.get(PAGE + back)).count('class="sheet card"') == 12


def test_questions_do_not_grow_and_the_page_is_light(reader, in_state, ground, rf):
    def asked(**query):
        reader.get(PAGE, query)
        with CaptureQueriesContext(connection) as told:
            reader.get(PAGE, query)
        return len(told)

    in_state(State.REGISTERED, 0)
    one, one_here, one_found = asked(), asked(**{"don-vi": str(ground.commune.pk)}), asked(tim="rác trong hẻm")
    for n in range(1, 12):
        recognised(in_state(State.REGISTERED, n), ground)
    assert (asked(), asked(**{"don-vi": str(ground.commune.pk)}), asked(tim="rác trong hẻm")) == (one, one_here, one_found)
    answer = reader.get(PAGE)
    html = text(answer)
    styles = re.findall(r'(?:href|src)="/static/([^"]+\.(?:css|js))"', html)
    weight = len(gzip.compress(answer.content, 6)) + sum(len(gzip.compress(open(finders.find(s), "rb").read(), 6)) for s in styles)  # noqa: SIM115
    assert weight <= DOTS
    assert 'style="' not in html
    assert re.findall(r"<script(?![^>]*\bsrc=)", html) == []


def test_a_units_page_and_the_menu_lead_here(reader, in_state, ground):
    empty = text(reader.get(f"/don-vi/{ground.other.pk}/"))
    assert "Mô hình ở đây" not in empty
    in_state()
    html = text(reader.get(f"/don-vi/{ground.commune.pk}/"))
    assert "Mô hình ở đây" in html
    assert f"{PAGE}?don-vi={ground.commune.pk}" in html
    assert Practice.objects.get().title in html
    assert f'href="{PAGE}"' in text(reader.get("/"))
