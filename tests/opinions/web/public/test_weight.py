"""What a cheap telephone has to load for the pages of this room: 60 KB compressed, nothing from elsewhere, no style or script inside."""

import gzip
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

LIMIT = 60_000


@pytest.mark.parametrize("address", ["/y-kien/", "/y-kien/gui/", "/y-kien/tra-cuu/", "ward", "poster", "case"])
def test_a_page_is_light_and_asks_nobody_else(phone, said, ground, address):
    said()
    phone.post("/y-kien/bien-nhan/da-ghi/")
    url = {
        "ward": f"/y-kien/don-vi/{ground.commune.pk}/",
        "poster": f"/y-kien/ap-phich/{ground.hamlet.pk}/",
        "case": "/y-kien/tra-cuu/viec/",
    }.get(address, address)
    html = phone.get(url, follow=True).content.decode()
    files = [finders.find(f) for f in set(re.findall(r'(?:href|src)="/static/([^"]+\.(?:css|js))"', html))]
    weight = sum(len(gzip.compress(data, 6)) for data in (html.encode(), *(Path(f).read_bytes() for f in files)))
    assert files
    assert weight <= LIMIT
    assert re.findall(r'(?:href|src|action|srcset)="(?:https?:)?//', html) == []
    assert 'style="' not in html
    assert re.findall(r"<script(?![^>]*\bsrc=)|<style", html) == []
