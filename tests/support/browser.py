"""The system's Chromium against a served, demo-like installation. `page` fails on anything the console says."""

import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.servers.basehttp import WSGIRequestHandler
from playwright.sync_api import Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--disable-dev-shm-usage",
]  # fmt: skip

WSGIRequestHandler.disable_nagle_algorithm = True  # head and body go out apart: else each answer waits 40 ms for the reader's receipt
expect.set_options(timeout=20_000)  # ms; what is awaited is seen at once on a quiet machine, a busy one gets its time


def follow(page: Page, way: Locator) -> None:
    """Press what leads to another page and be there: `click` returns before the new page stands, and what is read then is the old one."""
    with page.expect_navigation():
        way.click()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What drives a browser is marked so by its fixtures, and skipped where there is none."""
    missing = pytest.mark.skip(reason="Chromium is not installed (make setup installs it where it may)")
    for item in items:
        if {"page", "context", "browser"} & set(getattr(item, "fixturenames", ())):
            item.add_marker("browser")
            if shutil.which("chromium") is None:
                item.add_marker(missing)


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    return {"executable_path": shutil.which("chromium"), "args": FLAGS}


@pytest.fixture(scope="session")
def browser_context_args() -> dict[str, Any]:
    return {"locale": "vi-VN", "timezone_id": "Asia/Ho_Chi_Minh", "viewport": {"width": 1280, "height": 800}}


@pytest.fixture
def live(seeded) -> Iterator[LiveServer]:
    """The site on a free port over a database of its own; `live.url` is its address. Rows that the test writes are seen by it."""
    server = LiveServer("127.0.0.1")
    yield server
    server.stop()


@pytest.fixture
def expected_messages() -> list[str]:
    """A test that provokes an error adds here a part of what the console may say (e.g. "404")."""
    return []


@pytest.fixture
def page(context, expected_messages) -> Iterator[Any]:
    page = context.new_page()
    said: list[str] = []
    context.on("console", lambda m: said.append(f"{m.type}: {m.text} ({m.location.get('url', '')})"))
    context.on("weberror", lambda e: said.append(f"error: {e.error}"))
    yield page
    unexpected = [s for s in said if not any(e in s for e in expected_messages)]
    assert not unexpected, "the console said:\n" + "\n".join(unexpected)
