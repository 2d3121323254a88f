"""A browser in which one of the cast is signed in, and commitments that are in time whatever the day of the test."""

from datetime import timedelta
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from django.utils import timezone

from gandan.core import secrets
from tests.people import NOW

CODE_ROLES = ("leader", "denunciation_handler", "provincial_leader", "administrator")
SOON = timedelta(days=10)


@pytest.fixture
def opens(people) -> Any:
    def client(who: str) -> Client:
        browser = Client()
        if who != "citizen":
            if who in CODE_ROLES and not Authenticator.objects.filter(user=people[who]).exists():
                Authenticator.objects.create(user=people[who], type="totp", data={"secret": secrets.encrypt("JBSWY3DPEHPK3PXP")})
            browser.force_login(people[who])
        return browser

    return client


@pytest.fixture
def in_time(promise) -> Any:
    """A promise whose date lies ahead today."""
    return lambda **more: promise(**{"due": timezone.localdate() + SOON, **more})


@pytest.fixture
def late(promise) -> Any:
    """A promise whose date has passed today."""
    before = NOW - timedelta(days=30)
    return lambda **more: promise(**{"due": timezone.localdate() - timedelta(days=9), "now": before, **more})
