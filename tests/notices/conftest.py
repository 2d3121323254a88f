"""The cast, and a text for a verb of the tests' own."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import transaction

from gandan.accounts.models import User
from gandan.core import events
from gandan.core.access import SystemActor
from gandan.core.events import Event
from gandan.notices import texts
from tests.notices.support.servers import Server
from tests.people import *  # noqa: F403  the fixed cast
from tests.people import NOW

VERB = "tests.said"


class Telling:
    """Whom the text of VERB tells, and what; a test changes both."""

    def __init__(self) -> None:
        self.to: set[Any] = set()
        self.words: texts.Words | None = texts.Words("Việc số 12", "Hạn 30/11/2026.", "/lam-viec/")
        self.asked: list[Any] = []

    def text(self, **more: Any) -> texts.Text:
        return texts.Text(verb=VERB, label="Có việc mới", to=self._to, words=lambda event: self.words, **more)

    def _to(self, event: Event, today: Any) -> set[Any]:
        self.asked.append(today)
        return {user.pk for user in self.to}


@pytest.fixture
def telling(monkeypatch) -> Iterator[Telling]:
    monkeypatch.setattr(texts, "_texts", dict(texts._texts))
    telling = Telling()
    texts.register(telling.text())
    return telling


@pytest.fixture
def happen() -> Callable[..., Event]:
    """Record an event of VERB about a person."""

    def record(thing: User, **more: Any) -> Event:
        with transaction.atomic():
            return events.record(more.pop("verb", VERB), thing, by=more.pop("by", SystemActor("tests")), at=more.pop("at", NOW), **more)

    return record


@pytest.fixture
def sends_mail(settings) -> None:
    """Mail is on, to nowhere: messages are planned, none is sent."""
    settings.MAIL = {"host": "127.0.0.1", "port": 9, "username": "", "password": "", "use_tls": False, "use_ssl": False}
    settings.MAIL_FROM = "Gần Dân <gandan@ninhkieu.example.vn>"


@pytest.fixture
def sends_texts(settings) -> None:
    settings.GATEWAY = {"url": "http://127.0.0.1:9/tin", "token": "khoa"}


@pytest.fixture
def mailbox(tmp_path, settings) -> Iterator[Server]:
    """A real SMTP server, and mail that goes there."""
    server = Server("smtp_server.py", tmp_path / "mail")
    settings.MAIL = {"host": "127.0.0.1", "port": server.port, "username": "", "password": "", "use_tls": False, "use_ssl": False}
    settings.MAIL_FROM = "Gần Dân <gandan@ninhkieu.example.vn>"
    settings.SITE = "https://gandan.ninhkieu.example.vn"
    yield server
    server.stop()


@pytest.fixture
def gateway(tmp_path, settings) -> Iterator[Server]:
    """A gateway for text messages, and messages that go there."""
    server = Server("gateway_server.py", tmp_path / "texts")
    settings.GATEWAY = {"url": f"http://127.0.0.1:{server.port}/gui?tu=gandan", "token": "khoa-cua-cong"}
    settings.SITE = "https://gandan.ninhkieu.example.vn"
    yield server
    server.stop()
