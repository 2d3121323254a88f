"""What of private persons stands in a text is covered, and nothing else changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gandan.core.text import nfc, private
from gandan.opinions.calc.masking import propose


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("Bà Nguyễn Thị Na gọi 0912345678.", "Bà N. gọi [số điện thoại]."),
        ("anh Trần Quốc Bảo nói. Hôm qua Trần Quốc Bảo ghé.", "anh B. nói. Hôm qua B. ghé."),
        ("CCCD 012345678901 của tôi", "[số giấy tờ tùy thân] của tôi"),
        ("viết cho a.b@gmail.com nhé", "viết cho [địa chỉ thư điện tử] nhé"),
        ("xe 65B1-123.45 đậu trước cổng", "xe [biển số xe] đậu trước cổng"),
        ("vợ chồng anh Hùng đổ rác trước số nhà 12/5", "vợ chồng anh H. đổ rác trước [số nhà]"),
        ("Đèn đường Nguyễn Văn Cừ tắt ba đêm.", "Đèn đường Nguyễn Văn Cừ tắt ba đêm."),
        ("Ông Nguyễn Văn Hải, Chủ tịch phường đã hứa.", "Ông Nguyễn Văn Hải, Chủ tịch phường đã hứa."),
        ("", ""),
    ],
)
def test_names_become_initials_and_numbers_what_they_were(said, read):
    proposed = propose(said)
    assert proposed.text == read
    assert private.refusal(proposed.text) is None


def test_what_was_covered_is_marked_on_both_sides():
    proposed = propose("Bà Nguyễn Thị Na gọi 0912345678.")
    assert [part.text for part in proposed.was if part.covered] == ["Bà Nguyễn Thị Na", "0912345678"]
    assert [part.text for part in proposed.now if part.covered] == ["Bà N.", "[số điện thoại]"]
    assert proposed.many == 2


PIECES = st.sampled_from(
    [
        "bà Nguyễn Thị Na",
        "anh Hùng",
        "0912 345 678",
        "số nhà 12/5 đường Trần Phú",
        "Đèn tắt.",
        "CCCD 012345678901",
        " và ",
        "\n",
        "chị Lan, ",
        "51B",
    ]
)


@given(st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=12).map("".join))
def test_both_sides_are_whole_and_only_covered_pieces_differ(text):
    proposed = propose(text)
    assert "".join(part.text for part in proposed.was) == nfc(text)
    assert "".join(part.text for part in proposed.now) == proposed.text
    assert [part.text for part in proposed.was if not part.covered] == [part.text for part in proposed.now if not part.covered]


@given(st.lists(PIECES, max_size=10).map(" ".join))
def test_nothing_private_is_left_of_what_is_known(text):
    assert private.refusal(propose(text).text) is None
