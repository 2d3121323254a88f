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
        ("Phong trào thi đua “Dân vận khéo” lan tỏa với nhiều mô hình hiệu quả.", []),
    ],
)
def test_models(sentence, expected):
    doc = Document.of("Tiêu đề bài viết về công tác dân vận\n" + sentence)
    assert [(model.name, model.place) for model in models.find(doc)] == expected
