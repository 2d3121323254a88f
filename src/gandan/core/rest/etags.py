"""ETags: a reader learns cheaply that nothing changed; a writer changes only what they have seen.

Reading. `@tagged` directly under the route of a GET whose view returns a schema: the answer gets a strong `ETag`, and a request whose
`If-None-Match` names it gets 304 without a body.

    @router.get("/{key}", auth=open_to_all, response={200: CommitmentOut, 401: Problem, 404: Problem, 422: Problem}, …)
    @tagged
    def get_commitment(request: HttpRequest, key: UUID) -> CommitmentOut:
        return _out(one_or_404(key))

Changing. `@conditional` documents `If-Match` and 412; `held` finds the row among those the actor may see (404 otherwise), locks it, and
refuses with 412 unless `If-Match` is absent, `*`, or the tag of what `show` makes of it now: the same schema that the GET returns.

    @router.post("/{key}/extend", auth=Needs("commitments.extend"), response={200: CommitmentOut, 401: Problem, …}, …)
    @idempotent
    @conditional
    def extend(request: HttpRequest, key: UUID, body: ExtendIn) -> CommitmentOut:
        actor = actor_of(request)
        with held(request, queries.visible_to(actor), key, show=_out) as commitment:
            actions.extend(commitment, to=body.to, reason=body.reason, by=actor, now=timezone.now())
        return _out(commitment)  # or what the action gave back

The lock is taken before the tag is computed and kept until the deed is done, so of two writers with one tag exactly one succeeds.
"""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any, TypeVar

from django.db import transaction
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.http import parse_etags
from django.utils.translation import gettext as _
from ninja import Schema

from gandan.core.access import Refusal
from gandan.core.rest.documented import Call, around, may_answer, takes_header

Row = TypeVar("Row", bound=Model)
TAG = "_etag"
LONGEST = 1000
WRITTEN = r'^(\*|(W/)?"[!#-~]*"(\s*,\s*(W/)?"[!#-~]*")*)$'


def tag(shown: Schema) -> str:
    """The strong tag of a representation."""
    return f'"{hashlib.sha256(shown.model_dump_json().encode()).hexdigest()[:32]}"'


def tagged(view: Call) -> Call:
    """For a GET; see the head of this file."""

    @wraps(view)
    def inner(request: HttpRequest, *args: Any, **given: Any) -> Any:
        shown = view(request, *args, **given)
        if not isinstance(shown, Schema):
            return shown
        mark = tag(shown)
        setattr(request, TAG, mark)
        asked = parse_etags(request.headers.get("If-None-Match", ""))
        same = "*" in asked or any(t.removeprefix("W/") == mark for t in asked)  # weak comparison, RFC 9110 section 13.1.2
        return HttpResponse(status=304) if same else shown

    documented = takes_header(
        inner, "if_none_match", alias="If-None-Match", pattern=WRITTEN, longest=LONGEST, description="The ETag of an earlier answer."
    )
    may_answer(documented, 304, model=None)
    around(documented, _with_tag)
    return documented


def _with_tag(run: Call) -> Call:
    @wraps(run)
    def inner(request: HttpRequest, *args: Any, **given: Any) -> HttpResponseBase:
        answer: HttpResponseBase = run(request, *args, **given)
        mark = request.__dict__.pop(TAG, None)
        if mark and answer.status_code in (200, 304):
            answer["ETag"] = mark
            if answer.status_code == 304:
                del answer["Content-Type"]
            patch_cache_control(answer, no_cache=True, **({"private": True} if "Authorization" in request.headers else {}))
            patch_vary_headers(answer, ("Authorization", "Accept-Language", "Cookie"))
        return answer

    return inner


def conditional(view: Call) -> Call:
    """For a deed that uses `held`; see the head of this file."""
    explained = "The ETag of what was read: the deed is done only when the thing is still so."
    documented = takes_header(view, "if_match", alias="If-Match", pattern=WRITTEN, longest=LONGEST, description=explained)
    may_answer(documented, 404, 412)
    return documented


@contextmanager
def held(
    request: HttpRequest, rows: QuerySet[Row], key: object, *, show: Callable[[Row], Schema], first: Callable[[Row], object] | None = None
) -> Iterator[Row]:
    """The row `key` of `rows`, locked for the block, which is one transaction. Raises Http404, or Refusal (412) when it changed.

    `first` locks what the deed locks before the row: everyone takes the same locks in the same order, or two wait for each other.
    """
    with transaction.atomic():
        found = rows.filter(pk=key).first()
        if found is None:
            raise Http404
        if first is not None:
            first(found)
        row = rows.model._default_manager.select_for_update().get(pk=key)
        _unchanged(request, lambda: tag(show(row)))
        yield row


def _unchanged(request: HttpRequest, current: Callable[[], str]) -> None:
    asked = parse_etags(request.headers.get("If-Match", ""))
    if asked and "*" not in asked and current() not in asked:  # strong comparison: a weak tag never fits
        raise Refusal(_("Nội dung đã thay đổi kể từ lúc Ông/Bà đọc. Xin đọc lại (GET), xem thay đổi rồi gửi lại với ETag mới."), status=412)
