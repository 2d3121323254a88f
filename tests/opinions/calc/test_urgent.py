"""Who may be in danger now is told whom to call; what can wait is not."""

import pytest

from gandan.opinions.calc.urgent import numbers


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("Có bé ở hẻm 108 đêm nào cũng khóc, hay bị đánh", ["111", "113"]),
        ("Trẻ em trong nhà trọ bị bạo hành", ["111", "113"]),
        ("Nhà số 5 đang cháy, có người mắc kẹt", ["114"]),
        ("Có người bất tỉnh ngoài chợ", ["115"]),
        ("Hàng xóm cầm dao dọa giết vợ", ["113"]),
        ("Hàng xóm cầm dao doạ giết vợ", ["113"]),
    ],
)
def test_danger_has_a_number(text, called):
    assert [n.number for n in numbers(text)] == called


@pytest.mark.parametrize(
    "text",
    [
        "Đèn đường hẻm 132 tắt ba tuần nay",
        "Trẻ em trong xóm không có chỗ chơi",
        "Bóng đèn bị cháy, xin thay giúp",
        "Trường thu tiền học sinh nhiều khoản",
        "",
    ],
)
def test_what_can_wait_has_none(text):
    assert numbers(text) == ()
