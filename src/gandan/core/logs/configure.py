"""One JSON object a line on standard error, from our own code, Django, the worker and granian alike.

Rule: a line holds names of routes, of code and of errors, ids, numbers and times. It never holds a path, a query string, a body,
an address of a machine, a name, or the text of an error (PostgreSQL repeats the offending values in it).
"""

import logging
import sys
import traceback
from typing import Any

import structlog
from structlog.typing import EventDict, WrappedLogger

OWN = "gandan"


def without_data(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Turn a record of another library into what may be kept: its template, unfilled, or its action."""
    record: logging.LogRecord | None = event.get("_record")
    if record is None:
        return event
    if record.name.startswith("procrastinate"):
        event["event"] = getattr(record, "action", "worker")
        job = getattr(record, "job", None)
        if isinstance(job, dict):
            event.update(task=job.get("task_name"), job=job.get("id"), attempts=job.get("attempts"))
    elif record.name.startswith("django.request"):
        event["event"] = "request_failed"
        event["status"] = getattr(record, "status_code", None)
    elif record.name.startswith("django.security"):
        event["event"] = record.name
    elif not record.name.startswith((OWN, "_granian", "granian")):
        event["event"] = str(record.msg)
    return event


def frames(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """An error as its type and where it was raised; never its text or its variables."""
    info = event.pop("exc_info", None)
    if info is True:
        info = sys.exc_info()
    elif isinstance(info, BaseException):
        info = (type(info), info, info.__traceback__)
    if info and info[0] is not None:
        event["error"] = f"{info[0].__module__}.{info[0].__qualname__}"
        event["at"] = [f"{f.filename.rsplit('site-packages/', 1)[-1]}:{f.lineno} {f.name}" for f in traceback.extract_tb(info[2])][-12:]
    return event


SHARED: list[Any] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
]


def logging_config(level: str) -> dict[str, Any]:
    """Django's LOGGING: every logger of the process ends in one handler."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "json": {
                "()": structlog.stdlib.ProcessorFormatter,
                "foreign_pre_chain": SHARED,
                "processors": [
                    without_data,
                    frames,
                    structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                    structlog.processors.JSONRenderer(ensure_ascii=False, default=str),
                ],
            }
        },
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json"}},
        "root": {"handlers": ["stderr"], "level": "WARNING"},
        "loggers": {
            OWN: {"level": level},
            "procrastinate": {"level": "WARNING"},
            "django": {"level": "WARNING", "handlers": [], "propagate": True},
            "django.server": {"level": "ERROR", "handlers": [], "propagate": True},
        },
    }


def configure() -> None:
    """Send structlog's own loggers through the same handler."""
    structlog.configure(
        processors=[*SHARED, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
