"""READ around one commitment or one origin."""

from django.db.models import Model, Prefetch, QuerySet

from gandan.commitments.actor import CodeHolder
from gandan.commitments.models import Commitment, ConfirmingCode, Coordinator, PendingHandover
from gandan.commitments.queries.visible import visible_to
from gandan.core import codes, events
from gandan.core.access import Actor, Anyone

PURPOSE = "commitments"


def of_origin(thing: Model) -> QuerySet[Commitment]:
    """What came out of a thing of any room; filter by `visible_to` for a person."""
    return (
        Commitment.objects.filter(origin_type=thing._meta.label_lower, origin_id=str(thing.pk)).select_related("lead").order_by("due", "id")
    )


def whole(rows: QuerySet[Commitment]) -> QuerySet[Commitment]:
    """With everything that a page of one commitment tells, in a constant number of queries."""
    return rows.select_related("lead", "assigned_by", "asked_by", "hamlet", "lead_person", "withdrawal").prefetch_related(
        Prefetch("coordinators", Coordinator.objects.select_related("office")),
        "progress",
        "evidence",
        "extensions",
        "handovers__was__names",
        "handovers__to__names",
        "done_reports",
        "objections",
        "send_backs",
        "confirmations",
        "lead__names",
    )


def code_holder(typed: str, *, behind: Actor | None = None) -> CodeHolder | None:
    """Who holds the code that was typed, in any spelling; None when it opens nothing. `behind` is who is signed in meanwhile."""
    code = codes.read(typed)
    row = ConfirmingCode.objects.filter(digest=codes.digest(code, purpose=PURPOSE)).first() if code else None
    return CodeHolder(row.pk, row.commitment_id, behind or Anyone()) if row else None


def pending(commitment: Commitment) -> PendingHandover | None:
    """The choice of an office that the commitment waits for."""
    return commitment.pending_handovers.filter(settled_on=None).prefetch_related("candidates").first()


def reported_done(commitment: Commitment) -> events.Event | None:
    """The last time that somebody reported it done: who did does not accept it."""
    return events.of(commitment).filter(verb="commitments.reported_done").last()


def may_open_evidence(actor: Actor, owner_id: str) -> bool:
    """Files of evidence open for who sees the commitment."""
    return visible_to(actor).filter(evidence__pk=owner_id).exists()
