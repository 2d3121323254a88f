"""What goes wrong, as the standard says it: errors/error with a code and a sentence, under 404, 403 or 400."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from gandan.core import pace
from gandan.core.access import Refusal, public
from gandan.opinions.web.api_saying import READS, WINDOW
from gandan.opinions.web.open311 import wire

View = Callable[..., HttpResponse]
METHODS = ("GET", "HEAD", "OPTIONS")


@dataclass(eq=False)
class Fault(Exception):
    """`status`: 404 for a service, request or place that is not there, 403 for a key that opens nothing, 429 for too many, else 400."""

    status: int
    sentences: tuple[str, ...]
    code: int = 0


def missing(sentence: str) -> Fault:
    """Something that is not there."""
    return Fault(404, (sentence,))


def wrong(*sentences: str) -> Fault:
    """Something that was asked wrongly; all of it at once."""
    return Fault(400, sentences)


def too_many() -> Fault:
    """More calls than one program or one network may make."""
    return Fault(429, (_("Quá nhiều lần gọi trong một giờ. Xin gọi lại sau."),))


def faulty(status: int, sentences: tuple[str, ...], fmt: str, code: int = 0) -> HttpResponse:
    """The errors as an answer."""
    return wire.answer("errors", [{"code": str(code or status), "description": s} for s in sentences], fmt, status=status)


def call(*methods: str) -> Callable[[View], Callable[..., HttpResponseBase]]:
    """A call of the standard: open to everyone, of these methods, answering its faults in the spelling asked for.

    A program has no form of ours open, so nothing is checked against forged forms; what writes asks for a key instead.
    """

    def wrap(view: View) -> Callable[..., HttpResponseBase]:
        @wraps(view)
        def inner(request: HttpRequest, *args: str, fmt: str, **given: str) -> HttpResponse:
            if request.method == "OPTIONS":
                return _allowed(HttpResponse(status=204), methods)
            if request.method not in (*methods, "HEAD" if "GET" in methods else ""):
                return _allowed(faulty(405, (_("Địa chỉ này không nhận cách gọi ấy."),), fmt), methods)
            try:
                if request.method != "POST" and not pace.allowed(request, "opinions.read", most=READS, seconds=WINDOW, now=timezone.now()):
                    raise too_many()
                return view(request, *args, fmt=fmt, **given)
            except Fault as fault:
                return faulty(fault.status, fault.sentences, fmt, fault.code)
            except Refusal as refusal:
                return faulty(refusal.status if refusal.status in (403, 404, 429) else 400, (refusal.sentence,), fmt, refusal.status)

        return csrf_exempt(public(inner))

    return wrap


def _allowed(given: HttpResponse, methods: tuple[str, ...]) -> HttpResponse:
    given["Allow"] = given["Access-Control-Allow-Methods"] = ", ".join((*methods, *(["HEAD"] if "GET" in methods else []), "OPTIONS"))
    given["Access-Control-Allow-Origin"] = "*"
    return given


def astray(request: HttpRequest) -> HttpResponse:
    """An address that no call can have, in the spelling that its ending asks for."""
    fmt = wire.JSON if request.path.endswith(f".{wire.JSON}") else wire.XML
    return faulty(404, (_("Không có địa chỉ này trong Open311 GeoReport v2."),), fmt)


@call(*METHODS, "POST", "PUT", "PATCH", "DELETE")
def nowhere(request: HttpRequest, *, fmt: str, rest: str = "") -> HttpResponse:
    """An address that the standard does not have."""
    raise missing(_("Không có địa chỉ này trong Open311 GeoReport v2."))
