"""A worker is killed while the mail server has the letter and has not said so: the letter comes again, the same, and no other does."""

import os
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from django.utils import timezone

from gandan.accounts.models import User
from gandan.core.engine.family import wait_until
from gandan.notices.enums import Channel, State
from gandan.notices.models import Message, News, Notice
from gandan.notices.tasks import send_messages

ROOT = Path(__file__).resolve().parents[3]
pytestmark = pytest.mark.slow


@pytest.fixture
def worker(committed, database_url, mailbox, tmp_path):
    """Starts `gandan worker` with mail on; it knows the text of the tests' verb. Whatever is left is killed."""
    started = []

    def start() -> subprocess.Popen:
        env = {**os.environ, "DATABASE_URL": database_url(committed), "PYTHONPATH": f"{ROOT}:{ROOT / 'src'}"}
        env |= {"DJANGO_SETTINGS_MODULE": "tests.notices.support.worker_settings", "GANDAN_URL": "https://gandan.ninhkieu.example.vn"}
        env |= {"GANDAN_SMTP_URL": f"smtp://127.0.0.1:{mailbox.port}?tls=none", "GANDAN_MAIL_FROM": "gandan@ninhkieu.example.vn"}
        log = (tmp_path / "worker.log").open("ab")
        process = subprocess.Popen([sys.executable, "-m", "gandan.cli", "worker"], env=env, cwd=ROOT, stdout=log, stderr=log)
        started.append((process, log))
        return process

    yield start
    for process, log in started:
        process.kill()
        process.wait()
        log.close()


@pytest.fixture
def letters(happen, committed):
    """Two people, each with a letter that is due. This process does not know the text, so no job makes more of them."""
    now = timezone.now()
    for name in ("an", "binh"):
        user = User.objects.create(username=name, full_name=name, email=f"{name}@xa.vn")
        notice = Notice.objects.create(event=happen(user, at=now), user=user, made_at=now)
        Message.objects.create(user=user, channel=Channel.MAIL, made_at=now, planned_at=now).notices.add(notice)


@pytest.fixture
def news(happen, committed):
    """Two people without an account, each with news that is due."""
    now = timezone.now()
    event = happen(User.objects.create(username="an", full_name="an"), at=now)
    for key in ("cam", "dung"):
        News.objects.create(event=event, kind="tests.sender", key=key, channel=Channel.MAIL, made_at=now, planned_at=now)


@pytest.mark.parametrize(("waiting", "model"), [("letters", Message), ("news", News)])
def test_a_killed_sender_repeats_at_most_the_letter_in_flight(waiting, model, worker, mailbox, request):
    request.getfixturevalue(waiting)
    slow = mailbox.folder / "slow"
    slow.touch()
    send_messages.configure().defer(timestamp=0)
    first = worker()
    assert wait_until(lambda: bool(mailbox.letters()), seconds=120)
    os.kill(first.pid, signal.SIGKILL)
    first.wait()
    slow.unlink()
    assert model.objects.filter(state=State.QUEUED).count() == 2
    send_messages.configure(queueing_lock=None).defer(timestamp=0)
    worker()
    assert wait_until(lambda: model.objects.filter(state=State.SENT).count() == 2, seconds=120)
    got = Counter((letter["To"], letter["Message-ID"]) for letter in mailbox.letters())
    assert len(got) == 2
    assert 2 in got.values()
    assert set(got.values()) <= {1, 2}  # the job by the clock may have had the other one in flight at that moment
