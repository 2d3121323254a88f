"""The clock is killed with SIGKILL in the midst of its reminders, by a process of its own with real commits."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from gandan.commitments import actions
from gandan.commitments.enums import Kind
from gandan.commitments.models import Commitment, Reminder
from gandan.core.access import SystemActor
from gandan.core.engine.family import wait_until
from gandan.core.events import Event
from gandan.core.events.verify import verify
from gandan.core.legal.actions import load as load_law
from tests.people import NOW, TODAY, make_office, make_unit

ROOT = Path(__file__).resolve().parents[3]
MANY = 3000
RUN = f"""
import django
django.setup()
from datetime import datetime
from gandan.commitments import actions
from gandan.core.access import SystemActor
actions.send_reminders(by=SystemActor("clock"), now=datetime.fromisoformat("{NOW.isoformat()}"))
"""
pytestmark = pytest.mark.slow


@pytest.fixture
def due_today(committed):
    """So many open promises of one commune that are due today."""
    load_law(by=SystemActor("install"), now=NOW)
    province = make_unit("Cần Thơ", level="province", kind="Thành phố", code="92")
    commune = make_unit("Ninh Kiều", level="commune", kind="Phường", code="31120", parent=province)
    office = make_office(commune, "front", "Ủy ban MTTQ Việt Nam phường Ninh Kiều")
    said = {"kind": Kind.PROMISE, "deliverable": "Xong", "lead": office, "unit": commune, "made_in": commune, "is_public": True}
    said |= {"recorded_at": NOW, "made_on": TODAY, "due": TODAY, "first_due": TODAY}
    Commitment.objects.bulk_create(Commitment(title=f"Việc {n}", **said) for n in range(MANY))
    return committed


def sent() -> int:
    return Reminder.objects.count()


def test_nothing_is_lost_and_nothing_doubled(due_today, database_url):
    env = {
        **os.environ,
        "DATABASE_URL": database_url(due_today),
        "PYTHONPATH": f"{ROOT}:{ROOT / 'src'}",
        "DJANGO_SETTINGS_MODULE": "tests.settings",
    }
    for enough in (1, MANY // 3):
        process = subprocess.Popen([sys.executable, "-c", RUN], env=env, cwd=ROOT)
        assert wait_until(lambda least=enough: sent() >= least, seconds=90)
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        assert enough <= sent() < MANY, "it was killed on the way"
        assert Event.objects.filter(verb="commitments.reminded").count() == sent()
    missing = MANY - sent()
    assert actions.send_reminders(by=SystemActor("clock"), now=NOW) == missing
    assert actions.send_reminders(by=SystemActor("clock"), now=NOW) == 0
    told = Event.objects.filter(verb="commitments.reminded")
    assert told.count() == told.values("thing_id").distinct().count() == sent() == MANY
    assert verify().problems == []
