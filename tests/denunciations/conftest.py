"""What the tests of this room stand on: the cast in a tree of units, the law, and a letter that was set aside."""

import logging
from uuid import UUID

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.test import Client

from gandan.core import codes
from gandan.core.access import Anyone, SystemActor
from gandan.core.ids import uuid7
from gandan.core.legal.actions import load as load_law
from gandan.denunciations import actions, passing
from gandan.denunciations.models import Denunciation
from gandan.units.models import Load
from tests.people import *  # noqa: F403  the fixed cast
from tests.people import CAST, NOW

MARK = "Hoatrangnguyen"
TEXT = f"Tôi tố cáo ông {MARK}, phó chủ tịch phường, nhận tiền để cấp giấy."


@pytest.fixture
def tree(world):
    """Readers know that the tree of units was filled."""
    return Load.objects.create(what="cast", digest="cast", at=NOW)


@pytest.fixture
def law(db):
    return load_law(by=SystemActor("install"), now=NOW)


@pytest.fixture
def ground(world, cast, tree, law):
    """World, cast, tree and law."""
    return world


@pytest.fixture
def set_aside(ground):
    """A letter about the commune, as the portal hands it over."""

    def make(**more) -> Denunciation:
        code, pk = codes.new(), uuid7()
        said = {
            "text": TEXT,
            "place": f"Trụ sở {MARK}",
            "unit": ground.commune,
            "channel": "portal",
            "contact": {"name": f"Người {MARK}", "phone": "0900000000"},
            "code_digest": codes.digest(code, purpose="opinions"),
            "pin_mac": "0" * 64,
            "marked": True,
            "by": Anyone(),
            "now": NOW,
            "pk": pk,
        }
        return Denunciation.objects.get(pk=actions.set_aside(**{**said, **more}).id)

    return make


@pytest.fixture
def letter(set_aside):
    return set_aside()


@pytest.fixture
def taken_back(monkeypatch):
    """What the room above was handed."""
    got: list[passing.Returned] = []
    monkeypatch.setattr(passing, "_takers", [lambda returned, /, *, by, now: got.append(returned)])
    return got


@pytest.fixture
def pin_123456(monkeypatch):
    """A receipt whose PIN is 123456."""

    def fits(key: UUID, pin: str, mac: str) -> bool:
        return pin == "123456" and mac == "0" * 64

    monkeypatch.setattr(passing, "_checks", [fits])


@pytest.fixture
def clients(people, cast) -> dict[str, Client]:
    """Everyone of the cast in a browser of their own; all have a second factor, so that only roles decide."""
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
