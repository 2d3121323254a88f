"""Everyone of the cast in a browser of their own; all have a second factor, so that only roles decide."""

import logging

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.test import Client

from tests.people import CAST


@pytest.fixture
def clients(people, cast) -> dict[str, Client]:
    made = {}
    for who in CAST:
        made[who] = Client(raise_request_exception=False)
        if who in people:
            TOTP.activate(people[who], generate_totp_secret())
            made[who].force_login(people[who])
    return made


@pytest.fixture
def quiet():
    """Thousands of refused requests are meant here."""
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)
