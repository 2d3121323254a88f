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
        ("Con nít nhà bên đêm nào cũng bị đánh", ["111", "113"]),
        ("co be o hem 108 duong quang trung hay bi danh, nghe khoc hoai", ["111", "113"]),
        ("Chị ấy bị chồng đánh hoài", ["113"]),
        ("Trụ đèn trước trường rò rỉ điện", ["114"]),
        ("Dây điện đứt nằm giữa đường, có người bị điện giật", ["114", "115"]),
        ("day dien dut nam giua duong", ["114"]),
        ("hang xom dung dao dam chem nhau", ["113"]),
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
        "xe ben dang chay qua nhanh, hoc sinh so lam",
        "Dây điện sà thấp ở đầu hẻm, đề nghị kéo lên",
        "Bình chữa cháy ở chợ đã hết hạn",
        "Bị đánh thuế hai lần là không đúng",
        "",
    ],
)
def test_what_can_wait_has_none(text):
    assert numbers(text) == ()
