"""Awards as REST shows them."""

from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from django.conf import settings
from django.db.models import Model, QuerySet
from django.urls import reverse

from gandan.appraisals.enums import Level
from gandan.awards.enums import CallState, CheckKind, Form, NameSource, NominationState, NomineeState, Outcome, Whom
from gandan.awards.models import AwardKind, Call, Conferral, Eligibility, Nomination, Nominee
from gandan.awards.web import picks
from gandan.awards.web.schemas import CallOut, ConditionsOut, ConferralOut, KindOut
from gandan.awards.web.schemas_nominations import CheckOut, NominationOut, NomineeOut
from gandan.core.rest.paging import cursor_after, key_of
from gandan.core.rest.problems import BadCursor

Row = TypeVar("Row", bound=Model)


def kind(row: AwardKind, on: date) -> KindOut:
    """Names and conditions were fetched with it."""
    name = next((n for n in row.names.all() if on in n.during), None)
    told = next((e for e in row.eligibilities.all() if on in e.during), None)
    return KindOut(
        code=row.code,
        name=picks.name_on(row, on),
        issuer=name.issuer if name else "",
        form=Form(row.form),
        level=Level(row.level),
        to_persons=row.to_persons,
        to_collectives=row.to_collectives,
        once_a_person=row.once_a_person,
        conditions=conditions(told),
    )


def conditions(told: Eligibility | None) -> ConditionsOut | None:
    """With their source, always."""
    if told is None:
        return None
    return ConditionsOut(
        years=told.years,
        years_head=told.years_head,
        deadline_month=told.deadline_month,
        deadline_day=told.deadline_day,
        others=_lines(told.others),
        papers=_lines(told.papers),
        source=told.source,
        checked=told.checked,
    )


def call(row: Call, on: date) -> CallOut:
    """As everybody may read it."""
    posted = row.state == CallState.POSTED and row.posting_id is not None
    return CallOut(
        id=row.pk,
        title=row.title,
        kind=row.kind.code,
        unit=row.unit_id,
        office=row.office.name_on(on),
        state=CallState(row.state),
        year=row.year,
        opens_on=row.opens_on,
        closes_on=row.closes_on,
        grounds=list(row.grounds),
        conditions=conditions(row.eligibility),
        posting=settings.SITE + reverse("appraisals-public:one", args=[row.posting_id]) if posted else None,
        decision=row.decision.number if row.decision else None,
        url=settings.SITE + reverse("awards-public:call", args=[row.pk]),
    )


def conferral(row: Conferral) -> ConferralOut:
    """Numbers and the paper."""
    return ConferralOut(
        id=row.pk,
        name=row.name,
        by=row.by,
        ground=row.ground,
        unit=row.unit_id,
        persons=row.persons,
        collectives=row.collectives,
        given_on=row.given_on,
        year=row.year,
        source=NameSource(row.source),
        decision=row.decision.number if row.decision else None,
        url=settings.SITE + reverse("awards-public:one", args=[row.pk]),
    )


def nomination(row: Nomination) -> NominationOut:
    """Whom it proposes by id; what was told of them stays sealed. Lists fetch `nominees__checks` before."""
    living = [n for n in row.nominees.all() if n.state != NomineeState.WITHDRAWN]
    return NominationOut(
        id=row.pk,
        call=row.call_id,
        office=row.office_id,
        state=NominationState(row.state),
        number=row.number,
        submitted_on=row.submitted_on,
        is_late=row.is_late,
        returned_why=row.returned_why,
        nominees=[_nominee(one) for one in sorted(living, key=lambda n: (n.position, n.pk))],
    )


def paged(rows: QuerySet[Any], *, cursor: str | None, limit: int) -> tuple[list[Any], str | None]:
    """A page in the order of ids, which is that of time."""
    if cursor:
        rows = rows.filter(pk__gt=_after(cursor))
    found = list(rows.order_by("pk")[: limit + 1])
    kept = found[:limit]
    return kept, cursor_after(str(kept[-1].pk)) if len(found) > limit else None


def _after(cursor: str) -> UUID:
    try:
        return UUID(key_of(cursor))
    except ValueError as damaged:
        raise BadCursor(cursor) from damaged


def _nominee(row: Nominee) -> NomineeOut:
    said = [
        CheckOut(kind=CheckKind(c.kind), outcome=Outcome(c.outcome), needed=c.needed, found=c.found, source=c.source, checked=c.checked)
        for c in row.checks.all()
    ]
    return NomineeOut(id=row.pk, whom=Whom(row.whom), state=NomineeState(row.state), ground=row.ground, position=row.position, checks=said)


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
