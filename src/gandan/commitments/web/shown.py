"""Commitments as REST shows them. The whole of one is what its ETag stands for, so it says the same to whoever may read the same."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from gandan.commitments import queries
from gandan.commitments.enums import How, Issuer
from gandan.commitments.models import Commitment
from gandan.commitments.queries.places import listed_in
from gandan.commitments.web import rows, story
from gandan.commitments.web.schemas.commitment import CommitmentOut, CommitmentPage, CommitmentWhole, ListAsked, OriginOut
from gandan.commitments.web.schemas.course import Dated, EvidenceOut, ExtensionOut, HandoverOut, ProgressOut, ReportOut
from gandan.commitments.web.schemas.voices import ConfirmationOut, ObjectionOut
from gandan.core.access import Actor, may
from gandan.core.rest.paging import cursor_after, key_of
from gandan.core.rest.problems import BadCursor
from gandan.core.rest.refs import Named, UnitRef
from gandan.units import queries as units
from gandan.units.models import Hamlet, Office


def page(actor: Actor, asked: ListAsked, *, today: date) -> CommitmentPage:
    """A page in the order of ids, which is that of time."""
    found = narrowed(queries.visible_to(actor), asked, today=today)
    if asked.cursor:
        found = found.filter(pk__gt=_after(asked.cursor))
    things = list(rows.named(found).order_by("pk")[: asked.limit + 1])
    shown = things[: asked.limit]
    more = cursor_after(str(shown[-1].pk)) if len(things) > asked.limit else None
    return CommitmentPage(items=several(shown, actor, today=today), next=more)


def narrowed(found: QuerySet[Commitment], asked: ListAsked, *, today: date) -> QuerySet[Commitment]:
    """As asked."""
    if asked.unit:
        found = found.filter(listed_in([asked.unit, *queries.past_of([asked.unit])]))
    if asked.kind:
        found = found.filter(kind=asked.kind)
    if asked.state:
        found = found.filter(state=asked.state)
    late = {"state": "open", "due__lt": today}
    return found if asked.late is None else found.filter(**late) if asked.late else found.exclude(**late)


def _after(cursor: str) -> UUID:
    try:
        return UUID(key_of(cursor))
    except ValueError as damaged:
        raise BadCursor(cursor) from damaged


def several(things: Iterable[Commitment], actor: Actor, *, today: date) -> list[CommitmentOut]:
    """Rows read by `rows.named`, in a constant number of questions."""
    found = rows.rows(things, actor=actor, today=today)
    places = {
        p.id: UnitRef(id=p.id, code=p.code, name=p.full_name) for p in units.several({r.thing.unit_id for r in found}) if p is not None
    }
    return [CommitmentOut(**_short(row, places[row.thing.unit_id], today)) for row in found]


def whole(thing: Commitment, actor: Actor) -> CommitmentWhole:
    """Everything, read anew."""
    today = timezone.localdate()
    c = story.whole(Commitment.objects.filter(pk=thing.pk)).get()
    row = rows.row(c, actor=actor, today=today)
    reads = may(actor, "commitments.read_objections", c)
    withdrawal = getattr(c, "withdrawal", None)
    return CommitmentWhole(
        **_short(row, unit_ref(c.unit_id), today),
        hamlet=_named(c.hamlet, today),
        assigned_by=_named(c.assigned_by, today),
        asked_by=_named(c.asked_by, today),
        coordinators=[_office(h.office, today) for h in c.coordinators.all()],
        progress=[ProgressOut(on=timezone.localdate(p.noted_at), text=p.note, percent=p.percent) for p in c.progress.all()],
        evidence=[_evidence(p) for p in reversed(story.proofs(c))],
        extensions=[ExtensionOut(was=e.was, now=e.now, reason=e.reason, on=e.given_on) for e in c.extensions.all()],
        reports=[ReportOut(on=r.reported_on, summary=r.summary, posted_until=r.posted_until) for r in c.done_reports.all()],
        objections=[ObjectionOut(on=o.objected_on, text=o.text if reads else None) for o in c.objections.all()],
        sent_back=[Dated(on=s.given_on, text=s.reason) for s in c.send_backs.all()],
        confirmations=[
            ConfirmationOut(on=y.given_on, how=How(y.how), issuer=Issuer(y.code.issuer) if y.code else None) for y in c.confirmations.all()
        ],
        handovers=[
            HandoverOut(was=_office(h.was, today), to=_office(h.to, today), cause=h.cause, reason=h.reason, on=h.given_on)
            for h in c.handovers.all()
        ],
        withdrawn=Dated(on=withdrawal.given_on, text=withdrawal.reason) if withdrawal else None,
        awaits_office=queries.pending(c) is not None,
    )


def unit_ref(unit: UUID) -> UnitRef:
    """A unit; 404 for an id nobody has."""
    place = units.one(unit)
    if place is None:
        raise Http404
    return UnitRef(id=place.id, code=place.code, name=place.full_name)


def _short(row: rows.Row, unit: UnitRef, today: date) -> dict[str, Any]:
    c = row.thing
    return {
        "id": c.pk,
        "kind": c.kind,
        "state": c.state,
        "late": c.is_late(today),
        "title": c.title,
        "deliverable": c.deliverable,
        "beneficiary": c.beneficiary,
        "lead": Named(id=c.lead_id, name=row.office),
        "unit": unit,
        "made_on": c.made_on,
        "first_due": c.first_due,
        "due": c.due,
        "due_rule": c.due_rule,
        "ended_on": c.ended_on,
        "is_public": c.is_public,
        "origin": OriginOut(title=row.origin.title, url=row.origin.url) if row.origin else None,
        "url": reverse("commitments-public:one" if c.is_public else "commitments:one", args=[c.pk]),
    }


def _office(office: Office, today: date) -> Named:
    return Named(id=office.pk, name=office.name_on(today))


def _named(thing: Office | Hamlet | None, today: date) -> Named | None:
    if thing is None:
        return None
    return _office(thing, today) if isinstance(thing, Office) else Named(id=thing.pk, name=str(thing))


def _evidence(proof: story.Proof) -> EvidenceOut:
    if proof.file is not None:
        kind, url = ("photo" if proof.is_photo else "file"), reverse("files:download", args=[proof.file.pk])
    else:
        kind, url = ("link" if proof.url else "note"), proof.url
    return EvidenceOut(kind=kind, note=proof.note, url=url, on=proof.day)
