import pytest

from gandan.accounts.models import User


@pytest.mark.django_db
def test_a_person_is_kept():
    User.objects.create(email="a@example.vn", full_name="Nguyễn Thị An")
    assert User.objects.get().full_name == "Nguyễn Thị An"
