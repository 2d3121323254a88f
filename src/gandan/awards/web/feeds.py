"""Atom: what was given, newest first: how many, for what, by which decision. No names: a feed is copied and kept by others."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from gandan.awards import queries
from gandan.awards.web import roll_asked
from gandan.awards.web.roll_asked import Shown
from gandan.core import feeds
from gandan.core.access import Anyone, public
from gandan.units import queries as units

MOST = 50


@require_safe
@public
def everything(request: HttpRequest) -> HttpResponse:
    """Of the whole installation."""
    return _feed(request, None)


@require_safe
@public
def unit(request: HttpRequest, unit: UUID) -> HttpResponse:
    """Of one unit, those below it and those that went into it."""
    return _feed(request, unit)


def _feed(request: HttpRequest, unit: UUID | None) -> HttpResponse:
    place = units.one(unit) if unit else None
    if unit and place is None:
        raise Http404
    rows = queries.roll(actor=Anyone(), unit=unit, on=timezone.localdate()).order_by("-recorded_at", "-pk")[:MOST]
    head = feeds.Head(
        title=_("Khen thưởng: %(unit)s") % {"unit": place.full_name} if place else _("Khen thưởng"),
        link=reverse("awards-public:roll") + (f"?don-vi={unit}" if unit else ""),
        tag=f"awards:unit:{unit}" if unit else "awards",
        author=place.full_name if place else _("Gần Dân"),
    )
    return feeds.atom(request, head, [_entry(row, head.author) for row in roll_asked.shown(rows)])


def _entry(row: Shown, author: str) -> feeds.Entry:
    """One id has one title in every feed: the whole. How many of them are of the unit asked the text tells."""
    here = _("Công tác tại %(unit)s: %(n)s") % {"unit": author, "n": row.count} if row.whole else ""
    return feeds.Entry(
        title=f"{row.c.name}: {row.whole or row.count}",
        link=reverse("awards-public:one", args=[row.c.pk]),
        text="\n".join(part for part in (here, row.c.ground, row.where, row.proof) if part),
        tag=f"conferral:{row.c.pk}",
        day=row.c.given_on,
        changed=row.c.recorded_at,
        author=row.c.by or author,
    )
