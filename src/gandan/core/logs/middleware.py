"""One line and one measurement for each request, by the pattern of its route."""

import time
from collections.abc import Callable

import structlog
from django.http import HttpRequest, HttpResponse, HttpResponseBase

from gandan.core.health.metrics import count_request
from gandan.core.ids import uuid7

log = structlog.get_logger("gandan.request")
PRIVATE = "private"  # the one name under which pages behind a private code and those about denunciations stand
QUIET = frozenset({"healthz", "readyz", "metrics"})


def unobserved(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """A page on which even its address says too much: in the log it is one of many private pages, without method, status or time taken,
    and it is measured nowhere. A line it has like any page: a hole beside the other lines would tell as much."""
    view.unobserved = True  # type: ignore[attr-defined]
    return view


class RequestLog:
    """Outermost of ours. The id it gives to a request is in each log line of it and in the answer's header, for a person to quote."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Measure one request."""
        started = time.perf_counter()
        request_id = uuid7().hex
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(request_id=request_id)
        response = self.get_response(request)
        seconds = time.perf_counter() - started
        response["X-Request-ID"] = request_id
        match = request.resolver_match
        if match is not None and getattr(match.func, "unobserved", False):
            log.info("request", route=PRIVATE)
            return response
        route = "/" + match.route if match else "unmatched"
        method = request.method if request.method in {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"} else "OTHER"
        count_request(method or "", route, response.status_code, seconds)
        if route.strip("/") not in QUIET:
            log.info("request", method=method, route=route, status=response.status_code, ms=round(seconds * 1000, 1))
        return response
