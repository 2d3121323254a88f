"""Cases as REST shows them to offices. The whole of one is what its ETag stands for."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.utils import timezone

from gandan.core.access import Actor
from gandan.core.rest.paging import cursor_after, key_of
from gandan.core.rest.problems import BadCursor
from gandan.core.rest.refs import UnitRef
from gandan.opinions import policies, queries
from gandan.opinions.enums import Channel, Content, Deed, Form, LetterKind, State
from gandan.opinions.models import Case, Opinion
from gandan.opinions.queries.lateness import late
from gandan.opinions.web import api_shown as shown
from gandan.opinions.web.schemas.case import AnswerOut, CaseWhole, LetterOut, OpinionOut, PublicationOut, StepOut
from gandan.opinions.web.schemas.cases import CasePage, CaseRow, CasesAsked


def page(actor: Actor, asked: CasesAsked, *, today: date) -> CasePage:
    """Cases whose words the actor reads, in the order in which they came."""
    rows = queries.visible_to(actor)
    named = {"unit": asked.unit, "office": asked.office, "state": asked.state, "topic": asked.topic}
    rows = rows.filter(**{name: value for name, value in named.items() if value is not None})
    if asked.late is not None:
        rows = rows.filter(late(today) if asked.late else ~late(today))
    if asked.cursor:
        rows = rows.filter(pk__gt=_after(asked.cursor))
    rows = rows.select_related("office", "hamlet").prefetch_related("office__names", "tags").order_by("pk")
    found = list(rows[: asked.limit + 1])
    some = found[: asked.limit]
    places = shown.unit_refs({case.unit_id for case in some})
    more = cursor_after(str(some[-1].pk)) if len(found) > asked.limit else None
    return CasePage(items=[CaseRow(**_row(case, places, today)) for case in some], next=more)


def _after(cursor: str) -> UUID:
    try:
        return UUID(key_of(cursor))
    except ValueError as damaged:
        raise BadCursor(cursor) from damaged


def _row(case: Case, places: dict[UUID, UnitRef], today: date) -> dict[str, Any]:
    return {
        "id": case.pk,
        "number": case.number,
        "state": State(case.state),
        "late": case.is_late(today),
        "topic": case.topic,
        "content": Content(case.content),
        "channel": Channel(case.channel),
        "unit": places[case.unit_id],
        "hamlet": shown.named(case.hamlet),
        "office": shown.named(case.office),
        "received_on": case.received_on,
        "due": case.due,
        "round": case.round,
        "escalated_on": case.escalated_on,
        "people": case.senders,
        "tags": [tag.label for tag in case.tags.all() if tag.office_id == case.office_id],
    }


def whole(case: Case) -> CaseWhole:
    """One case as those who may read it see it, whoever they are."""
    row = queries.whole(Case.objects.filter(pk=case.pk)).get()
    words = getattr(row, "publication", None)
    return CaseWhole(
        **_row(row, shown.unit_refs([row.unit_id]), timezone.localdate()),
        answered_on=row.answered_on,
        ended_on=row.ended_on,
        complex=row.is_complex,
        remote=row.is_remote,
        second_time=row.is_second_time,
        joined_into=row.joined_into_id,
        opinions=list(_opinions(row.opinions.all())),
        letters=[LetterOut(kind=LetterKind(x.kind), opinion=x.opinion_id, text=x.text, on=x.sent_on) for x in row.letters.all()],
        answers=[AnswerOut(text=a.text, law=a.law, partial=a.is_partial, late=a.is_late, on=a.given_on) for a in row.answers.all()],
        steps=[
            StepOut(
                deed=Deed(s.deed), reason=s.reason, law=s.law, was=shown.named(s.was_office), to=shown.named(s.to_office), on=s.given_on
            )
            for s in row.steps.all()
        ],
        dates=shown.dates(row),
        promises=shown.promises(row),
        publication=PublicationOut(
            title=words.title, question=words.question, answer=words.answer, shown=words.is_shown, on=words.published_on
        )
        if words is not None
        else None,
        may=list(policies.deeds(row)),
    )


def _opinions(rows: Iterable[Opinion]) -> Iterable[OpinionOut]:
    for o in rows:
        yield OpinionOut(
            id=o.pk,
            form=Form(o.form),
            text=o.text,
            place=o.place,
            hamlet=shown.named(o.hamlet),
            latitude=float(o.latitude) if o.latitude is not None else None,
            longitude=float(o.longitude) if o.longitude is not None else None,
            language=o.language,
            said_on=o.said_on,
            has_contact=hasattr(o, "contact"),
        )
