"""Atom: what was added to the public register lately."""

from datetime import datetime

from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from gandan.core.access import Anyone, public
from gandan.core.text import clean
from gandan.directives import queries
from gandan.directives.models import Document

MOST = 50


class Newest(Feed):  # type: ignore[type-arg]
    """The newest public documents, by the moment they were written into the register."""

    feed_type = Atom1Feed

    def title(self) -> str:
        """Name of the feed."""
        return _("Văn bản mới ghi vào sổ")

    def subtitle(self) -> str:
        """One line about it."""
        return _("Văn bản công khai về công tác dân vận: số, ký hiệu, cơ quan ban hành, trích yếu.")

    def link(self) -> str:
        """The page it goes with."""
        return reverse("directives-public:register")

    def items(self) -> list[Document]:
        """What stands in it."""
        return list(queries.newest(Anyone())[:MOST])

    def item_title(self, item: Document) -> str:
        """Kind and number."""
        return clean.xml(str(item))

    def item_description(self, item: Document) -> str:
        """Issuer and abstract."""
        return clean.xml(". ".join(part for part in (item.issuer, item.abstract) if part))

    def item_link(self, item: Document) -> str:
        """Its page."""
        return reverse("directives-public:document", args=[item.pk])

    def item_guid(self, item: Document) -> str:
        """The same for ever, wherever the installation moves."""
        return f"urn:uuid:{item.pk}"

    def item_pubdate(self, item: Document) -> datetime:
        """When it was written into the register."""
        return item.recorded_at

    def item_updateddate(self, item: Document) -> datetime:
        """Atom asks for it."""
        return item.recorded_at


_feed = Newest()


@public
@require_safe
def newest(request: HttpRequest) -> HttpResponse:
    """GET /van-ban/moi.atom."""
    return _feed(request)
