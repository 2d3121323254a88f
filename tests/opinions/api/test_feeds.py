"""Atom: answers that are public, whole and valid, of one commune and of all."""

from xml.etree import ElementTree as ET

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from gandan.opinions import actions
from tests.opinions.people import published, speak

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"
FEED = "/y-kien/tra-loi.atom"


def entries(client, path: str = FEED) -> list[ET.Element]:
    answer = client.get(path)
    assert answer["Content-Type"].startswith("application/atom+xml")
    root = ET.fromstring(answer.content)  # noqa: S314  our own answer
    assert all(root.find(f"{ATOM}{part}") is not None for part in ("id", "title", "updated"))
    return root.findall(f"{ATOM}entry")


def test_a_public_answer_is_an_entry(client, ground, committee_officer):
    speak(ground)
    case = published(speak(ground), committee_officer, now=timezone.now())
    (entry,) = entries(client)
    text = "".join(entry.itertext())
    assert case.number in text
    assert "Đã thay bốn bóng đèn" in text
    assert "tắt ba tuần nay" not in text, "the sender's own words are not what was published"
    assert entry.find(f"{ATOM}id").text.startswith("tag:")


def test_of_one_commune(client, ground, committee_officer):
    published(speak(ground), committee_officer, now=timezone.now())
    assert len(entries(client, f"/y-kien/don-vi/{ground.commune.pk}/tra-loi.atom")) == 1
    assert entries(client, f"/y-kien/don-vi/{ground.other.pk}/tra-loi.atom") == []
    assert client.get("/y-kien/don-vi/0197c348-0000-7000-8000-000000000000/tra-loi.atom").status_code == 404


def test_taken_off_it_is_gone(client, ground, committee_officer):
    case = published(speak(ground), committee_officer, now=timezone.now())
    actions.unpublish(case, reason="Còn số nhà của một người dân", by=committee_officer, now=timezone.now())
    assert entries(client) == []


def test_nothing_new_is_told_cheaply(client, ground, committee_officer):
    published(speak(ground), committee_officer, now=timezone.now())
    answer = client.get(FEED)
    assert client.get(FEED, headers={"If-Modified-Since": answer["Last-Modified"]}).status_code == 304


def test_as_many_questions_for_many_as_for_one(client, ground, committee_officer):
    def asked() -> int:
        client.get(FEED)
        with CaptureQueriesContext(connection) as seen:
            client.get(FEED)
        return len(seen)

    published(speak(ground), committee_officer, now=timezone.now())
    few = asked()
    for n in range(8):
        published(speak(ground, f"Đèn số {n} ở hẻm nhỏ tắt đã lâu."), committee_officer, now=timezone.now())
    assert asked() == few
