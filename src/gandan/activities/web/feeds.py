"""Atom: what was done lately, of all or of one unit."""

import datetime as dt
from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib.syndication.views import Feed
from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from gandan.activities import queries
from gandan.activities.models import Activity
from gandan.core.access import Anyone, public
from gandan.core.text import clean
from gandan.units import queries as units
from gandan.units.gazetteer import Place

MOST = 50


if TYPE_CHECKING:
    Base = Feed[Activity, Place | None]
else:
    Base = Feed


class Newest(Base):
    """Public activities by the time they were written down or changed; `?don-vi=<id>`: of a unit, through mergers."""

    feed_type = Atom1Feed
    link = "/hoat-dong/"

    def get_object(self, request: HttpRequest, *args: object, **kwargs: object) -> Place | None:
        """The unit, when one is asked for."""
        typed = request.GET.get("don-vi", "")
        if not typed:
            return None
        try:
            place = units.one(UUID(typed))
        except ValueError:
            place = None
        if place is None:
            raise Http404
        return place

    def title(self, obj: Place | None) -> str:
        """Whose activities."""
        return _("Hoạt động tại %(name)s") % {"name": obj.full_name} if obj else _("Hoạt động công tác dân vận")

    def items(self, obj: Place | None) -> list[Activity]:
        """The newest in the book, not in the world: what is written down late is news too."""
        rows = queries.done_in(obj.id, Anyone()) if obj else queries.public()
        return list(rows.order_by("-recorded_at", "-id")[:MOST])

    def item_title(self, item: Activity) -> str:
        """What it is called."""
        return clean.xml(item.title)

    def item_description(self, item: Activity) -> str:
        """Its text."""
        return clean.xml(item.text)

    def item_pubdate(self, item: Activity) -> dt.datetime:
        """When it was written down."""
        return item.recorded_at

    def item_updateddate(self, item: Activity) -> dt.datetime:
        """When it was last changed."""
        return item.changed_at

    def item_guid(self, item: Activity) -> str:
        """Stays the same wherever the site moves."""
        return f"urn:uuid:{item.pk}"

    def item_categories(self, item: Activity) -> tuple[str, ...]:
        """Its kind."""
        return (str(item.get_kind_display()),)

    item_guid_is_permalink = False


_newest = Newest()


@public
@require_safe
def newest(request: HttpRequest) -> HttpResponseBase:
    """GET /hoat-dong/moi.atom"""
    return _newest(request)
