"""Addresses that nobody types lead nowhere; they never break a page."""

import pytest

from gandan.core.ui.odd_address import is_odd

pytestmark = pytest.mark.django_db
KEY = "0198f0a0-0000-7000-8000-000000000000"


@pytest.mark.parametrize(
    "path",
    [
        "/y-kien/so/%00/",
        "/y-kien/so/%00/toi-cung-gap/",
        "/y-kien/%00/",
        "/y-kien/%1b/",
        "/y-kien/a%0ab/",
        "/lam-viec/y-kien/%00/",
        "/api/v1/opinions/%00",
        "/open311/requests/%00.json",
        "/y-kien/?q=%00",
        "/y-kien/?%00=1",
        "/y-kien/gui/?thon=%00&viec=%00",
        "/to-cao/?noi=%00&q=%00",
        f"/y-kien/don-vi/{KEY}/?viec=%00",
        "/tim/?q=%00",
        "/cam-ket/?q=a%00b",
    ],
)
def test_a_control_sign_leads_nowhere(client, path):
    client.raise_request_exception = False
    assert client.get(path).status_code == 404


def test_the_page_says_so_in_the_reader_s_language(client):
    page = client.get("/y-kien/so/%00/", HTTP_ACCEPT_LANGUAGE="en")
    assert "<main" in page.content.decode()


def test_lines_may_be_asked_for_and_words_are_words(client):
    assert client.get("/y-kien/?q=a%0Ab").status_code == 200
    assert not is_odd("/y-kien/tìm/Đặng Thị É/")
    assert is_odd("\ud800")
    assert is_odd("a\n")
    assert not is_odd("a\n", but="\n")
