"""What a log line may hold: routes, states, numbers, where it broke. What it may not: anything a person wrote or is."""

import io
import json
import logging

import pytest
import structlog
from django.db import IntegrityError, connection

from gandan.core.logs.configure import logging_config


@pytest.fixture
def lines(settings):
    """Lines that reach the handler, read as JSON."""
    stream = io.StringIO()
    config = logging_config("INFO")
    config["handlers"]["stderr"]["stream"] = stream
    logging.config.dictConfig(config)
    yield lambda: [json.loads(line) for line in stream.getvalue().splitlines()]
    logging.config.dictConfig(settings.LOGGING)


@pytest.mark.django_db
def test_a_request_is_told_by_its_route(client, lines):
    answer = client.get("/khong-co/Nguyen-Van-An/?so=0912345678", REMOTE_ADDR="203.0.113.9")
    told = [line for line in lines() if line["event"] == "request"]
    assert [(t["method"], t["route"], t["status"]) for t in told] == [("GET", "unmatched", 404)]
    assert told[0]["request_id"] == answer["X-Request-ID"]
    for secret in ("Nguyen", "0912345678", "203.0.113.9", "khong-co"):
        assert secret not in json.dumps(lines())


def test_health_checks_are_not_told(client, lines):
    client.get("/healthz")
    assert lines() == []


@pytest.mark.django_db
def test_an_error_is_told_by_type_and_place_not_by_its_text(lines):
    with connection.cursor() as cursor:
        cursor.execute("create temporary table t (ten text unique)")
        cursor.execute("insert into t values ('Trần Thị Bí Mật')")
        try:
            cursor.execute("insert into t values ('Trần Thị Bí Mật')")
        except IntegrityError:
            structlog.get_logger("gandan.test").exception("failed")
            logging.getLogger("some.library").exception("could not save %s", "Trần Thị Bí Mật")
    ours, theirs = lines()
    assert ours["error"] == "django.db.utils.IntegrityError"
    assert any("test_lines.py" in frame for frame in ours["at"])
    assert theirs["event"] == "could not save %s"
    assert "Bí Mật" not in json.dumps([ours, theirs], ensure_ascii=False)


def test_a_job_is_told_by_name_and_number(lines):
    job = {"id": 7, "task_name": "a.task", "task_kwargs": {"email": "an@xa.vn"}}
    logging.getLogger("procrastinate.worker").warning("Job a.task[7](email='an@xa.vn') failed", extra={"action": "job_error", "job": job})
    (told,) = lines()
    assert (told["event"], told["task"], told["job"]) == ("job_error", "a.task", 7)
    assert "an@xa.vn" not in json.dumps(told)
