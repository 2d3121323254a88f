"""The rules of law are open to everyone, with what was checked and what was not."""

from django.conf import settings
from django.utils import timezone

from gandan.core.legal import queries


def test_every_rule_of_today_stands_there_with_its_source(reader):
    html = reader.get("/quy-dinh/").content.decode()
    rows = list(queries.current(on=timezone.localdate()))
    assert rows
    for row in rows:
        assert f'id="{row.code}"' in html
    assert html.count('class="state unsure"') == sum(not r.checked for r in rows)


def test_in_english_they_speak_english(reader):
    reader.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    html = reader.get("/quy-dinh/").content.decode()
    assert "The people discuss and decide" in html
    assert "Nhân dân bàn và quyết định" not in html
    assert "Posting the days of reception" in reader.get("/tim/?q=reception").content.decode()
