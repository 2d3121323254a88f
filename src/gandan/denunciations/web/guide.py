"""For everyone: what a denunciation is, where and how by law, at the body above the reader's ward. The page takes none."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from gandan.core import legal
from gandan.core.access import public
from gandan.core.legal import Rule
from gandan.core.logs.middleware import unobserved
from gandan.core.ui import place as place_cookie
from gandan.denunciations import queries
from gandan.denunciations.queries import Above
from gandan.units import queries as units
from gandan.units.queries import Found

CODES = (
    "denunciation.first_handling",
    "denunciation.first_handling_extended",
    "denunciation.passing_on",
    "denunciation.telling",
    "denunciation.settling",
    "denunciation.extension",
)


@dataclass(frozen=True)
class Asked:
    """Which ward the page speaks of, and what was looked for."""

    above: Above | None
    typed: str
    found: list[Found]


@require_safe
@unobserved
@public
def guide(request: HttpRequest) -> HttpResponse:
    """For the ward in the address, else the one this browser remembers; a name of today or of before finds another."""
    today = timezone.localdate()
    asked = _asked(request, today)
    context = {"asked": asked, "rules": rules(today)}
    return render(request, "denunciations/public/guide.html", context)


def rules(today: date) -> list[Rule]:
    """The numbers of the law in force, those that no text confirms left to say so themselves."""
    return [legal.rule(code, on=today) for code in CODES]


def _asked(request: HttpRequest, today: date) -> Asked:
    typed = "".join(c for c in request.GET.get("q", "") if c.isprintable()).strip()[:80]
    mine = place_cookie.chosen(request)
    chosen = _uuid(request.GET.get("noi", "")) or (mine.id if mine and not typed else None)
    here = queries.living(chosen, on=today) if chosen and units.one(chosen) else None
    return Asked(
        above=queries.above(here, on=today) if here else None, typed=typed, found=units.of_today(typed) if typed and here is None else []
    )


def _uuid(typed: str) -> UUID | None:
    try:
        return UUID(typed)
    except ValueError:
        return None
