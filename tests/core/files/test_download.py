"""Handing out: only to those the owner's room names, only as an attachment in a sandbox."""

from datetime import UTC, datetime
from types import SimpleNamespace
from uuid import uuid4

import pytest
from django.http import Http404
from django.test import RequestFactory

from gandan.accounts.models import User
from gandan.core.access import Anyone, SystemActor
from gandan.core.files import actions, owners, queries
from gandan.core.files.web.public import download
from tests.core.files.conftest import PDF, upload

NOW = datetime(2026, 11, 23, 5, tzinfo=UTC)
pytestmark = pytest.mark.django_db


@pytest.fixture
def sender():
    return SimpleNamespace(key=f"user:{uuid4()}", holdings=())


def get(file, actor):
    request = RequestFactory().get("/tep/x/")
    request.actor = actor
    return download(request, key=file.pk)


def test_its_sender_opens_a_loose_file_and_nobody_else(sender):
    file = actions.store(upload(PDF, "đơn.pdf"), by=sender, now=NOW)
    answer = get(file, sender)
    assert b"".join(answer.streaming_content) == PDF
    assert answer["Content-Disposition"].startswith("attachment; filename*=utf-8''")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]
    for other in (Anyone(), SimpleNamespace(key=f"user:{uuid4()}", holdings=())):
        with pytest.raises(Http404):
            get(file, other)


def test_a_file_sent_by_anyone_is_not_open_to_anyone():
    file = actions.store(upload(PDF), by=Anyone(), now=NOW)
    assert queries.visible(file.pk, actor=Anyone()) is None


def test_the_owners_room_decides(sender, monkeypatch):
    person = User.objects.create(username="an", full_name="An")
    file = actions.store(upload(PDF), by=sender, now=NOW, owner=person)
    monkeypatch.setattr(owners, "_owners", {})
    assert queries.visible(file.pk, actor=sender) is None
    owners.register("accounts.user", lambda actor, key: actor.key == "anyone" and key == str(person.pk))
    assert queries.visible(file.pk, actor=Anyone()) == file
    assert list(queries.of(person)) == [file]
    with pytest.raises(ValueError, match="twice"):
        owners.register("accounts.user", lambda actor, key: True)


def test_an_erased_file_is_gone(sender):
    file = actions.store(upload(PDF), by=sender, now=NOW)
    actions.erase(file, by=SystemActor("retention"), now=NOW)
    with pytest.raises(Http404):
        get(file, sender)
    with pytest.raises(Http404):
        get(SimpleNamespace(pk=uuid4()), sender)
