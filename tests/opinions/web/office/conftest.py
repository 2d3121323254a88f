"""The cast at their desks, the law in force, and opinions that went through real deeds."""

from datetime import timedelta
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from django.utils import timezone

from gandan.core import secrets
from gandan.core.access import SystemActor
from gandan.core.legal.actions import load as load_law
from gandan.units.models import Load
from tests.opinions.people import speak
from tests.people import *  # noqa: F403  the fixed cast
from tests.people import NOW

CODE_ROLES = ("leader", "denunciation_handler", "provincial_leader", "administrator")
STAFF = ("front_officer", "committee_officer", "leader", "outsider", "provincial_leader")


@pytest.fixture
def ground(world, cast):
    """World and cast, the tree known as filled, the law in force."""
    Load.objects.create(what="cast", digest="cast", at=NOW)
    load_law(by=SystemActor("install"), now=NOW)
    return world


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
def today():
    return timezone.localdate()


@pytest.fixture
def said(ground):
    """An opinion so many days ago, as the clock of this machine counts: pages read it."""

    def make(text: str = "Đèn đường hẻm 132 tắt ba tuần nay, đi học về tối.", *, days: int = 0, **more: Any):
        return speak(ground, text, **{"now": timezone.now() - timedelta(days=days), **more})

    return make
