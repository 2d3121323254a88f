"""A page of the register, the same for everyone and for those at work; only what they see differs."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.http import HttpRequest
from django.utils import timezone

from gandan.core.access import Actor
from gandan.directives import numbers, queries
from gandan.directives.enums import State
from gandan.directives.models import Document
from gandan.directives.queries import Found

EACH = 30


@dataclass(frozen=True)
class Listing:
    """What stands on the page, and what was asked. `understood` is the number as it was read from what was typed."""

    page: Page[Document]
    rows: list[Found]
    typed: str
    kind: str
    kinds: list[str]
    understood: str
    query: str
    withdrawn: bool


def listing(request: HttpRequest, actor: Actor) -> Listing:
    """Read the query string; the number of questions to the database is the same for 1 and 30 rows."""
    typed, kind = _line(request, "tim", 200), _line(request, "loai", 60)
    withdrawn = request.GET.get("da-rut") == "1"
    state = State.WITHDRAWN if withdrawn else State.RECORDED
    page = Paginator(queries.listed(actor, typed=typed, kind=kind, state=state), EACH).get_page(request.GET.get("trang"))
    number = numbers.parse(typed) if typed else None
    asked = {"tim": typed, "loai": kind, "da-rut": "1" if withdrawn else ""}
    return Listing(
        page=page,
        rows=queries.named(page.object_list, on=timezone.localdate(), actor=actor),
        typed=typed,
        kind=kind,
        kinds=queries.kinds(actor),
        understood=number.text if number and not number.is_bare and number.text != typed else "",
        query=urlencode({k: v for k, v in asked.items() if v}),
        withdrawn=withdrawn,
    )


def _line(request: HttpRequest, name: str, longest: int) -> str:
    """What was typed, without signs that no database takes."""
    return "".join(sign for sign in request.GET.get(name, "") if sign.isprintable()).strip()[:longest]
