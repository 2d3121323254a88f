"""Browsers in which somebody is signed in, and rows that run today, whatever the day of the test."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from gandan.accounts.models import User
from gandan.appraisals import actions
from gandan.appraisals.enums import State
from gandan.appraisals.models import Appraisal, Seat
from gandan.core import secrets
from tests.appraisals.conftest import NEAR


@pytest.fixture
def opens(ground, people) -> Callable[[str | User], Client]:
    """A browser of one of the cast, of a seat's user, or of a citizen."""

    def client(who: str | User) -> Client:
        browser = Client()
        if who == "citizen":
            return browser
        user = people[who] if isinstance(who, str) else who
        if not Authenticator.objects.filter(user=user).exists():
            Authenticator.objects.create(user=user, type="totp", data={"secret": secrets.encrypt("JBSWY3DPEHPK3PXP")})
        browser.force_login(user)
        return browser

    return client


@pytest.fixture
def sitting(council) -> dict[str, User]:
    """Users by their seat."""
    names = {"leader": "chair", "committee.officer": "one"}
    rows = Seat.objects.filter(council=council).select_related("user")
    return {names.get(s.user.username, s.user.username.removeprefix("seat.")): s.user for s in rows}


@pytest.fixture
def running(opened, leader, seated, hand_in) -> Callable[..., Appraisal]:
    """An appraisal of today in a state, cards due in a week."""

    def make(state: State = State.SCORING, cards=NEAR, **more) -> Appraisal:
        now = timezone.now()
        a = opened(now=now, closes_on=timezone.localdate() + timedelta(days=7), **more)
        if state != State.PREPARED:
            a = actions.begin(a, by=leader, now=now)
        if state in (State.SHOWN, State.CLOSED):
            hand_in(a, cards, now=now)
            a = actions.show(a, by=seated["secretary"], now=now)
        if state == State.CLOSED:
            a = actions.close(a, by=leader, now=now)
        return a

    return make


@pytest.fixture
def on_board(posted) -> Callable[..., object]:
    """A posting of today."""
    return lambda **more: posted(now=timezone.now(), **more)


def at(name: str, *args: object) -> str:
    return reverse(f"appraisals:{name}", args=args)


def board(name: str, *args: object) -> str:
    return reverse(f"appraisals-public:{name}", args=args)


def text(answer) -> str:
    return answer.content.decode()
