"""Models, drives and families as REST shows them, in a constant number of questions for a page."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import Http404
from django.urls import reverse

from gandan.appraisals.enums import Level
from gandan.core.access import Actor
from gandan.core.rest.refs import Named, UnitRef
from gandan.indicators.enums import Bound, Measure
from gandan.movement import policies, queries
from gandan.movement.enums import NEXT, DriveState, EvidenceKind, ForcePart, Kind, LikeKind, ResourceKind, Result, State, Subject, Worked
from gandan.movement.models import Aim, Drive, Practice, Reading, Resource
from gandan.movement.queries import finder, proved
from gandan.movement.queries.counts import Counts
from gandan.movement.queries.family import Family, Member
from gandan.movement.queries.voices import voices
from gandan.movement.web.schemas.counts import CountsRow
from gandan.movement.web.schemas.drive import DriveOut, FieldOut, SummingUpOut, WindowOut
from gandan.movement.web.schemas.family import FamilyOut, MemberOut
from gandan.movement.web.schemas.finding import FoundOut
from gandan.movement.web.schemas.found import LikenessOut, RecognitionOut, ReviewOut, SignOut
from gandan.movement.web.schemas.parts import EvidenceOut, ForceOut, MilestoneOut, OutcomeOut, ResourceOut
from gandan.movement.web.schemas.practice import PracticeAtWork, PracticeOut, PracticeWhole
from gandan.movement.web.schemas.voice import VoicesOut
from gandan.units import queries as units


def practices(rows: Iterable[Practice], *, today: date) -> list[PracticeOut]:
    """Rows in their order, with what others found of them."""
    found = list(rows)
    keys = [row.pk for row in found]
    full = {row.pk: row for row in queries.whole(Practice.objects.filter(pk__in=keys))}
    proofs = proved.proofs_of(Practice.objects.filter(pk__in=keys), today)
    places = unit_refs(unit for row in found for unit in (row.unit_id, row.made_in_id))
    return [PracticeOut(**_row(full[key], proofs[key], places)) for key in keys]


def _row(row: Practice, proof: proved.Proof, places: dict[UUID, UnitRef]) -> dict[str, Any]:
    levels = {Level(r.level) for r in getattr(row, "standing", ())}
    return {
        "id": row.pk,
        "kind": row.kind,
        "subject": row.subject,
        "host": row.host,
        "state": row.state,
        "alive": proof.alive,
        "title": row.title,
        "place": row.place,
        "problem": row.problem,
        "drive": Named(id=row.drive_id, name=row.drive.title),
        "field": Named(id=row.field_id, name=row.field.name),
        "unit": places[row.unit_id],
        "made_in": places[row.made_in_id],
        "hamlet": Named(id=row.hamlet_id, name=str(row.hamlet)) if row.hamlet_id else None,
        "office": Named(id=row.office_id, name=str(row.office)) if row.office_id else None,
        "told": row.is_told,
        "registered_on": row.registered_on,
        "alive_until": row.alive_until,
        "effective": proof.effective is not None,
        "levels": [level for level in reversed(proved.LEVELS) if level in levels],
        "copies": proof.copies,
        "adopted_from": row.adopted_from_id,
        "url": page_of(row.pk),
    }


def whole(practice: Practice, actor: Actor, *, today: date) -> PracticeWhole:
    """One model as everybody who sees it does."""
    return PracticeWhole(**_whole(practice, actor, today))


def at_work(practice: Practice, actor: Actor, *, today: date) -> PracticeAtWork:
    """One model as its own office and the registering one read it."""
    practice = Practice.objects.get(pk=practice.pk)  # as the deed left it
    kept = practice.likenesses.order_by("-score", "pk")
    return PracticeAtWork(
        **_whole(practice, actor, today),
        missing=[str(m.part) for m in policies.missing(practice)],
        likenesses=[
            LikenessOut(
                id=x.pk,
                kind=LikeKind(x.kind),
                other=x.other_id,
                movement=x.movement,
                score=x.score,
                parts=list(x.parts),
                answer=x.answer,
                same=x.is_same,
            )
            for x in kept
        ],
    )


def _whole(practice: Practice, actor: Actor, today: date) -> dict[str, Any]:
    row = queries.one(practice.pk, actor)
    if row is None:
        raise Http404
    proof = proved.proofs_of(Practice.objects.filter(pk=row.pk), today)[row.pk]
    recognised = row.recognitions.select_related("decision").order_by("recognised_on", "pk")
    return {
        **_row(row, proof, unit_refs([row.unit_id, row.made_in_id])),
        **{name: getattr(row, name) for name in ("aim", "way", "audience", "output", "upkeep", "changed", "starts_on", "ends_on")},
        "outcomes": [_outcome(aim, _last(aim)) for aim in row.aims.all()],
        "forces": [ForceOut(part=ForcePart(f.part), name=str(f), task=f.task) for f in row.forces.all()],
        "resources": [_resource(r) for r in row.resources.all()],
        "milestones": [MilestoneOut(id=m.pk, due=m.due, what=m.what, reached_on=m.reached_on) for m in row.milestones.all()],
        "evidence": [EvidenceOut(id=e.pk, kind=EvidenceKind(e.kind), note=e.note, url=e.url, shows=e.shows) for e in row.evidence.all()],
        "signs": [SignOut(note=s.note, given_on=s.given_on, until=s.until) for s in row.signs.all()],
        "reviews": [ReviewOut(year=r.year, result=Result(r.result), reason=r.reason, given_on=r.given_on) for r in row.reviews.all()],
        "recognitions": [
            RecognitionOut(
                level=Level(r.level),
                number=r.decision.number,
                recognised_on=r.recognised_on,
                points=r.points,
                grade=r.grade,
                revoked_on=r.revoked_on,
            )
            for r in recognised
        ],
        "voices": [VoicesOut(year=v.year, by_board=v.by_board, yes=v.yes, partly=v.partly, no=v.no) for v in voices(row)],
        "may": list(NEXT[State(row.state)]),
    }


def _resource(r: Resource) -> ResourceOut:
    kind, measure = ResourceKind(r.kind), Measure(r.measure)
    return ResourceOut(id=r.pk, kind=kind, measure=measure, noun=r.noun, planned=r.planned, used=r.used)


def _last(aim: Aim) -> Reading | None:
    return max(aim.readings.all(), key=lambda r: (r.read_on, r.pk), default=None)


def _outcome(aim: Aim, last: Reading | None) -> OutcomeOut:
    return OutcomeOut(
        id=aim.pk,
        name=aim.name,
        measure=Measure(aim.measure),
        noun=aim.noun,
        before=aim.before,
        target=aim.target,
        due=aim.due,
        value=last.statement.value if last else None,
        bound=Bound(last.statement.bound) if last else None,
        read_on=last.read_on if last else None,
    )


def family(found: Family, *, today: date) -> FamilyOut:
    """Parents before children; 404 where nothing of it may be seen."""
    if found.first is None:
        raise Http404
    members = list(found.members.values())
    places = unit_refs(unit for m in members for unit in (m.practice.unit_id, m.practice.made_in_id))
    return FamilyOut(
        root=found.first.practice.pk,
        size=found.size,
        units=found.units,
        provinces=found.provinces,
        generations=found.generations,
        members=[_member(m, places, today) for m in members],
    )


def _member(member: Member, places: dict[UUID, UnitRef], today: date) -> MemberOut:
    row, judged = member.practice, member.judged
    return MemberOut(
        id=row.pk,
        parent=row.adopted_from_id,
        depth=member.depth,
        title=row.title,
        state=State(row.state),
        alive=row.lives(today),
        unit=places[row.unit_id],
        made_in=places[row.made_in_id],
        registered_on=row.registered_on,
        changed=row.changed,
        worked=Worked(judged.worked) if judged else None,
        verdict=judged.text if judged else "",
        effective=member.effective,
        levels=[Level(level) for level in member.levels],
        outcomes=[_outcome(came.aim, came.last) for came in member.came],
        url=page_of(row.pk),
    )


def found(items: Sequence[finder.Found], *, today: date) -> list[FoundOut]:
    """What the finder gave, each with its model."""
    shown = practices([one.practice for one in items], today=today)
    return [
        FoundOut(
            model=model,
            match=one.match,
            named=list(one.named),
            parts=list(one.parts),
            effective=one.proof.effective,
            level=one.proof.level,
            copies=one.proof.copies,
            alive=one.proof.alive,
        )
        for one, model in zip(items, shown, strict=True)
    ]


def drives(rows: Sequence[Drive]) -> list[DriveOut]:
    """Drives with their fields, windows and meetings; give rows with these and the office's names prefetched."""
    places = unit_refs(row.unit_id for row in rows)
    return [
        DriveOut(
            id=row.pk,
            state=DriveState(row.state),
            title=row.title,
            aim=row.aim,
            unit=places[row.unit_id],
            office=Named(id=row.office_id, name=str(row.office)),
            starts_on=row.starts_on,
            ends_on=row.ends_on,
            launched_on=row.launched_on,
            before=row.before_id,
            fields=[FieldOut(id=f.pk, name=f.name, ended_on=f.ended_on) for f in row.fields.all()],
            windows=[WindowOut(year=w.year, opens_on=w.opens_on, closes_on=w.closes_on) for w in row.windows.all()],
            summings_up=[SummingUpOut(meeting=s.meeting, year=s.year, held_on=s.held_on, text=s.text) for s in row.summings_up.all()],
        )
        for row in rows
    ]


def counts_row(found: Counts, *, field: str | None = None, kind: str | None = None, subject: str | None = None) -> CountsRow:
    """One line of numbers."""
    return CountsRow(
        field=field,
        kind=Kind(kind) if kind else None,
        subject=Subject(subject) if subject else None,
        registered=found.registered,
        living=found.living,
        effective=found.effective,
        lapsed=found.lapsed,
        stopped=found.stopped,
        told=found.told,
        recognised=dict(found.recognised),
    )


def unit_refs(keys: Iterable[UUID]) -> dict[UUID, UnitRef]:
    """Units as they are; from the picture of units, no question."""
    return {p.id: UnitRef(id=p.id, code=p.code, name=p.full_name) for p in units.several(list(set(keys))) if p is not None}


def page_of(key: UUID) -> str:
    """The page of a model."""
    return settings.SITE + reverse("movement-public:one", args=[key])
