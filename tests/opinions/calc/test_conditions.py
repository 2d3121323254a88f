"""What is missing before something can be handled."""

import pytest

from gandan.opinions.calc.conditions import FORM, Gap, missing
from gandan.opinions.enums import Content

WHOLE = "Tôi khiếu nại Quyết định số 12/QĐ-UBND ngày 3/9/2026 của Ủy ban nhân dân phường, đề nghị hủy bỏ."
OTHERS = [c for c in Content if c != Content.COMPLAINT]


def gaps(content, text, **more):
    return [one.gap for one in missing(content, text=text, **more)]


@pytest.mark.parametrize("content", OTHERS)
def test_of_everything_else_only_words_and_a_place_are_asked(content):
    assert gaps(content, "Đèn hỏng", place="hẻm 5") == []
    assert gaps(content, "Đèn hỏng", has_place=True) == []
    assert gaps(content, "Đèn hỏng") == [Gap.PLACE]
    assert gaps(content, " ", place=" ") == [Gap.WORDS, Gap.PLACE]
    assert [one.law for one in missing(content, text="")] == ["", ""]


def test_a_whole_complaint_lacks_nothing():
    assert gaps(Content.COMPLAINT, WHOLE, has_contact=True, has_files=True) == []


@pytest.mark.parametrize(
    ("text", "more", "expected"),
    [
        (WHOLE, {"has_files": True}, [Gap.SENDER]),
        (WHOLE, {"has_contact": True}, [Gap.SIGNATURE]),
        ("Tôi khiếu nại việc thu hồi đất, đề nghị hủy bỏ.", {"has_contact": True}, [Gap.BODY, Gap.DECISION, Gap.SIGNATURE]),
        ("Tôi khiếu nại quyết định số 12 của phường", {"has_contact": True, "has_files": True}, [Gap.BODY, Gap.REQUEST]),
        ("toi khieu nai ubnd khong cap giay phep, xin duoc xem xet lai", {"has_contact": True}, [Gap.SIGNATURE]),
        (WHOLE, {"has_contact": True, "is_second": True}, [Gap.FIRST_DECISION, Gap.SIGNATURE]),
        ("", {}, [Gap.WORDS, Gap.SENDER, Gap.BODY, Gap.DECISION, Gap.REQUEST, Gap.SIGNATURE]),
    ],
)
def test_a_complaint_lacks_what_its_law_asks_for(text, more, expected):
    assert gaps(Content.COMPLAINT, text, **more) == expected


def test_every_gap_of_a_complaint_names_its_article_and_is_a_question():
    for one in missing(Content.COMPLAINT, text="…", is_second=True):
        assert one.law.endswith("Luật Khiếu nại số 02/2011/QH13")
        assert one.sentence
    assert missing(Content.COMPLAINT, text="x")[0].law == FORM
