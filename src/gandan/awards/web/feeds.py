"""Atom (RFC 4287): what was given, newest first: how many, for what, by which decision. No names: a feed is copied and kept by others."""

from datetime import date, datetime
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.views.decorators.http import condition, require_safe

from gandan.awards import queries
from gandan.awards.models import Conferral
from gandan.awards.web import roll_asked
from gandan.core.access import Anyone, public
from gandan.units import queries as units

MOST = 50
BORN = date(2026, 11, 23)  # of the tag URIs (RFC 4151): never changes, so that a reader never takes one entry for two


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
    rows = list(queries.roll(actor=Anyone(), unit=unit, on=timezone.localdate()).order_by("-recorded_at", "-pk")[:MOST])
    newest = max((row.recorded_at for row in rows), default=None)

    @condition(last_modified_func=lambda _request: newest)
    def answer(_request: HttpRequest) -> HttpResponse:
        return _written(request, rows, place.full_name if place else "", unit)

    given = answer(request)
    patch_cache_control(given, public=True, max_age=300)
    return given


def _written(request: HttpRequest, rows: list[Conferral], name: str, unit: UUID | None) -> HttpResponse:
    feed = Atom1Feed(
        title=_("Khen thưởng: %(unit)s") % {"unit": name} if name else _("Khen thưởng"),
        link=settings.SITE + reverse("awards-public:roll") + (f"?don-vi={unit}" if unit else ""),
        description=None,
        language="vi",
        feed_url=settings.SITE + request.path,
        feed_guid=_tag(f"awards:unit:{unit}" if unit else "awards"),
        author_name=name or _("Gần Dân"),
    )
    for row in roll_asked.shown(rows):
        feed.add_item(
            title=f"{row.c.name}: {row.count}",
            link=settings.SITE + reverse("awards-public:one", args=[row.c.pk]),
            description="\n".join(part for part in (row.c.ground, row.where, row.proof) if part),
            unique_id=_tag(f"conferral:{row.c.pk}"),
            pubdate=_moment(row.c),
            updateddate=row.c.recorded_at,
            author_name=row.c.by or name or _("Gần Dân"),
        )
    given = HttpResponse(content_type=feed.content_type)
    feed.write(given, "utf-8")
    return given


def _moment(row: Conferral) -> datetime:
    """The day it was given where that is known, never after it was recorded."""
    if row.given_on is None:
        return row.recorded_at
    return min(timezone.make_aware(datetime.combine(row.given_on, datetime.min.time())), row.recorded_at)


def _tag(what: str) -> str:
    host = settings.SITE.split("//", 1)[-1].split("/", 1)[0].split(":", 1)[0]
    return f"tag:{host},{BORN.isoformat()}:{what}"
