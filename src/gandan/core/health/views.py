"""Three plain addresses for machines; nothing on them is about a person."""

import hmac

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from gandan.core.access import public
from gandan.core.health import checks, metrics


@public
@require_safe
@never_cache
def healthz(request: HttpRequest) -> HttpResponse:
    """The process answers. Touches nothing else, so a database that is down does not make a supervisor kill the web as well."""
    return JsonResponse({"status": "ok"})


@public
@require_safe
@never_cache
def readyz(request: HttpRequest) -> HttpResponse:
    """Pages may be sent here: 200, or 503 with the part that is missing."""
    state = checks.state()
    parts = {"database": state.database, "migrations": state.migrations, "worker": state.worker}
    return JsonResponse({"status": "ok" if state.ready else "unavailable", **parts}, status=200 if state.ready else 503)


@public
@require_safe
@never_cache
def metrics_page(request: HttpRequest) -> HttpResponse:
    """For Prometheus: with the bearer token of GANDAN_METRICS_TOKEN. Without a token set the page exists in the demo only."""
    token = settings.METRICS_TOKEN
    given = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if not (hmac.compare_digest(given.encode(), token.encode()) if token else settings.DEMO):
        raise Http404
    return HttpResponse(metrics.exposition(), content_type="text/plain; version=0.0.4; charset=utf-8")
