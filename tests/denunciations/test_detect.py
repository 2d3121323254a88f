"""Which texts are set aside: the table by which the rules were made, and the list that was written before them."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gandan.core.text import fold
from gandan.denunciations.detect import looks_like

DATA = Path(__file__).parent / "data"
SAMPLES = tomllib.loads((DATA / "samples.toml").read_text(encoding="utf-8"))
HELD_OUT = tomllib.loads((DATA / "held_out.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", SAMPLES["accuses"])
def test_an_accusation_is_set_aside(text):
    assert looks_like(text)


@pytest.mark.parametrize("text", SAMPLES["other"])
def test_what_people_say_every_day_is_not(text):
    assert not looks_like(text)


def scores(asked=lambda text: text) -> tuple[float, float]:
    """Precision and recall on the list that was written before the rules."""
    right = sum(looks_like(asked(t)) for t in HELD_OUT["accuses"])
    wrong = sum(looks_like(asked(t)) for t in HELD_OUT["other"])
    return right / (right + wrong), right / len(HELD_OUT["accuses"])


@given(st.text(max_size=400))
def test_any_text_gets_an_answer(text):
    assert looks_like(text) in {True, False}


def test_it_is_quick_on_a_long_text():
    """A page of words that almost match must not hold up the deed."""
    import time

    start = time.perf_counter()
    looks_like("cán bộ nhận của nhà đề nghị các anh " * 250)
    assert time.perf_counter() - start < 1


def test_measured_on_what_was_written_before_the_rules():
    """Both lists are of one hand, so the true numbers are lower; what is measured must not get worse unseen."""
    for spelled in (lambda text: text, fold):
        precision, recall = scores(spelled)
        assert precision >= 0.95, "everyday matters would wait for a handler"
        assert recall >= 0.9, "accusations would lie in the inbox of those they accuse"


@pytest.mark.parametrize(
    "text",
    [
        "Ông phó chủ tịch n.h.ậ.n h.ố.i l.ộ của nhà thầu.",
        "Ông phó chủ tịch n-h-ậ-n h-ố-i l-ộ.",
        "Ông phó chủ tịch nhận h ố i  l ộ.",
        "Ông phó chủ tịch n h ậ n h ố i l ộ của nhà thầu.",
        "ong ay nhan h o i l o",
        "Họ t_h_a_m n_h_ũ_n_g.",
        "Cán bộ nhận hối.lộ ở xã.",
    ],
)
def test_letters_written_apart_are_read_together(text):
    assert looks_like(text)


@pytest.mark.parametrize(
    "text", ["Đèn ở q.1, t.p. bị hỏng.", "Nhà A B C D ở tổ 3 mất nước.", "Đường 3/2 ngập, v.v...", "p h ư ờ n g dọn rác"]
)
def test_letters_apart_alone_are_no_breach(text):
    assert not looks_like(text)


@pytest.mark.parametrize("piece", ["a.", "a ", "a_", "n.h.ậ.n ", "ab-", "h ố i  l ộ "])
def test_it_takes_no_longer_for_signs(piece):
    from time import process_time

    began = process_time()
    looks_like(piece * (10_000 // len(piece)))
    assert process_time() - began < 1.5
