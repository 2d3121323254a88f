"""Good-practice models."""

import pytest

from gandan.ingest.document import Document
from gandan.ingest.extract import models


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Xã ra mắt mô hình “Camera an ninh” tại thôn Đông.", [("Camera an ninh", "thôn Đông")]),
        (
            "Hội phụ nữ duy trì mô hình “Con đường hoa”, “Ngôi nhà xanh” và “Ống heo đất”.",
            [("Con đường hoa", None), ("Ngôi nhà xanh", None), ("Ống heo đất", None)],
        ),
        (
            "Đoàn khảo sát mô hình “Dân vận khéo” vận động nhân dân nâng cấp hẻm 3T2 thuộc phường Xuân Khánh.",
            [("vận động nhân dân nâng cấp hẻm 3T2", "phường Xuân Khánh")],
        ),
        (
            "Các mô hình tiêu biểu như: “Tuyến đường hoa” của Hội Phụ nữ khu phố 5, “Camera an ninh” ở phường An Bình, “Heo đất”.",
            [("Tuyến đường hoa", None), ("Camera an ninh", "phường An Bình"), ("Heo đất", None)],
        ),
        ("Hội Cựu chiến binh giữ mô hình “5+1” tại khu vực 3, phường Ninh Kiều.", [("5+1", "khu vực 3")]),
        ("Phong trào thi đua “Dân vận khéo” lan tỏa với nhiều mô hình hiệu quả.", []),
    ],
)
def test_models(sentence, expected):
    doc = Document.of("Tiêu đề bài viết về công tác dân vận\n" + sentence)
    assert [(model.name, model.place) for model in models.find(doc)] == expected


def test_the_field_and_what_came_of_it_are_read():
    """The name decides before the sentence; a sentence that does not begin as a result is none."""
    text = (
        "Xã ra mắt mô hình “Tiếng kẻng an ninh” tại thôn Đông, giúp người nghèo. Qua đó, mất trộm giảm còn 2 vụ."
        " Hội có mô hình “Hũ gạo tình thương” tại thôn Tây. Buổi chiều, đoàn về huyện."
        " Ấp giữ mô hình “Chín giờ tối”. Qua đó, trẻ em ngủ sớm."
        " Xã còn có mô hình “Đường hoa”, “Nhà sạch”. Nhờ đó, xã đạt chuẩn."
    )
    first, second, third, *several = models.find(Document.of("Tiêu đề bài viết về công tác dân vận\n" + text))
    assert (first.field, first.result) == ("Quốc phòng - an ninh", "Qua đó, mất trộm giảm còn 2 vụ.")
    assert (second.field, second.result) == (None, None)
    assert third.field == "Văn hoá - xã hội"  # neither name nor sentence tells, what came of it does
    assert [one.result for one in several] == [None, None]  # of which of the two, nobody can say
