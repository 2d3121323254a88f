"""A public promise names no private person: whoever types it is told what to take out."""

import pytest

from gandan.core.access import Refusal

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"title": "Sửa nhà cho bà Nguyễn Thị Na bị ung thư"}, "Xin bỏ tên “bà Nguyễn Thị Na”"),
        ({"beneficiary": "Bà con hẻm 51, liên hệ 0913456789"}, "Xin bỏ số điện thoại “0913456789”"),
        ({"deliverable": "Mái mới cho nhà số 5"}, "Xin bỏ số nhà “nhà số 5”"),
    ],
)
def test_private_words_are_refused(promise, more, said):
    with pytest.raises(Refusal, match=said):
        promise(**more)


def test_streets_and_offices_are_no_private_persons(promise):
    assert promise(title="Sửa nắp cống ở đường Bà Triệu", beneficiary="Bà con hẻm 51 đường 3 Tháng 2").pk
