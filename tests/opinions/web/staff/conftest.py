"""A browser in which one of the cast is signed in, and cases that are in time, or late, whatever the day of the test."""

from collections.abc import Callable
from datetime import timedelta
from io import BytesIO

import pytest
from allauth.mfa.models import Authenticator
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from gandan.core import secrets
from gandan.opinions.enums import State
from gandan.opinions.models import Case

CODE_ROLES = ("leader", "denunciation_handler", "provincial_leader", "administrator")
READS = {"committee_officer", "leader"}  # the people's committee answers; the leader leads the unit


@pytest.fixture
def opens(people) -> Callable[[str], Client]:
    def client(who: str) -> Client:
        browser = Client()
        if who != "citizen":
            if who in CODE_ROLES and not Authenticator.objects.filter(user=people[who]).exists():
                Authenticator.objects.create(user=people[who], type="totp", data={"secret": secrets.encrypt("JBSWY3DPEHPK3PXP")})
            browser.force_login(people[who])
        return browser

    return client


def at(name: str, *args: object) -> str:
    return reverse(f"opinions:{name}", args=args)


def text(answer) -> str:
    return answer.content.decode()


def photo(name: str = "den.png") -> SimpleUploadedFile:
    """A picture that somebody took."""
    out = BytesIO()
    Image.new("RGB", (8, 8), "white").save(out, "PNG")
    return SimpleUploadedFile(name, out.getvalue(), content_type="image/png")


@pytest.fixture
def late(case) -> Callable[..., Case]:
    """A case whose date has passed today."""

    def make(state: State = State.RECEIVED, **more) -> Case:
        c = case(state, **more)
        Case.objects.filter(pk=c.pk).update(due=timezone.localdate() - timedelta(days=9))
        return Case.objects.get(pk=c.pk)

    return make


@pytest.fixture
def in_time(case) -> Callable[..., Case]:
    """A case that is due in some days."""

    def make(state: State = State.RECEIVED, *, days: int = 20, **more) -> Case:
        c = case(state, **more)
        Case.objects.filter(pk=c.pk, due__isnull=False).update(due=timezone.localdate() + timedelta(days=days))
        return Case.objects.get(pk=c.pk)

    return make
