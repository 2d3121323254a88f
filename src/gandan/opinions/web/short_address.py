"""What a poster says to type: `/y-kien/31135/5`, the code of the commune and the name of the hamlet; it opens the form with both filled in.

A poster hangs for years. So the code of a commune that went into another still leads on, and a hamlet is named longer (its kind, then the
code of the commune that brought it) only where another one of the same name stands beside it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from gandan.core.access import public
from gandan.core.text import fold
from gandan.opinions.web import public_place
from gandan.units import queries as units
from gandan.units.enums import HamletKind
from gandan.units.gazetteer import Level, Place
from gandan.units.models import Hamlet

SHORT = {HamletKind.TO_DAN_PHO: "to"}  # as people say it
CODE = re.compile("[0-9]{5}")
WORD = re.compile(r"[a-z0-9]+")


@require_safe
@public
def one(request: HttpRequest, number: str) -> HttpResponse:
    """The code of a commune, to its form; else the number of a published case, as somebody says it on the telephone."""
    if CODE.fullmatch(number):
        return _form(number)
    return redirect("opinions-public:one", number, permanent=True)


@require_safe
@public
def form(request: HttpRequest, number: str, hamlet: str) -> HttpResponse:
    """To the form of a hamlet, by the code of its commune; of one that cannot be told, to the form of the commune."""
    return _form(number, hamlet)


def _form(code: str, hamlet: str = "") -> HttpResponse:
    place = units.by_code(code, level=Level.COMMUNE) if CODE.fullmatch(code) else None
    today = public_place.today_of(str(place.id)) if place else None
    if place is None or today is None:
        raise Http404
    found = named(hamlet, _hamlets(place, today)) if hamlet else None
    where = {"thon": found.pk} if found else {"don-vi": today.id}
    return redirect(f"{reverse('opinions-public:say')}?{urlencode(where)}")


def addresses(place: Place, hamlets: Sequence[Hamlet]) -> dict[UUID, str]:
    """For each hamlet of a commune the shortest address that names it alone; none where the commune has no code."""
    if not place.code:
        return {}
    counted = Counter(name for h in hamlets for name in {_plain(n) for n in _names(h)})
    told = {h.pk: next((n for n in _names(h) if counted[_plain(n)] == 1), "") for h in hamlets}
    return {key: reverse("opinions-public:short", args=[place.code, name]).rstrip("/") for key, name in told.items() if name}


def named(typed: str, hamlets: Iterable[Hamlet]) -> Hamlet | None:
    """The only one of that name, however it is written; None where there is none, or more than one."""
    found = [h for h in hamlets if _plain(typed) in {_plain(name) for name in _names(h)}]
    return found[0] if len(found) == 1 else None


def _names(h: Hamlet) -> list[str]:
    """What it may be called, the shortest first."""
    name = "-".join(WORD.findall(fold(h.name)))
    kind = SHORT.get(HamletKind(h.kind), h.kind.replace("_", "-"))
    came = units.one(h.added_in_id)
    return [name, f"{kind}-{name}", *([f"{kind}-{name}-{came.code}"] if came and came.code else [])]


def _plain(name: str) -> str:
    """Letters and digits alone: what people type of a name, with or without strokes between."""
    squeezed = "".join(WORD.findall(fold(name)))
    return squeezed.lstrip("0") or squeezed


def _hamlets(place: Place, today: Place) -> list[Hamlet]:
    """Those of today that lie in the commune, or lay in it when it had this code."""
    standing = units.hamlets(today.id, on=timezone.localdate())
    return list(standing if place.id == today.id else standing.filter(pk__in=Hamlet.objects.filter(places__unit=place.id).values("pk")))
