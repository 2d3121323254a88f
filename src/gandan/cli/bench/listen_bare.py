"""The bare view that pages are compared with: it asks the database the same questions, writes the same rows, returns as many bytes.

No middleware, no form, no template, no rule: what any Django view that keeps the same would cost at least. What to ask is recorded from the
real pages (`listen_load.record`); values that are new with each request are made anew.
"""

import os
import pickle
import secrets
from pathlib import Path
from typing import Any
from uuid import UUID

import django
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gandan.config.settings")
django.setup()
settings.ROOT_URLCONF = __name__
settings.MIDDLEWARE = []  # only now: a library of ours insists on its own while the rooms are set up
application = WSGIHandler()

from django.db import connection, transaction  # noqa: E402  after the settings
from django.http import HttpRequest, HttpResponse  # noqa: E402
from django.urls import path  # noqa: E402
from django.views.decorators.csrf import csrf_exempt  # noqa: E402

from gandan.core.ids import uuid7  # noqa: E402

RECORD = pickle.loads(Path(os.environ["BENCH_LISTEN_RECORD"]).read_bytes())  # noqa: S301  written by the bench itself a moment ago


@csrf_exempt
def view(request: HttpRequest, name: str) -> HttpResponse:
    """The recorded page, bare."""
    page = RECORD[name]
    fresh: dict[Any, Any] = {}
    with transaction.atomic(), connection.cursor() as cursor:
        for sql, params, many in page["asked"]:
            if many:
                cursor.executemany(sql, [_renewed(row, page["new"], fresh) for row in params])
            else:
                cursor.execute(sql, _renewed(params, page["new"], fresh))
            if cursor.description:
                cursor.fetchall()
    return HttpResponse(b"x" * page["bytes"])


def _renewed(params: Any, new: frozenset[Any], fresh: dict[Any, Any]) -> Any:
    if isinstance(params, dict):
        return {name: _value(p, new, fresh) for name, p in params.items()}
    return tuple(_value(p, new, fresh) for p in params) if params else params


def _value(value: Any, new: frozenset[Any], fresh: dict[Any, Any]) -> Any:
    try:
        if value not in new:
            return value
    except TypeError:
        return value
    return fresh.setdefault(value, _another(value))


def _another(value: Any) -> Any:
    if isinstance(value, UUID):
        return uuid7()
    if isinstance(value, bytes):
        return secrets.token_bytes(len(value))
    if len(value) == 36 and value.count("-") == 4:
        return str(uuid7())
    return value[:-8] + secrets.token_hex(4)


urlpatterns = [path("<slug:name>/", view)]
