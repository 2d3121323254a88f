"""The text as the extractors see it."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gandan.ingest.document import Document
from gandan.ingest.extract import propose
from gandan.ingest.proposal import Proposal

BODY = "\nĐồng chí Nguyễn Văn An, Bí thư Đảng ủy xã, trao 20 suất quà cho hộ nghèo trong toàn xã nhân dịp năm mới, mỗi suất 500.000 đồng."
TITLE = "Xã Hòa Phú trao quà cho hộ nghèo"


@pytest.mark.parametrize(
    ("text", "published"),
    [
        (f"{TITLE}\n18/06/2024 - 22:00{BODY}", date(2024, 6, 18)),
        (f"18/06/2024 - 22:00\n{TITLE}{BODY}", date(2024, 6, 18)),
        (f"{TITLE}\nThứ hai - 22/06/2020 09:31{BODY}", date(2020, 6, 22)),
        (f"{TITLE}\nCập nhật ngày: 08/01/2020 05:25:55{BODY}", date(2020, 1, 8)),
        (f"{TITLE}\n10:12, 03/12/2014{BODY}", date(2014, 12, 3)),
        (f"2025-08-31\n{TITLE}{BODY}", date(2025, 8, 31)),
        (f"{TITLE}\n11/01/2023 | 05:48 GMT+7{BODY}", date(2023, 1, 11)),
        (f"Thứ Ba, 25/6/2024\n{TITLE}{BODY}", None),
        (f"{TITLE}\n12-2021{BODY}", None),
        (f"{TITLE}{BODY}", None),
    ],
)
def test_published(text, published):
    assert Document.of(text).published == published


def test_the_text_is_cleaned_once_and_quotes_come_from_it():
    doc = Document.of("Xa\u0303 Hòa Phú họp dân bàn việc lớn của thôn\r\nÐồng chí\u00a0Lan chủ trì buổi họp với bà con trong thôn.")
    assert "Xã" in doc.text
    assert "Đồng chí Lan" in doc.text
    assert "\r" not in doc.text


def test_a_quote_ends_with_its_sentence():
    doc = Document.of(f"{TITLE}\nXã họp dân bàn việc làm đường liên thôn. Bà con đồng tình hiến đất.")
    start = doc.text.index("Xã họp")
    assert doc.quote(start, len(doc.text)) == "Xã họp dân bàn việc làm đường liên thôn."


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_text_gives_a_proposal_with_quotes_from_it(text):
    doc = Document.of(text)
    proposal = propose(text)
    for record in [*proposal.people, *proposal.documents, *proposal.figures, *proposal.awards, *proposal.models, *proposal.activities]:
        assert record.quote in doc.text


def test_the_json_shape():
    dumped = Proposal().model_dump(mode="json")
    keys = ["title", "published", "happened", "people", "documents", "figures", "awards", "models", "requests", "units", "activities"]
    assert list(dumped) == keys
    assert dumped["published"] is None
