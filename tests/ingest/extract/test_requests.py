"""Who asks whom for what."""

import pytest

from gandan.ingest.document import Document
from gandan.ingest.extract import people, requests

TITLE = "Tiêu đề bài viết về công tác dân vận\n"


def read(text):
    doc = Document.of(TITLE + text)
    return [(r.by, r.to, r.text) for r in requests.find(doc, people.find(doc))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Bí thư Huyện ủy Nguyễn Văn Hải yêu cầu các cấp ủy, tổ chức đảng quan tâm giải quyết kiến nghị của dân.",
            [("Nguyễn Văn Hải", "các cấp ủy, tổ chức đảng", "quan tâm giải quyết kiến nghị của dân")],
        ),
        (
            "Cử tri phường Tân An kiến nghị UBND thành phố sớm nâng cấp hẻm 5.",
            [("Cử tri phường Tân An", "UBND thành phố", "sớm nâng cấp hẻm 5")],
        ),
        (
            "Đồng chí Lê Thị Mai, Bí thư Đảng ủy xã ghi nhận kết quả. Đồng chí đề nghị thời gian tới, Mặt trận tiếp tục vận động nhân dân.",
            [("Lê Thị Mai", "Mặt trận", "tiếp tục vận động nhân dân")],
        ),
        (
            "Phó Bí thư Tỉnh ủy Trần Văn Tam dự. Phó Bí thư Tỉnh ủy đề nghị: Ngành Tổ chức xây dựng Đảng tiếp tục đổi mới.",
            [("Trần Văn Tam", "Ngành Tổ chức xây dựng Đảng", "tiếp tục đổi mới")],
        ),
        (
            "Đoàn giám sát đề nghị Đảng ủy xã Long Hòa công khai các khoản thu.",
            [("Đoàn giám sát", "Đảng ủy xã Long Hòa", "công khai các khoản thu")],
        ),
    ],
)
def test_reads(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Hội nghị nhằm đáp ứng yêu cầu nhiệm vụ trong tình hình mới.",
        "Ban Tiếp công dân giải quyết kiến nghị của cử tri đúng hạn.",
        "Ông Trần Văn Bình, Chủ tịch UBND xã dự, chỉ đạo; các ý kiến, đề xuất, kiến nghị được ghi nhận.",
    ],
)
def test_no_request(text):
    assert read(text) == []
