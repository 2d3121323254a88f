"""The bare view that pages are compared with: it asks the database the same questions, writes the same rows, returns as many bytes.

No middleware, no form, no template, no rule: what any Django view that keeps the same would cost at least. What to ask is recorded from the
real pages (`listen_record`); values that are new with each request are made anew. Reading and inserting go through the ORM, as in any
Django view, though no model is built from what is read; below `sql/` the finished statements are sent as they are, which no view does.
"""

import copy
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
from django.db.models.sql.subqueries import InsertQuery  # noqa: E402
from django.http import HttpRequest, HttpResponse  # noqa: E402
from django.urls import path  # noqa: E402
from django.views.decorators.csrf import csrf_exempt  # noqa: E402

from gandan.cli.bench.listen_record import Asked, Page  # noqa: E402
from gandan.core.ids import uuid7  # noqa: E402

RECORD: dict[str, Page] = pickle.loads(Path(os.environ["BENCH_LISTEN_RECORD"]).read_bytes())  # noqa: S301  written by the bench itself a moment ago


@csrf_exempt
def view(request: HttpRequest, name: str, *, by_orm: bool) -> HttpResponse:
    """The recorded page, bare."""
    page = RECORD[name]
    fresh: dict[Any, Any] = {}
    with transaction.atomic():
        for one in page.asked:
            if by_orm and isinstance(one.query, InsertQuery):
                _insert(one.query, one.returning, page.new, fresh)
            elif by_orm and one.query is not None:
                list(one.query.clone().get_compiler("default").results_iter())
            else:
                _send(one, page.new, fresh)
    return HttpResponse(b"x" * page.size)


def _insert(query: Any, returning: Any, new: frozenset[Any], fresh: dict[Any, Any]) -> None:
    again: Any = query.clone()
    again.objs = []
    for row in query.objs:
        row = copy.copy(row)
        for field in query.fields:
            setattr(row, field.attname, _value(getattr(row, field.attname), new, fresh))
        again.objs.append(row)
    again.get_compiler("default").execute_sql(returning)


def _send(one: Asked, new: frozenset[Any], fresh: dict[Any, Any]) -> None:
    with connection.cursor() as cursor:
        if one.many:
            cursor.executemany(one.sql, [_renewed(row, new, fresh) for row in one.params])
        else:
            cursor.execute(one.sql, _renewed(one.params, new, fresh))
        if cursor.description:
            cursor.fetchall()


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


urlpatterns = [path("<slug:name>/", view, {"by_orm": True}), path("sql/<slug:name>/", view, {"by_orm": False})]
