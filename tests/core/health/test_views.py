import re

import pytest
from django.db import connection

from gandan.core.health import checks

pytestmark = pytest.mark.django_db


def heartbeat(seconds_ago: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute("insert into procrastinate_workers (last_heartbeat) values (now() - make_interval(secs => %s))", [seconds_ago])


def test_alive_asks_nothing_of_the_database(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        answer = client.get("/healthz")
    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})


@pytest.mark.parametrize(("ago", "worker"), [(None, False), (5, True), (31, False)])
def test_ready_says_whether_a_worker_lives_and_serves_without_one(client, ago, worker):
    if ago is not None:
        heartbeat(ago)
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()["worker"]) == (200, worker)


def test_not_ready_on_another_schema(client):
    with connection.cursor() as cursor:
        cursor.execute("delete from django_migrations where app = 'procrastinate' and name like '0041%%'")
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()["migrations"]) == (503, False)
    assert checks.pending_migrations() == ["procrastinate.0041_post_retry_failed_job"]


def test_metrics_name_routes_never_paths(client):
    client.get("/healthz?ten=Nguyen+Van+An")
    client.get("/khong-co/ma-rieng-ABC123/")
    text = client.get("/metrics").content.decode()
    assert 'gandan_requests_total{method="GET",route="/healthz",status="200"}' in text
    assert 'route="unmatched",status="404"' in text
    assert "ABC123" not in text
    assert "Nguyen" not in text
    assert re.search(r"gandan_jobs\{|gandan_jobs gauge", text)


def test_metrics_need_the_token_outside_the_demo(client, settings):
    settings.DEMO, settings.METRICS_TOKEN = False, ""
    assert client.get("/metrics").status_code == 404
    settings.METRICS_TOKEN = "t" * 40
    assert client.get("/metrics").status_code == 404
    assert client.get("/metrics", headers={"authorization": "Bearer sai"}).status_code == 404
    assert client.get("/metrics", headers={"authorization": "Bearer " + "t" * 40}).status_code == 200


@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/metrics"])
def test_they_only_answer_reading(client, path):
    assert client.post(path).status_code == 405


def test_every_answer_is_protected(client):
    headers = client.get("/healthz").headers
    policy = headers["Content-Security-Policy"]
    assert "unsafe-inline" not in policy
    assert "unsafe-eval" not in policy
    assert "frame-ancestors 'none'" in policy
    assert "object-src 'none'" in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"
