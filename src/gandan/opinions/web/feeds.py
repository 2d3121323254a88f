"""Atom (RFC 4287): the newest answers that offices made public, of one commune and of all. Only what everybody may read anyway."""

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

from gandan.commitments.queries import past_of
from gandan.core.access import public
from gandan.opinions import queries, topics
from gandan.opinions.models import Publication
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
def ward(request: HttpRequest, unit: UUID) -> HttpResponse:
    """Of one unit and those that went wholly into it."""
    return _feed(request, unit)


def _rows(unit: UUID | None) -> list[Publication]:
    rows = queries.published().prefetch_related("case__office__names")
    return list((rows.filter(case__unit__in=[unit, *past_of([unit])]) if unit else rows)[:MOST])


def _feed(request: HttpRequest, unit: UUID | None) -> HttpResponse:
    place = units.one(unit) if unit else None
    if unit and place is None:
        raise Http404
    rows = _rows(unit)
    newest = max((row.changed_at for row in rows), default=None)

    @condition(last_modified_func=lambda _request: newest)
    def answer(_request: HttpRequest) -> HttpResponse:
        return _written(request, rows, place.full_name if place else "", unit)

    given = answer(request)
    patch_cache_control(given, public=True, max_age=300)
    return given


def _written(request: HttpRequest, rows: list[Publication], name: str, unit: UUID | None) -> HttpResponse:
    page = reverse("opinions-public:ward", args=[unit]) if unit else reverse("opinions-public:home")
    feed = Atom1Feed(
        title=_("Ý kiến đã trả lời: %(unit)s") % {"unit": name} if name else _("Ý kiến đã trả lời"),
        link=settings.SITE + page,
        description=None,
        language="vi",
        feed_url=settings.SITE + request.path,
        feed_guid=_tag(f"unit:{unit}" if unit else "all"),
        author_name=name or _("Gần Dân"),
    )
    for row in rows:
        feed.add_item(
            title=f"{row.case.number}: {row.title}",
            link=f"{settings.SITE}/y-kien/so/{row.case.number}/",
            description=f"{row.question}\n\n{row.answer}",
            unique_id=_tag(row.case.number),
            pubdate=_moment(row),
            updateddate=row.changed_at,
            author_name=str(row.case.office),
            categories=[topics.name_of(row.case.topic)],
        )
    given = HttpResponse(content_type=feed.content_type)
    feed.write(given, "utf-8")
    return given


def _moment(row: Publication) -> datetime:
    """When it was first made public: of that only the day is kept, and never a later one than of the last change."""
    begun = timezone.make_aware(datetime.combine(row.published_on, datetime.min.time()))
    return min(begun, row.changed_at)


def _tag(what: str) -> str:
    host = settings.SITE.split("://", 1)[-1].split("/", 1)[0].split(":", 1)[0]
    return f"tag:{host},{BORN.isoformat()}:y-kien/{what}"
