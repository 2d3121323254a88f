"""What a phone has to load: HTML, styles and scripts within 60 KB compressed, fonts within 60 KB, nothing from elsewhere."""

import re

import pytest
from django.contrib.staticfiles import finders

LIMIT, DOTS, FONTS = 60_000, 120_000, 60_000
PAGES = [
    "/",
    "/noi-o/?q=xuan+khanh",
    "/don-vi/",
    "/don-vi/?vao=2025-06-30",
    "/tim/?q=ninh+kieu",
    "/quy-dinh/",
    "/gioi-thieu/",
    "unit",
    "divided",
]


def loaded(html: str) -> set[str]:
    return set(re.findall(r'(?:href|src)="(/static/[^"]+\.(?:css|js))"', html))


def compressed(data: bytes) -> int:
    import gzip

    return len(gzip.compress(data, 6))


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_light_and_asks_nobody_else(reader, address, page):
    url = {"unit": "phường Cao Lãnh", "divided": "thành phố Hồ Chí Minh"}.get(page)
    response = reader.get(address(url) if url else page, headers={"accept-encoding": "gzip"})
    assert response.headers["Content-Encoding"] == "gzip"
    plain = reader.get(address(url) if url else page)
    html = plain.content.decode()
    styles = [finders.find(s.removeprefix("/static/")) for s in loaded(html)]
    assert styles
    weight = len(response.content) + sum(compressed(open(s, "rb").read()) for s in styles)  # noqa: SIM115
    assert weight <= (DOTS if page.startswith("/don-vi/") else LIMIT)
    outside = re.findall(r'(?:href|src|action|srcset)="(https?:)?//', html) + re.findall(r"url\((https?:)?//", html)
    assert outside == []
    assert 'style="' not in html
    assert "<style" not in html
    assert re.findall(r"<script(?![^>]*\bsrc=)", html) == []


def test_the_fonts_are_light():
    from pathlib import Path

    folder = Path(finders.find("gandan/ground.css")).parent / "fonts"
    files = list(folder.glob("*.woff2"))
    assert len(files) == 4
    assert sum(f.stat().st_size for f in files) <= FONTS
    css = (folder.parent / "ground.css").read_text()
    assert all(f.name in css for f in files)
