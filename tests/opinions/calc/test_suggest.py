"""What a text seems to be, with the words it rests on."""

import tomllib
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gandan.opinions
from gandan.core.text import fold
from gandan.denunciations.detect import looks_like
from gandan.opinions import topics
from gandan.opinions.calc.suggest import content_of, topic_of
from gandan.opinions.enums import Content

DEMO = Path(gandan.opinions.__file__).parent / "data" / "demo.toml"


def voices() -> list[tuple[str, str]]:
    """Words of the demo with their topics: written by somebody else than the lists of words."""
    read = tomllib.loads(DEMO.read_text(encoding="utf-8"))["matter"]
    return [(said.replace("{p}", "hẻm 51"), matter["topic"]) for matter in read for key in "snb" for said in matter.get(key, [])]


@pytest.mark.parametrize("written", [str, fold], ids=["accents", "plain"])
def test_nearly_every_voice_of_the_demo_finds_its_topic(written):
    said = [(text, topic) for text, topic in voices() if topic != topics.OTHER]
    found = [(hint.code if (hint := topic_of(written(text))) else None, topic) for text, topic in said]
    right = sum(got == topic for got, topic in found)
    wrong = sum(got not in (None, topic) for got, topic in found)
    assert len(said) > 150
    assert right >= 0.88 * len(said)
    assert wrong <= 0.1 * len(said)


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("Đường trước cổng trường học có ổ gà rất to", "road-damage", ("ổ gà",)),
        ("den duong hem 51 khong sang", "street-lighting", ("den duong",)),
        ("Đèn đường hẻm 5 tắt, ĐÈN ĐƯỜNG hẻm 6 cũng tắt", "street-lighting", ("Đèn đường",)),
        ("Chó nhà hàng xóm thả rông, không rọ mõm", "animals", ("Chó", "thả rông", "rọ mõm")),
        ("Rác đổ ngay đầu chợ, bốc mùi", "waste", ("Rác",)),
        ("rac do ngay dau cho", "waste", ("rac",)),
        ("Xin hỏi thủ tục", "one-stop", ("thủ tục",)),
        (
            "Quy định nộp lại bản sao đã có dữ liệu là bất cập, rườm rà",
            "administrative-rules",
            ("Quy định nộp", "đã có dữ liệu", "bất cập", "rườm rà"),
        ),
    ],
)
def test_the_words_it_rests_on_are_those_of_the_text(text, code, words):
    hint = topic_of(text)
    assert (hint.code, hint.words) == (code, words)
    assert hint.topic.code == code


@pytest.mark.parametrize("text", ["", "   ", "Tôi không biết nói sao.", "cong viec cua toi rat tot", "12345"])
def test_where_no_word_speaks_nothing_is_suggested(text):
    assert topic_of(text) is None


def test_without_accents_cho_is_no_market():
    assert topic_of("duong cho hem toi ai lam") is None
    assert topic_of("cái chợ này dơ").code == "market-business"


def test_a_word_that_means_something_else_without_accents_counts_only_with_them():
    assert topic_of("Cống trước nhà đầy") is not None
    assert topic_of("cong truoc nha day") is None


REMARK, PROPOSAL, COMPLAINT, MIXED = Content.REMARK, Content.PROPOSAL, Content.COMPLAINT, Content.MIXED


@pytest.mark.parametrize(
    ("text", "content", "sentence"),
    [
        # "kiến nghị", "khiếu nại" as people use them
        ("Tôi kiến nghị phường sửa đèn đường hỏng ở hẻm 51.", REMARK, "Tôi kiến nghị phường sửa đèn đường hỏng ở hẻm 51."),
        ("Tôi khiếu nại về việc rác không ai gom.", REMARK, "Tôi khiếu nại về việc rác không ai gom."),
        (
            "Gọi số điện thoại khiếu nại mãi không ai nghe, nước vẫn ngập.",
            REMARK,
            "Gọi số điện thoại khiếu nại mãi không ai nghe, nước vẫn ngập.",
        ),
        ("Gia đình tôi không khiếu nại quyết định xử phạt, chỉ hỏi chỗ nộp.", None, ""),
        # proposals
        ("Đề nghị lắp thêm hai bóng đèn ở ngã ba.", PROPOSAL, "Đề nghị lắp thêm hai bóng đèn ở ngã ba."),
        ("Thưa phường. Nên mở thêm một sân chơi cho các cháu.", PROPOSAL, "Nên mở thêm một sân chơi cho các cháu."),
        # remarks without any such word
        ("Trước chợ có ổ gà.", REMARK, "Trước chợ có ổ gà."),
        ("nuoc ngap vao nha may hom nay", REMARK, "nuoc ngap vao nha may hom nay"),
        # complaints: a decision or act, and that somebody turns against it
        (
            "Tôi khiếu nại Quyết định số 12/QĐ-UBND thu hồi đất của tôi.",
            COMPLAINT,
            "Tôi khiếu nại Quyết định số 12/QĐ-UBND thu hồi đất của tôi.",
        ),
        ("Phường xử phạt tôi 2 triệu. Mức phạt này là sai quy định, đề nghị hủy bỏ.", COMPLAINT, "Phường xử phạt tôi 2 triệu."),
        (
            "Bộ phận một cửa từ chối cấp phép cho tôi, tôi không đồng ý.",
            COMPLAINT,
            "Bộ phận một cửa từ chối cấp phép cho tôi, tôi không đồng ý.",
        ),
        ("toi khieu nai quyet dinh thu hoi dat cua ubnd xa", COMPLAINT, "toi khieu nai quyet dinh thu hoi dat cua ubnd xa"),
        ("Bị cắt trợ cấp hộ nghèo, đề nghị xem xét lại.", COMPLAINT, "Bị cắt trợ cấp hộ nghèo, đề nghị xem xét lại."),
        # a complaint, and something else that is another matter
        (
            "Tôi khiếu nại quyết định thu hồi đất số 12. Đèn đường trước nhà cũng hỏng cả tháng.",
            MIXED,
            "Tôi khiếu nại quyết định thu hồi đất số 12.",
        ),
        ("Tôi khiếu nại quyết định thu hồi đất số 12. Giá đền bù chậm trả.", COMPLAINT, "Tôi khiếu nại quyết định thu hồi đất số 12."),
        ("", None, ""),
        ("Xin chào.", None, ""),
    ],
)
def test_what_it_is_in_the_words_of_the_law(text, content, sentence):
    hint = content_of(text)
    assert (hint.content if hint else None, hint.sentence if hint else "") == (content, sentence)
    if hint:
        assert all(word in text for word in hint.words)
        assert hint.words or content is None


def test_of_a_mixed_text_a_sentence_of_each_part_is_quoted():
    hint = content_of("Tôi khiếu nại quyết định thu hồi đất số 12. Đèn đường trước nhà cũng hỏng cả tháng.")
    assert hint.sentences[1:] == ("Đèn đường trước nhà cũng hỏng cả tháng.",)


def test_a_sentence_without_an_end_is_quoted_in_part():
    hint = content_of("đèn đường hỏng " * 100)
    assert len(hint.sentence) <= 241
    assert hint.sentence.endswith("…")


@given(st.text(max_size=300))
def test_any_text_is_read(text):
    topic_of(text)
    content_of(text)


LONG = {
    "words": "Đèn đường đầu hẻm 51 tắt đã mười ngày. Cán bộ phường không giải quyết, tôi không đồng ý với quyết định xử phạt. " * 80,
    "short": "a " * 4000,
    "one": "x" * 8000,
    "lines": "đ\n" * 4000,
    "names": "của các anh chị ông bà chủ tịch " * 300,
    "codes": " ".join(f"t{n}" for n in range(2000)),
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
@pytest.mark.parametrize("asked", [topic_of, content_of, looks_like])
def test_the_longest_text_is_read_in_a_blink(asked, text):
    asked("đèn")  # lists are read once
    best = min(_took(asked, text[:8000]) for _ in range(3))
    assert best < 0.05


@pytest.mark.parametrize("asked", [topic_of, content_of, looks_like])
def test_ten_million_letters_take_no_longer_than_eight_thousand(asked):
    asked("đèn")
    assert min(_took(asked, "đèn hỏng " * 1_200_000) for _ in range(2)) < 0.1


def _took(asked, text: str) -> float:
    begun = perf_counter()
    asked(text)
    return perf_counter() - begun
