"""Atom (RFC 4287) as answers, models and awards give it: addresses of this site, ids that never change, nothing sent twice to a reader."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.feedgenerator import Atom1Feed
from django.views.decorators.http import condition

from gandan.core.text import clean

BORN = date(2026, 11, 23)  # of the tag URIs (RFC 4151): never changes, so that a reader never takes one entry for two
KEPT = 300  # seconds in which nobody asks again


@dataclass(frozen=True)
class Head:
    """Of the whole feed: `link` is the path of the page it belongs to, `tag` names it for ever, `query` what it answers beside its path."""

    title: str
    link: str
    tag: str
    author: str
    query: str = ""


@dataclass(frozen=True)
class Entry:
    """One piece of news. `day` is when it came about, where that is known; it is never told later than it was written down."""

    title: str
    link: str
    text: str
    tag: str
    day: date | None
    changed: datetime
    author: str
    categories: Sequence[str] = ()


def atom(request: HttpRequest, head: Head, entries: Sequence[Entry]) -> HttpResponse:
    """The feed, or "not modified" to whoever has this very one."""
    newest = max((entry.changed for entry in entries), default=None)
    told = repr([head, *entries])  # what left the feed makes nothing in it newer
    tag = f'"{hashlib.sha256(told.encode()).hexdigest()[:32]}"'

    @condition(etag_func=lambda _request: tag, last_modified_func=lambda _request: newest)
    def answer(_request: HttpRequest) -> HttpResponse:
        return _written(request, head, entries)

    given = answer(request)
    patch_cache_control(given, public=True, max_age=KEPT)
    return given


def _written(request: HttpRequest, head: Head, entries: Sequence[Entry]) -> HttpResponse:
    feed = Atom1Feed(
        title=clean.xml(head.title),
        link=settings.SITE + head.link,
        description=None,
        language="vi",
        feed_url=settings.SITE + request.path + (f"?{head.query}" if head.query else ""),
        feed_guid=_tag(head.tag),
        author_name=clean.xml(head.author),
    )
    for entry in entries:
        feed.add_item(
            title=clean.xml(entry.title),
            link=settings.SITE + entry.link,
            description=clean.xml(entry.text),
            unique_id=_tag(entry.tag),
            pubdate=_moment(entry),
            updateddate=entry.changed,
            author_name=clean.xml(entry.author),
            categories=list(entry.categories),
        )
    given = HttpResponse(content_type=feed.content_type)
    feed.write(given, "utf-8")
    return given


def _moment(entry: Entry) -> datetime:
    if entry.day is None:
        return entry.changed
    return min(timezone.make_aware(datetime.combine(entry.day, datetime.min.time())), entry.changed)


def _tag(what: str) -> str:
    host = settings.SITE.split("://", 1)[-1].split("/", 1)[0].split(":", 1)[0]
    return f"tag:{host},{BORN.isoformat()}:{what}"
