"""Jobs: part of the deed's transaction, done at least once whatever dies, their effect once."""

import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.db import connection, transaction
from procrastinate.contrib.django import app

from gandan.core.engine.family import wait_until
from gandan.core.jobs.run import run
from tests.engine import marking

DONE = "select count(*) from procrastinate_jobs where task_name = 'tests.mark' and status = 'succeeded'"
ROOT = Path(__file__).resolve().parents[2]


def one(query: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(query)
        return cursor.fetchone()[0]


@pytest.fixture
def tables(committed):
    with connection.cursor() as cursor:
        cursor.execute(marking.TABLES)
    return committed


@pytest.fixture
def worker(tables, database_url, tmp_path):
    """Starts `gandan worker` as a process of its own; whatever is left of them is killed."""
    started = []

    def start() -> subprocess.Popen:
        env = {**os.environ, "DATABASE_URL": database_url(tables), "PYTHONPATH": str(ROOT)}
        env["DJANGO_SETTINGS_MODULE"] = "tests.engine.worker_settings"
        log = (tmp_path / "worker.log").open("ab")
        process = subprocess.Popen([sys.executable, "-m", "gandan.cli", "worker"], env=env, cwd=ROOT, stdout=log, stderr=log)
        started.append((process, log))
        return process

    yield start
    for process, log in started:
        process.kill()
        process.wait()
        log.close()


def test_a_deed_that_is_rolled_back_leaves_no_job(tables):
    with transaction.atomic():
        app.configure_task("tests.mark").defer(key="a", seconds=0)
        transaction.set_rollback(True)
    assert one("select count(*) from procrastinate_jobs") == 0


def test_a_deed_that_is_kept_has_its_job_done(tables):
    with transaction.atomic():
        app.configure_task("tests.mark").defer(key="a", seconds=0)
    with ThreadPoolExecutor(1) as aside:  # a browser test before may have left its event loop running in this thread
        aside.submit(run, wait=False).result()
    assert one("select count(*) from effect") == 1
    assert one(DONE) == 1


@pytest.mark.slow
def test_the_job_of_a_killed_worker_is_done_by_the_next_with_one_effect(worker):
    app.configure_task("tests.mark").defer(key="a", seconds=2)
    first = worker()
    assert wait_until(lambda: one("select count(*) from began") == 1, seconds=30)
    first.send_signal(signal.SIGKILL)
    first.wait()
    worker()
    assert wait_until(lambda: one("select count(*) from effect") == 1, seconds=60)
    assert wait_until(lambda: one(DONE) == 1, seconds=10)
    assert one("select count(*) from began") == 2
    assert one("select attempts from procrastinate_jobs where task_name = 'tests.mark'") == 2


@pytest.mark.slow
def test_a_long_job_of_a_living_worker_is_not_handed_out_again(worker):
    app.configure_task("tests.mark").defer(key="a", seconds=8)
    worker()
    worker()
    assert wait_until(lambda: one("select count(*) from effect") == 1, seconds=60)
    assert one("select count(*) from began") == 1


@pytest.mark.slow
def test_asked_to_stop_it_finishes_what_it_has_in_hand(worker):
    app.configure_task("tests.mark").defer(key="a", seconds=3)
    process = worker()
    assert wait_until(lambda: one("select count(*) from began") == 1, seconds=30)
    process.terminate()
    assert process.wait(20) == 0
    assert one("select count(*) from effect") == 1
