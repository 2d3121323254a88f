"""What a client holds between sending and publishing: a token that names the opinion and opens nothing.

It is the opinion's id and a keyed hash of it, so it needs no column and cannot be made up. It reads no word and writes none: for that the
sender has the private code and the PIN. What was set aside as a denunciation gets a token like any other: it is answered like an opinion
that is not published, and like one that is once it was given back and an office made it public.
"""

import base64
import binascii
from hmac import compare_digest
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from gandan.core.ids import uuid7
from gandan.denunciations import queries as denunciations
from gandan.opinions import codes
from gandan.opinions.given import Said
from gandan.opinions.queries import open311 as queries
from gandan.opinions.web.open311 import wire
from gandan.opinions.web.open311.faults import call, missing

SALT = "gandan.opinions:open311-token"
MAC = 9


def token_of(said: Said) -> str:
    """The token of what was said. What was set aside has an id too, which no opinion bears unless it is given back as one."""
    if said.opinion is not None:
        return _written(said.opinion.pk)
    aside = denunciations.of_code_digest(codes.digest(said.code))
    return _written(aside.pk if aside is not None else uuid7())


def opinion_of(token: str) -> UUID | None:
    """The id that a token of ours names."""
    try:
        raw = base64.b32decode(token.upper().encode("ascii"), casefold=True)
    except (binascii.Error, UnicodeEncodeError):
        return None
    if len(raw) != 16 + MAC:
        return None
    key = UUID(bytes=raw[:16])
    return key if compare_digest(raw[16:], _mac(key)) else None


@call("GET")
def token(request: HttpRequest, *, fmt: str, key: str) -> HttpResponse:
    """The request's id once the case is published; until then nothing beside the token."""
    opinion = opinion_of(key)
    if opinion is None:
        raise missing(_("Không có token này."))
    return wire.answer("service_requests", [{"service_request_id": queries.number_of(opinion), "token": key}], fmt)


def _written(key: UUID) -> str:
    return base64.b32encode(key.bytes + _mac(key)).decode().lower()


def _mac(key: UUID) -> bytes:
    return salted_hmac(SALT, str(key), algorithm="sha256").digest()[:MAC]
