"""Cases and opinions as REST shows them."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.conf import settings
from django.http import Http404
from django.urls import reverse

from gandan.commitments.queries import past_of
from gandan.core.rest.paging import cursor_after, key_of
from gandan.core.rest.problems import BadCursor
from gandan.core.rest.refs import Named, UnitRef
from gandan.opinions import queries, topics
from gandan.opinions.enums import Content, State
from gandan.opinions.models import Case, Opinion, Publication
from gandan.opinions.queries import clock
from gandan.opinions.web import public_story
from gandan.opinions.web.schemas.published import PublishedAsked, PublishedOut, PublishedPage
from gandan.opinions.web.schemas.topics import TopicOut
from gandan.opinions.web.schemas.tracked import DateHeld, PromiseRef, Told, TrackedOut
from gandan.units import queries as units
from gandan.units.models import Hamlet, Office


def published_page(asked: PublishedAsked) -> PublishedPage:
    """Newest first, by the day of publication and the id."""
    rows = queries.published().prefetch_related("case__office__names")
    if asked.unit:
        rows = rows.filter(case__unit__in=[asked.unit, *past_of([asked.unit])])
    if asked.topic:
        rows = rows.filter(case__topic=asked.topic)
    if asked.cursor:
        day, key = _after(asked.cursor)
        rows = rows.filter(published_on__lte=day).exclude(published_on=day, pk__gte=key)
    found = list(rows[: asked.limit + 1])
    shown = found[: asked.limit]
    more = cursor_after(f"{shown[-1].published_on.isoformat()} {shown[-1].pk}") if len(found) > asked.limit else None
    return PublishedPage(items=published(shown), next=more)


def published(rows: Iterable[Publication]) -> list[PublishedOut]:
    """Rows of `queries.published`, in a constant number of questions."""
    found = list(rows)
    places = unit_refs({row.case.unit_id for row in found})
    return [_published(row, places[row.case.unit_id]) for row in found]


def _published(row: Publication, unit: UnitRef) -> PublishedOut:
    case = row.case
    return PublishedOut(
        number=case.number,
        title=row.title,
        question=row.question,
        answer=row.answer,
        topic=case.topic,
        content=Content(case.content),
        state=State(case.state),
        unit=unit,
        hamlet=named(case.hamlet),
        office=Named(id=case.office_id, name=str(case.office)),
        received_on=case.received_on,
        answered_on=case.answered_on,
        published_on=row.published_on,
        people=case.senders,
        confirmed_by_office_pin=case.state == State.CONFIRMED and bool(getattr(row, "by_office", False)),
        url=settings.SITE + f"/y-kien/so/{case.number}/",
    )


def _after(cursor: str) -> tuple[date, UUID]:
    day, _space, key = key_of(cursor).partition(" ")
    try:
        return date.fromisoformat(day), UUID(key)
    except ValueError as damaged:
        raise BadCursor(cursor) from damaged


def named(thing: Hamlet | Office | None) -> Named | None:
    """Id and name."""
    return Named(id=thing.pk, name=str(thing)) if thing is not None else None


def unit_refs(keys: Iterable[UUID]) -> dict[UUID, UnitRef]:
    """Units as they are, in one question."""
    return {p.id: UnitRef(id=p.id, code=p.code, name=p.full_name) for p in units.several(list(keys)) if p is not None}


def unit_ref(key: UUID) -> UnitRef:
    """One unit; 404 for an id that is none."""
    found = unit_refs([key])
    if key not in found:
        raise Http404
    return found[key]


def topic(one: topics.Topic) -> TopicOut:
    """In the reader's language."""
    return TopicOut(code=one.code, name=one.name, group=one.group.name, description=one.description)


def dates(case: Case) -> list[DateHeld]:
    """Every date that held, with the sentence for who waits."""
    return [DateHeld(due=held.due, stage=held.stage, current=held.is_current, why=held.sentence) for held in clock.explain(case)]


def promises(case: Case) -> list[PromiseRef]:
    """What answers promised in public."""
    found = queries.promises_of(case).filter(is_public=True)
    return [
        PromiseRef(id=c.pk, title=c.title, due=c.due, state=c.state, url=settings.SITE + reverse("commitments-public:one", args=[c.pk]))
        for c in found
    ]


def tracked(opinion: Opinion, *, may: Iterable[str], today: date) -> TrackedOut:
    """One's own opinion, with everything that happened to it."""
    case = queries.whole(Case.objects.filter(pk=opinion.case_id)).get()
    return TrackedOut(
        set_aside=False,
        state=State(case.state),
        number=case.number,
        text=opinion.text,
        place=opinion.place,
        topic=case.topic,
        unit=unit_ref(case.unit_id),
        office=str(case.office),
        received_on=case.received_on,
        due=case.due,
        late=case.is_late(today),
        people=case.senders,
        dates=dates(case),
        story=[Told(at=t.at, title=str(t.title), text=t.text, law=t.law, by_office=t.by_office) for t in public_story.story(opinion, case)],
        promises=promises(case),
        may=list(may),
    )


def set_aside() -> TrackedOut:
    """A letter that the body above holds sealed."""
    return TrackedOut(
        set_aside=True,
        state=None,
        number="",
        text="",
        place="",
        topic="",
        unit=None,
        office="",
        received_on=None,
        due=None,
        late=False,
        people=1,
        dates=[],
        story=[],
        promises=[],
        may=[],
    )
