"""Who starts a demo for the first time sees that it goes on, and how far it is."""

from datetime import UTC, datetime
from importlib.util import find_spec
from threading import Event as Bell

import pytest
from django.apps import apps

from gandan.cli import progress
from gandan.core import events
from gandan.core.access import SystemActor
from tests.people import world  # noqa: F401


def test_a_line_says_what_how_much_and_how_far(monkeypatch):
    lines, enough = [], Bell()
    monkeypatch.setattr(progress, "EVERY", 0.01)

    def say(line: str) -> None:
        lines.append(line)
        enough.set()

    with progress.shown(say) as shown:
        shown.doing("ý kiến của hai năm")
        assert enough.wait(10)
    assert "giây · ý kiến của hai năm" in lines[-1]
    told = len(lines)
    assert not Bell().wait(0.05)
    assert len(lines) == told, "it ends with what it tells of"


@pytest.mark.django_db
def test_deeds_are_counted_while_it_runs_and_not_afterwards(world):  # noqa: F811
    def deed() -> None:
        events.record("units.opened", world.commune, by=SystemActor("demo"), at=datetime(2025, 3, 1, tzinfo=UTC), unit=world.commune.pk)

    with progress.shown(lambda line: None) as shown:
        shown.doing("đơn vị")
        deed()
        deed()
        assert shown.line().endswith("đơn vị: đã ghi 2 việc, tới tháng 03/2025")
        shown.doing("ý kiến")
        assert "đã ghi" not in shown.line()
    deed()
    assert "đã ghi" not in shown.line()


def test_every_room_that_fills_a_demo_has_a_name():
    rooms = {c.name.rpartition(".")[2] for c in apps.get_app_configs() if c.name.startswith("gandan.") and find_spec(f"{c.name}.demo")}
    assert rooms == set(progress.NAMES)
