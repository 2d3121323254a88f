"""Somebody without an account, in front of the pages: a small world, the law, and what they send."""

import re
from datetime import date, datetime, timedelta

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from gandan.accounts.queries import actor_for
from gandan.core.access import SystemActor
from gandan.core.legal.actions import load as load_law
from gandan.opinions import actions
from gandan.opinions.models import Case, Opinion
from gandan.units.models import Load
from tests.people import *  # noqa: F403  the fixed cast
from tests.people import NOW

LAMP = "Đèn đường đầu hẻm 12 hỏng đã một tuần, tối rất khó đi."


@pytest.fixture
def ground(world, people):
    """World, cast, tree, law; no count of tries from another test."""
    Load.objects.create(what="cast", digest="cast", at=NOW)
    load_law(by=SystemActor("install"), now=NOW)
    cache.clear()
    return world


@pytest.fixture
def phone(ground) -> Client:
    """A browser without an account."""
    return Client()


def sheet(html: str) -> str:
    """The encrypted paper inside a form."""
    found = re.search(r'name="sheet" value="([^"]+)"', html)
    assert found, html[:2000]
    return found[1]


@pytest.fixture
def typed(ground, phone):
    """What the form sends when somebody has written text and place."""

    def make(**more) -> dict[str, str]:
        html = phone.get("/y-kien/gui/").content.decode()
        return {"text": LAMP, "unit": str(ground.commune.pk), "place": "đầu hẻm 12", "sheet": sheet(html), **more}

    return make


@pytest.fixture
def said(phone, typed):
    """An opinion that was sent by the form, with code and PIN as its sender noted them down."""

    def make(**more) -> tuple[Opinion, str, str]:
        answer = phone.post("/y-kien/gui/", typed(**more))
        assert answer.status_code == 302, answer.content.decode()
        html = phone.get(answer["Location"]).content.decode()
        code, pin = re.findall(r'class="secret"[^>]*>([^<]+)<', html)
        return Opinion.objects.get(), code, pin

    return make


@pytest.fixture
def officer(ground, people):
    """An officer of the committee, who answers; roles count on the day of the deed."""

    def on(day: date | None = None):
        return actor_for(people["committee_officer"], today=day or timezone.localdate())

    return on


@pytest.fixture
def answered(officer):
    """The case as the office works on it: sorted, taken up, answered; `done` reports it done too."""

    def make(case: Case, *, done: bool = True, now: datetime | None = None) -> Case:
        now = now or timezone.now()
        by = officer(timezone.localdate(now))
        actions.classify(case, content="remark", topic="street-lighting", by=by, now=now)
        actions.accept(case, by=by, now=now)
        actions.answer(case, text="Đã cho người tới xem, tuần này thay bóng.", by=by, now=now)
        if done:
            actions.report_done(case, summary="Đã thay hai bóng đèn đầu hẻm 12.", by=by, now=now + timedelta(minutes=1))
        case.refresh_from_db()
        return case

    return make
