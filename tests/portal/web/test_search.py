"""One field for everything public."""

import pytest


def test_units_and_rules_without_accents(reader):
    html = reader.get("/tim/", {"q": "niem yet"}).content.decode()
    assert "Niêm yết" in html
    assert "khoản 2 Điều 13" in html
    assert "Phường Ninh Kiều" in reader.get("/tim/", {"q": "ninh kieu"}).content.decode()


@pytest.mark.parametrize("typed", ["%", "'; drop table", "<script>", "\x00", "a" * 5000, "!&|():*"])
def test_whatever_is_typed_gets_an_answer(reader, typed):
    response = reader.get("/tim/", {"q": typed})
    assert response.status_code == 200
    assert b"<script>" not in response.content


def test_an_empty_search_is_a_form(reader):
    assert b"<form" in reader.get("/tim/").content
