"""On a telephone, with and without JavaScript: say, note down, follow, judge. Nothing typed is lost, axe finds nothing."""

import re

import pytest
from django.core.cache import cache
from playwright.sync_api import Page, expect

from gandan.core.files.models import StoredFile
from gandan.opinions.models import Opinion
from gandan.units import queries as units
from gandan.units.models import Hamlet
from tests.journeys.test_sign_in import PHONE, flaws
from tests.support.browser import follow

WORDS = "Nước tràn cống trước nhà văn hoá mỗi khi mưa lớn."
GUI = "/y-kien/gui/"
PAPER = {"name": "don.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4\n%%EOF\n"}


@pytest.fixture
def ward(live):
    """A ward of the demo with hamlets."""
    cache.clear()
    return next(h.place for h in units.find("phường Ninh Kiều") if h.place.is_open)


@pytest.fixture
def board(ward) -> Hamlet:
    return Hamlet.objects.filter(unit=ward.id).order_by("key").first()


@pytest.fixture
def plain(browser):
    """A telephone without JavaScript."""
    context = browser.new_context(java_script_enabled=False, viewport=PHONE, locale="vi-VN")
    yield context.new_page()
    context.close()


def fill(page: Page, words: str = WORDS) -> None:
    page.get_by_label("Ông/Bà muốn phản ánh điều gì?").fill(words)
    page.get_by_label("Chỗ cụ thể").fill("trước nhà văn hoá")


def sent(page: Page) -> tuple[str, str]:
    """Code and PIN as they stand on the receipt."""
    expect(page.get_by_text("Xin ghi lại mã và mã PIN ngay bây giờ")).to_be_visible()
    code, pin = page.locator(".secret").all_inner_texts()
    return code, pin


def test_from_a_poster_to_a_receipt_and_back_without_javascript(plain, live, board):
    plain.goto(f"{live.url}{GUI}?thon={board.pk}")
    expect(plain.get_by_label("Thôn, tổ dân phố")).to_have_value(str(board.pk))
    follow(plain, plain.get_by_role("button", name="Gửi ý kiến"))
    expect(plain.get_by_text("Xin viết vài chữ về sự việc.", exact=True)).to_be_visible()
    fill(plain)
    plain.get_by_label("Ảnh, giấy tờ").set_input_files(files=[PAPER])
    follow(plain, plain.get_by_role("button", name="Xem có ai đã phản ánh chưa"))
    expect(plain.get_by_text("Xin chọn lại ảnh, tệp rồi hãy gửi.")).to_be_visible()
    expect(plain.get_by_label("Ông/Bà muốn phản ánh điều gì?")).to_have_value(WORDS)
    follow(plain, plain.get_by_role("button", name="Gửi ý kiến"))
    code, pin = sent(plain)
    follow(plain, plain.get_by_role("button", name="Tôi đã ghi lại"))
    expect(plain.get_by_text(WORDS)).to_be_visible()
    follow(plain, plain.get_by_role("button", name="Đóng"))
    plain.get_by_label("Mã trên biên nhận").fill(code.lower())
    follow(plain, plain.get_by_role("button", name="Mở"))
    follow(plain, plain.get_by_role("link", name="Viết thêm, gửi ảnh"))
    plain.get_by_label("Ông/Bà muốn nói gì?").fill("Hôm qua lại tràn.")
    plain.get_by_label("Mã PIN trên biên nhận").fill(pin)
    follow(plain, plain.get_by_role("button", name="Gửi", exact=True))
    expect(plain.get_by_text("Hôm qua lại tràn.")).to_be_visible()


def test_the_first_page_takes_words_and_codes(page, live, ward):
    page.set_viewport_size(PHONE)
    page.goto(live.url + "/noi-o/?q=ninh kieu")
    follow(page, page.get_by_role("button", name="Chọn Phường Ninh Kiều").first)
    page.goto(live.url + "/")
    assert flaws(page) == []
    page.set_viewport_size(PHONE)
    page.get_by_label("Ông/Bà muốn phản ánh điều gì?").fill(WORDS)
    follow(page, page.get_by_role("button", name="Viết tiếp và gửi"))
    expect(page.get_by_label("Ông/Bà muốn phản ánh điều gì?")).to_have_value(WORDS)
    page.get_by_label("Chỗ cụ thể").fill("trước nhà văn hoá")
    follow(page, page.get_by_role("button", name="Gửi ý kiến"))
    code, _pin = sent(page)
    page.goto(live.url + "/")
    page.get_by_label("Tra cứu bằng mã").fill(code)
    follow(page, page.get_by_role("button", name="Xem", exact=True))
    expect(page.get_by_text(WORDS)).to_be_visible()


def test_with_javascript_files_stay_when_the_form_comes_back(page, live, board):
    page.set_viewport_size(PHONE)
    page.goto(f"{live.url}{GUI}?thon={board.pk}")
    fill(page)
    page.get_by_label("Ảnh, giấy tờ").set_input_files(files=[PAPER])
    page.get_by_role("button", name="Xem có ai đã phản ánh chưa").click()
    expect(page.get_by_role("heading", name=re.compile("giống"))).to_be_visible()
    assert page.evaluate("document.querySelector('input[type=file]').files.length") == 1
    assert flaws(page) == []
    follow(page, page.get_by_role("button", name="Gửi ý kiến"))
    sent(page)
    assert flaws(page) == []
    assert StoredFile.objects.filter(owner_type="opinions.opinion", owner_id=str(Opinion.objects.get(text=WORDS).pk)).count() == 1


KEEPS = "Bản nháp chưa gửi được giữ trên máy này"


def kept(page: Page) -> str:
    """Everything that the browser keeps beside its cookies."""
    return page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")


def test_a_draft_survives_leaving_and_goes_on_a_press(page, live, board):
    page.goto(f"{live.url}{GUI}?thon={board.pk}")
    expect(page.get_by_text(KEEPS)).to_be_hidden()
    fill(page)
    expect(page.get_by_text(KEEPS)).to_be_visible()
    page.goto(live.url + "/gioi-thieu/")
    page.goto(f"{live.url}{GUI}?thon={board.pk}")
    expect(page.get_by_label("Ông/Bà muốn phản ánh điều gì?")).to_have_value(WORDS)
    expect(page.get_by_text(KEEPS)).to_be_visible()
    assert flaws(page) == []
    page.get_by_role("button", name="Xoá bản nháp").click()
    expect(page.get_by_text(KEEPS)).to_be_hidden()
    assert "nhà văn hoá" not in kept(page)
    page.reload()
    expect(page.get_by_label("Ông/Bà muốn phản ánh điều gì?")).to_have_value("")


def test_a_draft_ends_with_its_tab(page, live, board):
    page.goto(f"{live.url}{GUI}?thon={board.pk}")
    fill(page)
    next_one = page.context.new_page()  # the same telephone, whoever holds it now
    next_one.goto(f"{live.url}{GUI}?thon={board.pk}")
    expect(next_one.get_by_label("Ông/Bà muốn phản ánh điều gì?")).to_have_value("")
    assert "nhà văn hoá" not in kept(next_one)


def test_a_draft_of_yesterday_is_gone(page, live, board):
    page.clock.install()
    page.goto(f"{live.url}{GUI}?thon={board.pk}")
    fill(page)
    page.clock.fast_forward("24:00:01")
    page.goto(f"{live.url}{GUI}?thon={board.pk}")
    expect(page.get_by_label("Ông/Bà muốn phản ánh điều gì?")).to_have_value("")
    assert "nhà văn hoá" not in kept(page)


def test_what_was_deleted_is_not_sent_when_the_line_is_back(page, live, board, expected_messages):
    expected_messages.append("ERR_INTERNET_DISCONNECTED")
    page.goto(f"{live.url}{GUI}?thon={board.pk}")
    fill(page)
    page.context.set_offline(True)
    page.get_by_role("button", name="Gửi ý kiến").click()
    expect(page.get_by_text("Chưa gửi được vì mất mạng.")).to_be_visible()
    page.get_by_role("button", name="Xoá bản nháp").click()
    expect(page.get_by_text("Chưa gửi được vì mất mạng.")).to_be_hidden()
    page.context.set_offline(False)
    page.wait_for_timeout(500)
    expect(page.get_by_role("alert")).to_have_count(0)
    assert not Opinion.objects.filter(text=WORDS).exists()


def test_what_accuses_somebody_stays_on_no_telephone(page, live, board):
    page.goto(f"{live.url}{GUI}?thon={board.pk}")
    page.get_by_label("Trong này tôi tố cáo").check()
    fill(page)
    page.goto(f"{live.url}{GUI}?thon={board.pk}")
    expect(page.get_by_label("Ông/Bà muốn phản ánh điều gì?")).to_have_value("")


def test_a_dropped_line_loses_nothing_and_sends_by_itself_when_it_is_back(page, live, board, expected_messages):
    expected_messages.append("ERR_INTERNET_DISCONNECTED")
    page.goto(f"{live.url}{GUI}?thon={board.pk}")
    fill(page)
    page.context.set_offline(True)
    page.get_by_role("button", name="Gửi ý kiến").click()
    expect(page.get_by_text("Chưa gửi được vì mất mạng.")).to_be_visible()
    expect(page.get_by_label("Ông/Bà muốn phản ánh điều gì?")).to_have_value(WORDS)
    page.context.set_offline(False)
    sent(page)
    assert Opinion.objects.filter(text=WORDS).count() == 1


def test_going_back_after_sending_begins_with_an_empty_form(page, live, board):
    page.goto(f"{live.url}{GUI}?thon={board.pk}")
    fill(page)
    follow(page, page.get_by_role("button", name="Gửi ý kiến"))
    sent(page)
    page.go_back()
    expect(page.get_by_label("Ông/Bà muốn phản ánh điều gì?")).to_have_value("")
    assert "nhà văn hoá" not in kept(page)


def test_the_picture_of_a_receipt_opens_the_page_and_leaves_no_code_in_the_address(page, live, board):
    page.goto(f"{live.url}{GUI}?thon={board.pk}")
    fill(page)
    follow(page, page.get_by_role("button", name="Gửi ý kiến"))
    code, _pin = sent(page)
    asked: list[str] = []
    page.on("request", lambda r: asked.append(r.url))
    page.goto(f"{live.url}/y-kien/tra-cuu/#{code}")
    expect(page.get_by_text(WORDS)).to_be_visible()
    assert code not in page.url
    assert not any(code in url.split("#")[0] for url in asked)


def test_every_page_for_people_has_no_flaws(page, live, ward, board):
    page.goto(f"{live.url}{GUI}?thon={board.pk}")
    fill(page)
    page.get_by_role("button", name="Gửi ý kiến").click()
    _code, _pin = sent(page)
    follow(page, page.get_by_role("button", name="Tôi đã ghi lại"))
    for slug in ("viec", "viet", "rut", "lien-he", "doi-pin"):
        page.goto(f"{live.url}/y-kien/tra-cuu/{slug}/")
        assert flaws(page) == []
    page.goto(f"{live.url}/y-kien/tra-cuu/viec/")
    follow(page, page.get_by_role("button", name="Đóng"))
    for address in ("tra-cuu/", "", "?q=xuan khanh", f"don-vi/{ward.id}/", f"ap-phich/{board.pk}/"):
        page.goto(f"{live.url}/y-kien/{address}")
        assert flaws(page) == []
