"""One model whole as REST shows it."""

from datetime import date
from typing import Any

from django.http import Http404

from gandan.appraisals.enums import Level
from gandan.core.access import Actor
from gandan.movement import policies, queries
from gandan.movement.enums import NEXT, EvidenceKind, ForcePart, LikeKind, Result, State
from gandan.movement.models import Practice
from gandan.movement.queries import proved
from gandan.movement.queries.voices import voices
from gandan.movement.web.api_parts import last_read, outcome, resource
from gandan.movement.web.api_shown import row_of, unit_refs
from gandan.movement.web.schemas.found import LikenessOut, RecognitionOut, ReviewOut, SignOut
from gandan.movement.web.schemas.parts import EvidenceOut, ForceOut, MilestoneOut
from gandan.movement.web.schemas.practice import PracticeAtWork, PracticeWhole
from gandan.movement.web.schemas.voice import VoicesOut


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
        **row_of(row, proof, unit_refs([row.unit_id, row.made_in_id])),
        **{name: getattr(row, name) for name in ("aim", "way", "audience", "output", "upkeep", "changed", "starts_on", "ends_on")},
        "outcomes": [outcome(aim, last_read(aim)) for aim in row.aims.all()],
        "forces": [ForceOut(part=ForcePart(f.part), name=str(f), task=f.task) for f in row.forces.all()],
        "resources": [resource(r) for r in row.resources.all()],
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
