"""One field for everything public."""

import pytest
from django.utils import timezone

from gandan.portal.queries.law import rules_about


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


def about(text: str) -> list[str]:
    return [r.label for r in rules_about(text, on=timezone.localdate())]


@pytest.mark.parametrize("typed", ["thời hạn trả lời", "thoi han tra loi", "bao lâu thì được trả lời"])
def test_a_question_in_peoples_words_finds_the_rules_that_answer_it(country, typed):
    assert all(label.startswith("Trả lời") for label in about(typed)[:3])
    assert len(about(typed)) > 3


def test_a_place_is_not_answered_with_syllables_of_rules(country):
    assert about("Truong Sa") == about("Trường Sa") == []
    assert about("phó trưởng ban") != []


def test_the_rule_with_the_most_words_stands_first(country):
    assert about("giải quyết khiếu nại lần hai vùng sâu phức tạp")[0] == "Giải quyết khiếu nại lần hai, vùng sâu, vùng xa, phức tạp"
