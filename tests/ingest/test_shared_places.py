"""Requests and codes of places in the seed texts beside the checkout."""

import pytest

from gandan.ingest.extract import propose

pytestmark = pytest.mark.shared

CODES = {
    "seed-000": {"Thành phố Cần Thơ": "92"},
    "seed-001": {"Thành phố Cần Thơ": "92", "Quận Ninh Kiều": "916", "Phường Xuân Khánh": "31144"},
    "seed-002": {"Thành phố Hồ Chí Minh": "79", "Huyện Củ Chi": "783"},
    "seed-003": {"Huyện Thạnh Phú": "837"},
    "seed-004": {"Thành phố Hà Nội": "01", "Thành phố Đà Nẵng": "48"},
}
REQUESTS = {
    "seed-000": [],
    "seed-001": [("Võ Kim Thoa", "hệ thống dân vận, Mặt trận và các tổ chức chính trị - xã hội ở quận Ninh Kiều", "tiếp tục tham mưu")],
    "seed-002": [],
    "seed-003": [
        ("Trần Ngọc Tam", "Đội ngũ làm công tác dân vận", "cần kiên trì"),
        ("Phạm Văn Bé Năm", "Ngành Tổ chức xây dựng Đảng", "tiếp tục xây dựng, chỉnh đốn Đảng"),
    ],
    "seed-004": [("Trần Quốc Vượng", "ngành Dân vận", "cần tập trung nghiên cứu")],
}


@pytest.fixture(params=list(CODES))
def seed(request, shared):
    text = (shared / "articles" / f"{request.param}.txt").read_text(encoding="utf-8")
    return request.param, propose(text)


def test_codes_as_of_the_day(seed):
    name, said = seed
    assert {place.name: place.code for place in said.units} == CODES[name]
    assert all(place.today for place in said.units)


def test_who_asks_whom_for_what(seed):
    name, said = seed
    found = [(request.by, request.to, request.text) for request in said.requests]
    assert [(by, to) for by, to, _ in found] == [(by, to) for by, to, _ in REQUESTS[name]]
    assert all(text.startswith(begin) for (_, _, text), (_, _, begin) in zip(found, REQUESTS[name], strict=True))


def test_the_ward_of_the_first_seed_lives_on(seed):
    name, said = seed
    if name == "seed-001":
        assert next(place.today for place in said.units if place.level == "commune") == ["31135"]
