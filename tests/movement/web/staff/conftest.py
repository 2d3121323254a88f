"""A browser in which one of the cast is signed in, a drive whose window is open whatever the day of the test, and addresses."""

from datetime import timedelta
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from gandan.core import secrets
from gandan.movement import actions
from gandan.movement.models import Window

CODE_ROLES = ("leader", "denunciation_handler", "provincial_leader", "administrator")


def to(name: str, *args: Any) -> str:
    return reverse(f"movement:{name}", args=args)


def text(answer: Any) -> str:
    return answer.content.decode()


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
def window(drive) -> Window:
    """Forms are taken today."""
    today = timezone.localdate()
    Window.objects.filter(drive=drive).delete()
    return Window.objects.create(drive=drive, year=today.year, opens_on=today - timedelta(days=30), closes_on=today + timedelta(days=30))


@pytest.fixture
def told(in_state, committee_officer) -> Any:
    """A registered model with something that shows it, of today."""

    def tell(n: int = 1, **more: Any) -> Any:
        p = in_state(n=n, **more)
        actions.add_evidence(p, kind="note", note="Hẻm vẫn sạch, tổ vẫn nhắc giờ", by=committee_officer, now=timezone.now())
        return p

    return tell
