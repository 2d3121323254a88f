"""Marks: every record stands where its quote is, marks nest, and the text itself is whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gandan.ingest import queries
from gandan.ingest.web.marks import marked
from gandan.ingest.web.records import Card, groups_of

TEXT = "Tin tức\nÔng Lê Văn An, Bí thư xã, trao 12 suất quà và 12 xe đạp cho 12 em.\nHết."


def card(number: int, quote: str, anchor: str = "", value: float | None = None) -> Card:
    return Card(key=f"people-{number}", label=f"NG{number}", kind="people", heading="", facts=(), quote=quote, anchor=anchor, value=value)


def pieces(text: str, cards: list[Card]) -> dict[str, str]:
    """What lies inside of each mark."""
    inside: dict[str, str] = {}
    for paragraph in marked(text, cards):
        opened: list[str] = []
        for token in paragraph.tokens:
            if token.opens:
                opened.append(token.opens.key)
                inside[token.opens.key] = ""
            elif token.closes:
                assert opened.pop() == token.closes.key
            for key in opened:
                inside[key] += token.text
        assert not opened
    return inside


def test_a_name_is_marked_inside_of_its_quote():
    quote = "Ông Lê Văn An, Bí thư xã"
    assert pieces(TEXT, [card(1, quote, "Lê Văn An"), card(2, quote)]) == {"people-1": "Lê Văn An", "people-2": quote}


def test_equal_figures_of_one_sentence_are_marked_one_after_another():
    quote = "trao 12 suất quà và 12 xe đạp cho 12 em."
    line = next(p for p in marked(TEXT, [card(n, quote, value=12.0) for n in (1, 2, 3)]) if "Lê" in p.tokens[0].text)
    between = [token.text for token in line.tokens if token.text]
    assert between == ["Ông Lê Văn An, Bí thư xã, trao ", "12", " suất quà và ", "12", " xe đạp cho ", "12", " em."]


def test_a_quote_that_is_not_there_is_not_marked():
    assert pieces(TEXT, [card(1, "Bà Lê Văn An")]) == {}


def test_tone_placement_of_a_name_may_differ():
    assert pieces("Xã Hòa Bình họp.", [card(1, "Xã Hòa Bình họp.", "xã Hoà Bình")]) == {"people-1": "Xã Hòa Bình"}


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30)), max_size=12))
def test_any_quotes_leave_the_text_whole_and_nested(cuts):
    cards = [card(n, TEXT[a : a + length]) for n, (a, length) in enumerate(cuts)]
    pieces(TEXT, cards)
    assert ["".join(t.text for t in p.tokens) for p in marked(TEXT, cards)] == TEXT.split("\n")


@pytest.mark.parametrize("source", ["data/example.txt"])
def test_every_record_of_the_example_is_marked(source):
    from importlib.resources import files

    reading = queries.propose_text(files("gandan.ingest").joinpath(source).read_text(encoding="utf-8"))
    cards = [one for group in groups_of(reading.proposal) for one in group.cards]
    assert {group.kind for group in groups_of(reading.proposal)} == {
        "activities", "people", "documents", "figures", "awards", "models", "requests", "units",
    }  # fmt: skip
    assert set(pieces(reading.text, cards)) == {one.key for one in cards}
