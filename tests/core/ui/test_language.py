"""Vietnamese unless the reader chose otherwise; programs say it by header."""

import pytest
from django.test import Client, RequestFactory

from gandan.core.ui.language import chosen


@pytest.mark.parametrize(
    ("path", "cookie", "header", "language"),
    [
        ("/", "", "en", "vi"),
        ("/", "en", "vi", "en"),
        ("/", "xx", "en", "vi"),
        ("/api/v1/units", "", "en", "en"),
        ("/api/v1/units", "vi", "en", "vi"),
    ],
)
def test_who_decides_the_language(settings, path, cookie, header, language):
    request = RequestFactory().get(path, headers={"accept-language": header})
    if cookie:
        request.COOKIES[settings.LANGUAGE_COOKIE_NAME] = cookie
    assert chosen(request) == language


def test_the_switch_stays_on_the_page_and_never_leads_away():
    client = Client()
    assert client.post("/ngon-ngu/", {"language": "en", "next": "/gioi-thieu/"}).headers["Location"] == "/gioi-thieu/"
    page = client.get("/gioi-thieu/")
    assert page.headers["Content-Language"] == "en"
    assert 'lang="en"' in page.content.decode()
    assert client.post("/ngon-ngu/", {"language": "vi", "next": "https://example.org/"}).headers["Location"] == "/"
