"""Browsers in which somebody is signed in, and the story of a call that stands today where a test wants it, whatever the day."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from gandan.accounts.models import User
from gandan.core import secrets
from tests.awards import conftest as room
from tests.awards.conftest import House


@pytest.fixture(autouse=True)
def fresh_pace(db):
    """No count of another test's tries."""
    cache.clear()


@pytest.fixture
def since(request, monkeypatch) -> Callable[[int], House]:
    """A house whose first day was so many days ago: the story's day so many is today."""

    def make(days: int) -> House:
        first = timezone.now() - timedelta(days=days)
        loaded = [p for p in request.config.pluginmanager.get_plugins() if getattr(p, "__file__", "") == room.__file__]
        for module in (room, *loaded):  # pytest loads a conftest under a name of its own, and tests import it once more
            monkeypatch.setattr(module, "NOW", first)
            monkeypatch.setattr(module, "TODAY", timezone.localdate(first))
            monkeypatch.setattr(module, "LAST", timezone.localdate(first) + timedelta(days=10))
        return request.getfixturevalue("house")

    return make


@pytest.fixture
def opens(ground, people) -> Callable[[str | User], Client]:
    """A browser of one of the cast, of a member of the council, or of a citizen."""

    def client(who: str | User) -> Client:
        browser = Client()
        if who == "citizen":
            return browser
        user = people[who] if isinstance(who, str) and who in people else User.objects.get(username=who)
        if not Authenticator.objects.filter(user=user).exists():
            Authenticator.objects.create(user=user, type="totp", data={"secret": secrets.encrypt("JBSWY3DPEHPK3PXP")})
        browser.force_login(user)
        return browser

    return client


def desk(name: str, *args: object) -> str:
    return reverse(f"awards:{name}", args=args)


def portal(name: str, *args: object) -> str:
    return reverse(f"awards-public:{name}", args=args)


def text(answer) -> str:
    return answer.content.decode()
