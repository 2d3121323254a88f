import pytest
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet
from django.db import connection

from gandan.accounts.models import User
from gandan.core import secrets
from gandan.core.health.doctor import examine


def found(name: str) -> list[str]:
    return [f"{f.state}: {f.sentence}" for f in examine() if f.check == name]


@pytest.mark.django_db
def test_a_sound_database_is_told(settings):
    assert found("migrations") == ["ok: Cơ sở dữ liệu đúng phiên bản."]
    assert found("keys")[0].startswith("ok")
    assert found("worker")[0].startswith("problem: Không có worker")


@pytest.mark.django_db
def test_what_is_missing_for_real_use(settings, monkeypatch):
    monkeypatch.delenv("GANDAN_HOSTS", raising=False)
    settings.DEMO, settings.SECRET_KEY_GIVEN, settings.ENCRYPTION_KEYS = False, "ngắn", ["không phải khoá"]
    assert found("hosts")[0].startswith("problem: GANDAN_HOSTS")
    assert [f.split(" ")[1] for f in found("keys")] == ["GANDAN_SECRET_KEY", "Khoá"]


@pytest.mark.django_db(transaction=True)
def test_invented_people_in_a_real_installation_are_a_problem(settings):
    with connection.cursor() as cursor:
        cursor.execute(f"comment on database {connection.settings_dict['NAME']} is 'gandan demo'")
    assert not [f for f in found("demo") if f.startswith("problem")]
    settings.DEMO = False
    assert found("demo") == ["problem: Cơ sở dữ liệu này chứa người và việc bịa ra để dùng thử."]


@pytest.mark.django_db
def test_keys_that_open_nothing_are_found_before_somebody_signs_in(settings):
    person = User.objects.create(username="an", full_name="Trần Thị An")
    Authenticator.objects.create(user=person, type=Authenticator.Type.TOTP, data={"secret": secrets.encrypt("ABC")})
    assert found("secrets") == ["ok: Khoá đang dùng mở được nội dung đã mã hoá."]
    settings.ENCRYPTION_KEYS = [Fernet.generate_key().decode()]
    assert found("secrets")[0].startswith("problem: Khoá giải mã không khớp")


@pytest.mark.django_db
def test_a_wrong_setting_stops_before_the_database(settings):
    settings.FAULTS = ["DATABASE_URL phải bắt đầu bằng postgresql://"]
    assert found("settings") == ["problem: DATABASE_URL phải bắt đầu bằng postgresql://"]
    assert found("database")[0].startswith("problem")
    assert found("migrations") == []
