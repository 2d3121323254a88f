"""What Django says of forms stands in our words, in one place: core/locale/vi."""

import pytest
from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils import translation


class Asked(forms.Form):
    name = forms.CharField(max_length=3)
    mail = forms.EmailField()
    day = forms.DateField()
    number = forms.IntegerField(min_value=1)
    kind = forms.ChoiceField(choices=[("a", "A")])


TYPED = {"name": "abcd", "mail": "mai@", "day": "hôm qua", "number": "0", "kind": "b"}
SAID = {
    "name": "Xin ghi không quá 3 ký tự (đang có 4).",
    "mail": "Xin ghi đúng địa chỉ thư điện tử, ví dụ mai@ninhkieu.gov.vn.",
    "day": "Xin ghi ngày theo dạng ngày/tháng/năm, ví dụ 31/12/2026.",
    "number": "Xin ghi số từ 1 trở lên.",
    "kind": "Xin chọn một mục trong danh sách.",
}


def test_each_wrong_field_says_what_to_do():
    assert {name: errors[0] for name, errors in Asked(TYPED).errors.items()} == SAID
    assert {errors[0] for errors in Asked({}).errors.values()} == {"Xin điền mục này."}


def test_in_english_as_well():
    with translation.override("en"):
        assert Asked({}).errors["name"] == ["This field is required."]
        assert Asked(TYPED).errors["number"] == ["Ensure this value is greater than or equal to 1."]


@pytest.mark.parametrize(("password", "said"), [("ngan", "Xin đặt ít nhất 10 ký tự"), ("1234567890123", "Xin thêm chữ")])
def test_passwords(password, said):
    with pytest.raises(ValidationError) as raised:
        validate_password(password)
    assert said in " ".join(raised.value.messages)
