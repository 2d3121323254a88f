"""Postings, decisions and appraisals as REST shows them, in a constant number of questions for a page."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.conf import settings
from django.urls import reverse

from gandan.appraisals import queries, subjects
from gandan.appraisals.enums import NEXT, DecisionKind, Level, ObjectionState, State, Tie
from gandan.appraisals.models import Appraisal, Decision, Posting
from gandan.appraisals.web.schemas import AppraisalOut, AppraisalWhole, CardOut, ConflictOut, DecisionOut, LineOut, PostingOut, SubjectRef
from gandan.core.access import Actor, Anyone
from gandan.core.rest.refs import Named, UnitRef
from gandan.units import queries as units

Subjects = dict[tuple[str, str], SubjectRef]


def postings(rows: Iterable[Posting], *, today: date) -> list[PostingOut]:
    """Rows of `queries.counted`, with their subjects as anybody may read them."""
    found = list(rows)
    about, places = _subjects(found, Anyone()), _units(row.unit_id for row in found)
    return [
        PostingOut(
            id=row.pk,
            subject=about[row.subject_type, row.subject_id],
            unit=places[row.unit_id],
            office=Named(id=row.office_id, name=str(row.office)),
            title=row.title,
            text=row.text,
            posted_on=row.posted_on,
            until=row.until,
            open=row.is_open(today),
            taken_down_on=row.taken_down_on,
            objections={state: getattr(row, f"objected_{state.value}") for state in ObjectionState},
            url=settings.SITE + reverse("appraisals-public:one", args=[row.pk]),
        )
        for row in found
    ]


def decisions(rows: Iterable[Decision]) -> list[DecisionOut]:
    """Rows of `queries.decisions`."""
    found = list(rows)
    places = _units(row.unit_id for row in found)
    return [
        DecisionOut(
            id=row.pk,
            kind=DecisionKind(row.kind),
            level=Level(row.level),
            unit=places[row.unit_id],
            office=Named(id=row.office_id, name=str(row.office)),
            number=row.number,
            title=row.title,
            decided_on=row.decided_on,
            signed_as=row.signed_as,
            signed_by=row.signed_by,
            document=row.document_id,
        )
        for row in found
    ]


def appraisals(rows: Iterable[Appraisal], actor: Actor) -> list[AppraisalOut]:
    """Rows with council, sheet and grade, with their subjects as the actor may read them."""
    found = list(rows)
    about, places = _subjects(found, actor), _units(row.unit_id for row in found)
    return [AppraisalOut(**_row(row, about, places)) for row in found]


def whole(appraisal: Appraisal, actor: Actor) -> AppraisalWhole:
    """One appraisal. Its cards stand here once all are shown, and not before, whoever asks."""
    row = queries.whole(Appraisal.objects.filter(pk=appraisal.pk)).get()
    own = {m.criterion_id: m for m in row.own_marks.all()}
    cards = queries.cards_shown(row, actor)
    return AppraisalWhole(
        **_row(row, _subjects([row], actor), _units([row.unit_id])),
        pass_points=row.sheet.pass_points,
        spread_most=row.sheet.spread_most,
        members_least=row.sheet.members_least,
        lines=[
            LineOut(
                id=c.pk,
                name=c.name,
                least=c.least,
                most=c.most,
                bonus=c.is_bonus,
                own=own[c.pk].points if c.pk in own else None,
                own_reason=own[c.pk].reason if c.pk in own else "",
            )
            for c in row.sheet.criteria.all()
        ],
        conflicts=[ConflictOut(tie=Tie(c.tie), found=c.is_found, since=c.since) for c in row.conflicts.all()],
        cards_in=queries.progress(row).handed_in,
        cards=None
        if cards is None
        else [CardOut(round=c.round, who=c.who, part=str(c.part), total=c.total, marks=list(c.marks), reason=c.reason) for c in cards],
        may=list(NEXT[State(row.state)]),
    )


def _row(row: Appraisal, about: Subjects, places: dict[UUID, UnitRef]) -> dict[str, Any]:
    return {
        "id": row.pk,
        "subject": about[row.subject_type, row.subject_id],
        "unit": places[row.unit_id],
        "council": Named(id=row.council_id, name=row.council.title),
        "level": row.level,
        "sheet": Named(id=row.sheet_id, name=row.sheet.title),
        "sheet_version": row.sheet.version,
        "state": row.state,
        "round": row.round,
        "opened_on": row.opened_on,
        "closes_on": row.closes_on,
        "shown_on": row.shown_on,
        "ended_on": row.ended_on,
        "points": row.points,
        "spread": row.spread,
        "grade": row.grade.name if row.grade else "",
        "passed": row.passed,
    }


def _subjects(rows: Sequence[Posting] | Sequence[Appraisal], actor: Actor) -> Subjects:
    said = subjects.describe([(row.subject_type, row.subject_id) for row in rows], actor)
    return {
        key: SubjectRef(type=key[0], id=key[1], title=d.title, url=settings.SITE + d.url if d.url.startswith("/") else d.url)
        for key, d in said.items()
    }


def _units(keys: Iterable[UUID]) -> dict[UUID, UnitRef]:
    return {p.id: UnitRef(id=p.id, code=p.code, name=p.full_name) for p in units.several(list(set(keys))) if p is not None}
