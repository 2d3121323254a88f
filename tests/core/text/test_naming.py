"""What can be a name."""

import pytest

from gandan.core.text import is_name


@pytest.mark.parametrize("text", ["Nguyễn Thị Sáu", "H’Hen Niê", "K'Brêu", "Nguyễn Văn A.", "Trần Thị Minh-Châu", "Người 0"])
def test_names_of_people(text):
    assert is_name(text, letters=True)


@pytest.mark.parametrize("text", ["", "12345", "...", "😀", "Sáu 😀", "Sáu\u0007", "Sáu\u202e", "<b>Sáu</b>", "Sáu\u200b"])
def test_no_names_of_people(text):
    assert not is_name(text, letters=True)


@pytest.mark.parametrize("text", ["1", "3+4", "12A", "Đông Thịnh", "Hòa An (cũ)"])
def test_names_of_hamlets(text):
    assert is_name(text, letters=False)
