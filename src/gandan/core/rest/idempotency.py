"""`Idempotency-Key`: a POST that is sent again, because its answer was lost on the way, is done once and answered the same.

Use it directly under the route, above the view; everything else stays as it is:

    @router.post("", auth=Needs("commitments.promise"), response={201: CommitmentOut, 401: Problem, 403: Problem, 422: Problem}, …)
    @idempotent
    def promise(request: HttpRequest, body: PromiseIn) -> Status[CommitmentOut]:
        made = actions.promise(title=body.title, …, by=actor_of(request), now=timezone.now())
        return Status(201, _out(made))

The header is documented and checked (1 to 64 printable signs; an empty one is 422), and so are the answers 409 and 422.
It is never compulsory.

- Same caller, same key, same method, address and body: the kept answer, with `Idempotency-Replayed: true`. Nothing is done again.
- Same key, anything else: 422. A key stands for one deed.
- The same call by a caller who holds other roles by now: 409; what one may see has changed, so the old answer is not given again.
- The first is still being done: 409 with `Retry-After`; ask again.
- Only what succeeded (2xx) is kept, in the transaction of the deed. What was refused or failed leaves the key free.

Callers without an account share no space of keys: theirs counts together with what is asked. Kept for a few days (`actions.KEPT`).
The behaviour is that of draft-ietf-httpapi-idempotency-key-header-07.
"""

import base64
import hashlib
import json
from collections.abc import Iterator
from functools import wraps
from typing import Any

from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _

from gandan.core.access import Actor, actor_of
from gandan.core.rest import actions
from gandan.core.rest.documented import Call, around, may_answer, takes_header
from gandan.core.rest.models import IdempotentCall
from gandan.core.rest.problems import problem
from gandan.core.secrets import Undecipherable, decrypt, encrypt

HEADER = "Idempotency-Key"
LONGEST = 64
KEPT_HEADERS = ("Content-Type", "Content-Language", "ETag", "Location")
CLAIMED = "_idempotent_call"


def idempotent(view: Call) -> Call:
    """See the head of this file."""
    explained = "A new one for each deed (a UUID does). The same key with the same body is done once and answered the same."
    documented = takes_header(_once(view), "idempotency_key", alias=HEADER, pattern=r"^[!-~]+$", longest=LONGEST, description=explained)
    may_answer(documented, 409, 422)
    around(documented, _in_one_transaction)
    return documented


def _once(view: Call) -> Call:
    """Around the view, when the caller is known and the input is read: answer from what is kept, or claim the key."""

    @wraps(view)
    def inner(request: HttpRequest, *args: Any, **given: Any) -> Any:
        if HEADER not in request.headers:
            return view(request, *args, **given)
        key = request.headers[HEADER].strip().strip('"').strip()
        if not key:
            return _empty()
        asked = _asked(request)
        scope = _scope(request, key, asked)
        if not _claim(scope):
            return _under_way()
        kept = IdempotentCall.objects.filter(scope=scope).first()
        if kept is None:
            setattr(request, CLAIMED, (scope, asked))
            return view(request, *args, **given)
        return _again(kept, actor_of(request)) if kept.asked == asked else _another()

    return inner


def _in_one_transaction(run: Call) -> Call:
    """Around the whole call: the deed and its kept answer are committed together. A problem keeps nothing; an error rolls back all."""

    @wraps(run)
    def inner(request: HttpRequest, *args: Any, **given: Any) -> HttpResponseBase:
        if HEADER not in request.headers:
            answer: HttpResponseBase = run(request, *args, **given)
            return answer
        with transaction.atomic():
            answer = run(request, *args, **given)
            claimed = request.__dict__.pop(CLAIMED, None)
            if claimed and isinstance(answer, HttpResponse) and 200 <= answer.status_code < 300:
                scope, asked = claimed
                kept = encrypt(json.dumps(_told(answer, actor_of(request))))
                status, now = answer.status_code, timezone.now()
                actions.keep_call(scope=scope, asked=asked, status=status, answer=kept, by=actor_of(request), now=now)
        return answer

    return inner


def _asked(request: HttpRequest) -> str:
    """What was asked: method, address with its query, and body. The border between parts of a form is new each time and does not count."""
    found = hashlib.sha256(f"{request.method}\0{request.get_full_path()}\0".encode())
    for part in _form(request) if (request.content_type or "").startswith("multipart/") else (request.body,):
        found.update(len(part).to_bytes(8, "big") + part)
    return found.hexdigest()


def _form(request: HttpRequest) -> Iterator[bytes]:
    for name, values in sorted(request.POST.lists()):
        yield from (name.encode(), *(value.encode() for value in values))
    for name, files in sorted(request.FILES.lists()):
        for file in files:
            yield f"{name}\0{file.name}".encode()
            yield b"".join(hashlib.sha256(chunk).digest() for chunk in file.chunks())
            file.seek(0)


def _empty() -> HttpResponse:
    detail = _("Idempotency-Key đang để trống. Xin gửi một khóa (UUID chẳng hạn), hoặc bỏ hẳn dòng này.")
    return problem(422, _("Khóa để trống"), detail)


def _held_now(actor: Actor) -> str:
    """What the caller is today: an answer that was given to an officer is not given again to who is none any more."""
    return "|".join(sorted(f"{h.role}:{h.unit}:{h.office}:{h.hamlet}" for h in actor.holdings))


def _scope(request: HttpRequest, key: str, asked: str) -> str:
    actor = actor_of(request).key
    alone = asked if actor == "anyone" else ""
    return hashlib.sha256(f"{actor}\0{key}\0{alone}".encode()).hexdigest()


def _claim(scope: str) -> bool:
    """Nobody else is at it. Held until the transaction ends, so whoever comes after sees what was committed."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(hashtextextended(%s, 0))", [f"idempotency:{scope}"])
        return bool(cursor.fetchone()[0])


def _headers(answer: HttpResponse) -> dict[str, str]:
    return {name: answer[name] for name in KEPT_HEADERS if name in answer}


def _told(answer: HttpResponse, by: Actor) -> dict[str, Any]:
    return {"headers": _headers(answer), "body": base64.b64encode(answer.content).decode(), "held": _held_now(by)}


def _again(kept: IdempotentCall, by: Actor) -> HttpResponse:
    try:
        said = json.loads(decrypt(kept.answer))
    except Undecipherable:
        return problem(
            409, _("Việc này đã làm rồi"), _("Yêu cầu với khóa này đã thực hiện; câu trả lời cũ không đọc lại được. Xin tra bằng GET.")
        )
    if said.get("held") != _held_now(by):
        return problem(
            409,
            _("Việc này đã làm rồi"),
            _("Yêu cầu với khóa này đã thực hiện khi Ông/Bà giữ nhiệm vụ khác, nên không gửi lại câu trả lời cũ. Xin tra bằng GET."),
        )
    answer = HttpResponse(base64.b64decode(said["body"]), status=kept.status, headers=said["headers"])
    answer["Idempotency-Replayed"] = "true"
    return answer


def _under_way() -> HttpResponse:
    answer = problem(409, _("Đang thực hiện"), _("Yêu cầu với khóa này đang được thực hiện. Xin gửi lại sau giây lát, vẫn với khóa ấy."))
    answer["Retry-After"] = "1"
    return answer


def _another() -> HttpResponse:
    detail = _("Idempotency-Key này đã dùng cho một yêu cầu khác. Mỗi việc xin dùng một khóa mới; gửi lại việc cũ thì giữ nguyên nội dung.")
    return problem(422, _("Khóa đã dùng cho việc khác"), detail)
