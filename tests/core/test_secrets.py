import pytest
from cryptography.fernet import Fernet
from django.core.exceptions import ImproperlyConfigured
from hypothesis import given
from hypothesis import strategies as st

from gandan.core import secrets


@given(st.text())
def test_what_was_encrypted_comes_back(text):
    token = secrets.encrypt(text)
    assert secrets.decrypt(token) == text
    assert len(text) < 8 or text not in token


def test_keys_rotate(settings):
    old, new = Fernet.generate_key().decode(), Fernet.generate_key().decode()
    settings.ENCRYPTION_KEYS = [old]
    token = secrets.encrypt("0912 345 678")
    settings.ENCRYPTION_KEYS = [new, old]
    turned = secrets.rotate(token)
    settings.ENCRYPTION_KEYS = [new]
    assert secrets.decrypt(turned) == "0912 345 678"
    with pytest.raises(secrets.Undecipherable):
        secrets.decrypt(token)


def test_a_changed_text_is_refused():
    token = secrets.encrypt("x")
    with pytest.raises(secrets.Undecipherable):
        secrets.decrypt(token[:-4] + "AAA=")


def test_without_keys_nothing_is_written(settings):
    settings.ENCRYPTION_KEYS = []
    with pytest.raises(secrets.Undecipherable):
        secrets.encrypt("x")


def test_an_installation_without_keys_says_how_to_make_them(settings):
    settings.SECRET_KEY_GIVEN, settings.ENCRYPTION_KEYS = "", []
    key, encryption = secrets.faults()
    assert key.startswith("GANDAN_SECRET_KEY")
    assert encryption.startswith("GANDAN_ENCRYPTION_KEYS")
    assert all("Tạo bằng: python -c" in s for s in (key, encryption))


def test_django_refuses_an_empty_key(settings):
    settings.SECRET_KEY = ""
    with pytest.raises(ImproperlyConfigured):
        _ = settings.SECRET_KEY


def test_fingerprints_compare_keys_without_telling_them():
    key = Fernet.generate_key().decode()
    (mark,) = secrets.fingerprints([key])
    assert secrets.fingerprints([key]) == [mark]
    assert mark not in key
