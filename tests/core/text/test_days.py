"""One way to write a day, everywhere."""

from datetime import date
from pathlib import Path

import pytest
from django.utils import translation

from gandan.core.text.days import written


@pytest.mark.parametrize(("language", "text"), [("vi", "2/9/2024"), ("en", "2 September 2024")])
def test_a_day_as_people_write_it(language, text):
    with translation.override(language):
        assert written(date(2024, 9, 2)) == text


def test_nobody_writes_days_another_way():
    source = Path(__file__).parents[3] / "src"
    assert [p.name for p in source.rglob("*.py") if 'strftime("%d/%m' in p.read_text(encoding="utf-8")] == []
