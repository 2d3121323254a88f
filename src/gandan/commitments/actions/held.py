"""The row itself, held until the deed ends; and words as they are kept. Parts of deeds, never one by themselves."""

from datetime import datetime
from uuid import UUID

from django.utils import timezone

from gandan.commitments.enums import ENDED, NEXT, State
from gandan.commitments.models import Commitment, DoneReport
from gandan.core.events.facts import Fact
from gandan.core.text import nfc
from gandan.units.models import Office, Unit


def held(commitment: Commitment | UUID) -> Commitment:
    """The commitment as the database knows it, locked. Held first and then read with its offices: in one question, whoever waited while it
    was handed over would find none at the office that led it before."""
    key = commitment.pk if isinstance(commitment, Commitment) else commitment
    list(Commitment.objects.select_for_update().filter(pk=key).values_list("pk"))
    return Commitment.objects.select_related("lead", "assigned_by", "asked_by").get(pk=key)


def standing(office: Office) -> Office:
    """The office as the database knows it, held with its unit until the deed ends: a reorganisation waits for the deed or the deed for it,
    so that nothing new is owed by what has just ended. Taken before the commitment is held, as a reorganisation takes them."""
    Unit.objects.select_for_update(no_key=True).get(pk=office.unit_id)
    return Office.objects.select_for_update(no_key=True, of=("self",)).select_related("unit").get(pk=office.pk)


def to_state(commitment: Commitment, state: State, *, now: datetime) -> str:
    """Move along the table of states; returns the state before. A step that the table does not know is a defect."""
    was = State(commitment.state)
    if state not in NEXT[was]:
        raise ValueError(f"{was} → {state}")
    commitment.state = state
    fields = ["state"]
    if was in ENDED:  # an end by codes to which the supervision board objects
        commitment.ended_on = None
        fields.append("ended_on")
    if state == State.OPEN:
        commitment.round += 1
        fields.append("round")
    if state in ENDED:
        commitment.ended_on = timezone.localdate(now)
        fields.append("ended_on")
    commitment.save(update_fields=fields)
    return was


def last_report(commitment: Commitment) -> DoneReport | None:
    """The report of this round."""
    return commitment.done_reports.filter(round=commitment.round).first()


def this_report(commitment: Commitment) -> DoneReport:
    """The report that is being answered; who calls this has asked that there is one."""
    return commitment.done_reports.get(round=commitment.round)


def posted_report(commitment: Commitment) -> DoneReport | None:
    """The report that an objection answers: this round's, or that of the round before, when another objection has just opened the work."""
    return commitment.done_reports.filter(round__in=(commitment.round, commitment.round - 1)).last()


def cleaned(text: str) -> str:
    """One spelling, no white space around."""
    return nfc(text).strip()


def one_line(text: str) -> str:
    """As `cleaned`, with single spaces: for titles."""
    return " ".join(nfc(text).split())


def places(commitment: Commitment) -> dict[str, Fact]:
    """What each event of a beginning says of it."""
    return {
        "kind": commitment.kind,
        "lead": commitment.lead_id,
        "due": commitment.due,
        "made_on": commitment.made_on,
        "due_rule": commitment.due_rule or None,
        "origin_type": commitment.origin_type or None,
        "origin_id": commitment.origin_id or None,
    }
