"""Whatever is pasted: nothing breaks, and no quote is invented."""

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gandan.core.text import nfc
from gandan.ingest.extract import propose

PIECES = [
    piece
    for path in sorted((Path(__file__).parents[3] / "samples" / "ingest").glob("*.txt"))
    for piece in path.read_text(encoding="utf-8").replace("\n", " \n ").split(" ")
]
RECORDS = ("people", "documents", "figures", "awards", "models", "requests", "activities")


def squeezed(text):
    return " ".join(nfc(text).split())


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=120).map(" ".join))
def test_nothing_breaks_and_quotes_are_verbatim(text):
    said = propose(text)
    for key in RECORDS:
        for record in getattr(said, key):
            assert squeezed(record.quote) in squeezed(text), key
    for place in said.units:
        assert place.mention in squeezed(text)


def test_nothing_at_all():
    assert propose("").model_dump(exclude={"title"}) == propose(" \n\t").model_dump(exclude={"title"})


@pytest.mark.parametrize(
    "piece",
    [
        "a.",
        "A. ",
        "TP. ",
        "100 triệu đồng, ",
        "ông Nguyễn Văn A, ",
        "xã Bình Hòa ",
        "đề nghị ",
        "ngày 1 tháng 1 năm ",
        "a1.000.",
        "a số 12/QĐ-UB, ",
        "(a",
        "“a",
    ],
)
def test_one_long_line_costs_in_proportion_to_its_length(piece):
    def cost(length):
        began = time.process_time()
        propose((piece * (length // len(piece) + 1))[:length])
        return time.process_time() - began

    propose(piece)
    assert cost(32_000) < 10 * max(cost(8_000), 0.1)  # the square would be 16 times
