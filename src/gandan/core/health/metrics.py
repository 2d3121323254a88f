"""Measurements for Prometheus. Labels are route patterns, methods and states: never a path, a unit or a person."""

import os
from collections.abc import Iterator

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from gandan.core.health import checks

REQUESTS = Counter("gandan_requests", "Requests answered", ["method", "route", "status"])
SECONDS = Histogram(
    "gandan_request_seconds", "Seconds to answer", ["route"], buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
)


def count_request(method: str, route: str, status: int, seconds: float) -> None:
    """Count one answered request."""
    REQUESTS.labels(method, route, str(status)).inc()
    SECONDS.labels(route).observe(seconds)


class DatabaseCollector(Collector):
    """What is read from the database when asked: jobs by state, age of the last worker heartbeat."""

    def collect(self) -> Iterator[Metric]:
        """Read at each scrape."""
        jobs = GaugeMetricFamily("gandan_jobs", "Jobs by state", labels=["status"])
        for status, count in checks.jobs_by_status().items():
            jobs.add_metric([status], count)
        yield jobs
        age = checks.heartbeat_age()
        if age is not None:
            yield GaugeMetricFamily("gandan_worker_heartbeat_age_seconds", "Seconds since a worker last showed a heartbeat", value=age)


def exposition() -> bytes:
    """The text Prometheus reads. granian runs several processes: with PROMETHEUS_MULTIPROC_DIR set, all of them are summed."""
    registry = CollectorRegistry()
    registry.register(DatabaseCollector())
    if os.environ.get("PROMETHEUS_MULTIPROC_DIR"):
        MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
        return generate_latest(registry)
    for metric in (REQUESTS, SECONDS):
        registry.register(metric)
    return generate_latest(registry)
