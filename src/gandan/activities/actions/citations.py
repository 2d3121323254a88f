"""Documents it carried out, and where it is told."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from gandan.activities.actions.part import add, line, open_for, take_off
from gandan.activities.models import Activity, ActivityDocument, ActivitySource
from gandan.activities.policies import part as policies
from gandan.core.access import Actor, refuse_if
from gandan.core.events.facts import Fact
from gandan.directives.models import Document


@transaction.atomic
def cite_document(activity: Activity, *, document: Document, by: Actor, now: datetime, quote: str = "") -> ActivityDocument:
    """A document that this activity carried out or dealt with. The same one again answers with what is there."""
    activity, quote = open_for(activity, by=by), line(quote)
    there = ActivityDocument.objects.filter(removed_at=None, activity=activity, document=document).first()
    if there is not None:
        return there
    refuse_if(policies.document(activity, document=document, quote=quote))
    row = ActivityDocument(activity=activity, document=document, quote=quote)
    return add(row, what="document", by=by, now=now, facts={"document": document.pk})


@transaction.atomic
def remove_document(citation: ActivityDocument, *, by: Actor, now: datetime) -> ActivityDocument:
    """The document has nothing to do with it after all."""
    return take_off(citation, what="document", by=by, now=now)


@transaction.atomic
def add_source(
    activity: Activity,
    *,
    title: str,
    by: Actor,
    now: datetime,
    publisher: str = "",
    url: str = "",
    published_on: date | None = None,
    source_id: UUID | None = None,
    quote: str = "",
) -> ActivitySource:
    """An article or a report that tells of it. The same text or address again answers with what is there."""
    activity, title, publisher, url, quote = open_for(activity, by=by), line(title), line(publisher), line(url), line(quote)
    same = ActivitySource.objects.filter(removed_at=None, activity=activity)
    there = same.filter(source_id=source_id).first() if source_id else same.filter(url=url).first() if url else None
    if there is not None:
        return there
    refuse_if(policies.source(activity, title=title, url=url, quote=quote))
    row = ActivitySource(
        activity=activity, title=title, publisher=publisher[:200], url=url, published_on=published_on, source_id=source_id, quote=quote
    )
    facts: dict[str, Fact] = {"source": source_id, "published_on": published_on}
    return add(row, what="source", by=by, now=now, facts=facts)


@transaction.atomic
def remove_source(source: ActivitySource, *, by: Actor, now: datetime) -> ActivitySource:
    """That text does not tell of it after all."""
    return take_off(source, what="source", by=by, now=now)
