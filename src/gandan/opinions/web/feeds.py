"""Atom: the newest answers that offices made public, of one commune and of all. Only what everybody may read anyway."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from gandan.commitments.queries import past_of
from gandan.core import feeds
from gandan.core.access import public
from gandan.opinions import queries, topics
from gandan.opinions.models import Publication
from gandan.units import queries as units

MOST = 50


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
    head = feeds.Head(
        title=_("Ý kiến đã trả lời: %(unit)s") % {"unit": place.full_name} if place else _("Ý kiến đã trả lời"),
        link=reverse("opinions-public:ward", args=[unit]) if unit else reverse("opinions-public:home"),
        tag=f"y-kien/unit:{unit}" if unit else "y-kien/all",
        author=place.full_name if place else _("Gần Dân"),
    )
    return feeds.atom(request, head, [_entry(row) for row in _rows(unit)])


def _entry(row: Publication) -> feeds.Entry:
    """Of when it was first made public only the day is kept."""
    return feeds.Entry(
        title=f"{row.case.number}: {row.title}",
        link=f"/y-kien/so/{row.case.number}/",
        text=f"{row.question}\n\n{row.answer}",
        tag=f"y-kien/{row.case.number}",
        day=row.published_on,
        changed=row.changed_at,
        author=str(row.case.office),
        categories=[topics.name_of(row.case.topic)],
    )
