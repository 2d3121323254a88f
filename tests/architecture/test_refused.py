"""What the product never does, as far as code can show it today (docs/personal-data.md and each room's tests hold the rest)."""

import re

import pytest
from django.apps import apps
from django.urls import get_resolver

from gandan.core.search.source import sources
from gandan.core.text import fold
from tests.architecture.routes import routes
from tests.architecture.source import modules

WATCHING = re.compile(
    r"(?<![a-z])(sentiment|opinion_mining|cam_xuc|hot_?spot|diem_nong|refuted|phan_bac|social_listening|social_media|crawler|gathering_alarm|tu_tap"
    r"|persuasion|influence_score|profile_of|citizen_profile|watch_?list|petitioner_list)(?![a-z])"
)
READS_ADDRESS = re.compile(r"REMOTE_ADDR|HTTP_X_FORWARDED_FOR|HTTP_X_REAL_IP|X-Forwarded-For", re.IGNORECASE)
MAY_READ_ADDRESS = {  # path: why, and what becomes of the address
    "core/pace/__init__.py": "limits attempts under an HMAC with a key of the day; the address itself is not kept",
    "cli/bench/listen.py": "reads none: it makes addresses up for the requests it sends to itself, so that a measurement is not one client",
}


def refused_names(text: str) -> list[str]:
    """Functions, classes and variables with a name of the refused things. Words inside sentences and word lists are no names."""
    declared = {name for pair in re.findall(r"\b(?:def|class)\s+(\w+)|^\s*(\w+)\s*[:=]", text, re.MULTILINE) for name in pair if name}
    return sorted(name for name in declared if WATCHING.search(name.lower()))


@pytest.mark.parametrize("module", modules(), ids=lambda m: m.path)
def test_nothing_watches_people(module):
    assert refused_names(module.text) == []


@pytest.mark.parametrize("module", modules(), ids=lambda m: m.path)
def test_no_address_of_a_person_is_read(module):
    if module.path in MAY_READ_ADDRESS:
        return
    assert not READS_ADDRESS.search(module.text), "an IP address is never stored; say in MAY_READ_ADDRESS what reads it and why"


def test_exceptions_are_still_needed():
    found = {m.path: m.text for m in modules()}
    assert [path for path in MAY_READ_ADDRESS if not READS_ADDRESS.search(found.get(path, ""))] == []


def test_no_search_goes_by_persons():
    words = ("nguoi", "person", "user", "citizen", "cong dan")
    assert [kind for kind, source in sources().items() if any(word in fold(f"{kind} {source.label}") for word in words)] == []


def test_there_is_no_public_page_of_a_person():
    assert [r.pattern for r in routes() if r.guard == "public" and re.search(r"nguoi|person|user|cong-dan", r.pattern) and r.required] == []


def test_the_frameworks_own_back_door_is_shut():
    """Django's admin edits any row without an action, an event or a reason."""
    assert not apps.is_installed("django.contrib.admin")
    assert [r for r in routes(get_resolver()) if r.module.startswith("django.contrib.admin")] == []


@pytest.mark.parametrize("code", ["def sentiment(text): ...", "class WatchList: ...", "diem_nong = 3", "    refuted: int = 0"])
def test_a_refused_name_is_seen(code):
    assert len(refused_names(code)) == 1


def test_a_read_address_is_seen():
    assert READS_ADDRESS.search('request.META["REMOTE_ADDR"]')
