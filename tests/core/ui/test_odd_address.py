"""Addresses that nobody types lead nowhere; in a question such signs are left out."""

import pytest
from django.http import QueryDict

from gandan.core.ui.odd_address import cleaned, is_odd

pytestmark = pytest.mark.django_db


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
        "/lam-viec/%00/?q=a",
    ],
)
def test_a_control_sign_leads_nowhere(client, path):
    client.raise_request_exception = False
    assert client.get(path).status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "/y-kien/?q=%00",
        "/y-kien/?%00=1",
        "/y-kien/gui/?thon=%00&viec=%00",
        "/quy-dinh/?q=%00",
        "/tim/?q=%00",
        "/api/v1/opinions/topics?x=%00",
        "/open311/v2/requests.json?service_code=%00",
    ],
)
def test_from_a_question_it_is_left_out(client, path):
    client.raise_request_exception = False
    assert client.get(path).status_code == 200


def test_what_is_left_is_asked():
    asked = cleaned(QueryDict("q=ninh%00+ki%E1%BB%81u&q%1b=b%0Ac&la=1"))
    assert dict(asked.lists()) == {"q": ["ninh kiều", "b\nc"], "la": ["1"]}
    with pytest.raises(AttributeError):
        asked["q"] = "x"


def test_the_page_says_so_in_the_reader_s_language(client):
    page = client.get("/y-kien/so/%00/", HTTP_ACCEPT_LANGUAGE="en")
    assert "<main" in page.content.decode()


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/api/v1/opinions/%00", "application/problem+json"),
        ("/open311/v2/tokens/%1a.json", "application/json; charset=utf-8"),
        ("/open311/v2/tokens/%1a.xml", "text/xml; charset=utf-8"),
    ],
)
def test_programs_are_told_in_their_own_form(client, path, kind):
    answer = client.get(path)
    assert answer.status_code == 404
    assert answer["Content-Type"] == kind


def test_lines_may_be_asked_for_and_words_are_words(client):
    assert client.get("/y-kien/?q=a%0Ab").status_code == 200
    assert not is_odd("/y-kien/tìm/Đặng Thị É/")
    assert is_odd("\ud800")
    assert is_odd("a\n")
    assert not is_odd("a\n", but="\n")
